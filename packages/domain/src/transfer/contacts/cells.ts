// Cells of a CSV: written so that no spreadsheet takes one for a formula, and read back as they were.

const FORMULA = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;

/**
 * A text as it may stand in a cell. What a spreadsheet would run (a leading = + - @, tab or line break)
 * gets a quote before it; so does what already looks like that, for `restoreCell` to be the exact inverse.
 */
export const neutralizeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes off the quote that `neutralizeCell` puts on, and nothing else. */
export const restoreCell = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

const quoted = (text: string): string =>
  /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One line of a CSV (RFC 4180), its end included. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(neutralizeCell(cell))).join(',')}\r\n`;

/** Several texts in one cell, such as tags: "VIP, \"Paris, Lyon\"". */
export const joinList = (items: readonly string[]): string =>
  items
    .map((item) => (/[",;|\r\n]|:::|^\s|\s$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
    .join(', ');

const LIST_ITEM = /\s*(?:"((?:[^"]|"")*)"|((?:(?!:::)[^,;|\r\n])*))\s*(?:,|;|\||:::|\r?\n|$)/gy;

/** The texts of one cell, parted by comma, semicolon, bar, line break or Google's " ::: "; empty ones are dropped. */
export const splitList = (cell: string): string[] => {
  const items: string[] = [];
  LIST_ITEM.lastIndex = 0;
  while (LIST_ITEM.lastIndex < cell.length) {
    const from = LIST_ITEM.lastIndex;
    const match = LIST_ITEM.exec(cell);
    // A quote that is not closed is a character like any other.
    if (!match || LIST_ITEM.lastIndex === from) return [...items, cell.slice(from).trim()];
    const item = match[1]?.replaceAll('""', '"') ?? match[2]!.trim();
    if (item !== '') items.push(item);
  }
  return items;
};
