/**
 * Which page numbers to show: first, last, the current one with its neighbours, and gaps between.
 * @param page the current page, from 0
 * @returns pages from 0, with `null` where an ellipsis stands; at most seven entries
 */
export const pagesToShow = (page: number, total_pages: number): (number | null)[] => {
  if (total_pages <= 7) return Array.from({ length: total_pages }, (_, index) => index);
  const last = total_pages - 1;
  if (page <= 3) return [0, 1, 2, 3, 4, null, last];
  if (page >= last - 3) return [0, null, last - 4, last - 3, last - 2, last - 1, last];
  return [0, null, page - 1, page, page + 1, null, last];
};
