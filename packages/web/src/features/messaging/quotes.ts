// Where a quote stands in a text, for marking it. Evidence may have been cut from a text with other white space.

/** Cuts a text into before, quote and after; null when the quote is not in it. */
export const splitAtQuote = (body: string, quote: string): [string, string, string] | null => {
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const pattern = new RegExp(
    words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'),
    'iu',
  );
  const match = pattern.exec(body);
  if (!match) return null;
  const end = match.index + match[0].length;
  return [body.slice(0, match.index), match[0], body.slice(end)];
};
