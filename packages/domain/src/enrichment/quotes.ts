// The quote that is shown as evidence: the whole sentence around the words that were read.

/** Longest quote; a longer sentence is cut at words around what was read. UTF-16 units. */
const MOST = 200;

/** Ends of sentences: a mark before a space, or a line break. */
const END = /[.!?…](?=\s)|\n/g;

/**
 * Widens a quote to the sentence that it stands in, so that a reader sees why: "Feld Roofing" becomes
 * "i own Feld Roofing so i know how to measure".
 * @param body the message
 * @param quote a verbatim part of it
 * @returns a verbatim part of it that holds the quote; the quote itself when it is long already
 */
export const widenQuote = (body: string, quote: string): string => {
  const at = body.indexOf(quote);
  if (at < 0 || quote.length >= MOST) return quote;
  const end = at + quote.length;
  let from = 0;
  let to = body.length;
  for (const match of body.matchAll(END)) {
    const after = match.index + match[0].length;
    if (after <= at) from = after;
    // A quote may end with the mark itself ("Dr.") or hold one ("St. Mary's").
    if (match.index >= end) {
      to = match[0] === '\n' ? match.index : after;
      break;
    }
  }
  const spare = MOST - quote.length;
  if (at - from > spare / 2) from = wordStart(body, at - Math.floor(spare / 2), at);
  if (to - end > spare / 2) to = wordEnd(body, end + Math.floor(spare / 2), end);
  return body.slice(from, to).trim();
};

const wordStart = (body: string, from: number, limit: number): number => {
  const space = body.indexOf(' ', from);
  return space < 0 || space >= limit ? limit : space + 1;
};

const wordEnd = (body: string, to: number, limit: number): number => {
  const space = body.lastIndexOf(' ', to);
  return space <= limit ? limit : space;
};
