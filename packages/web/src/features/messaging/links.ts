// Links in what people wrote. Text is data: only http, https and mailto become links, all else stays text.

export type Piece = { text: string; href?: string };

// Bounded, and an e-mail address starts only where a word starts: a message of 100,000 letters stays fast.
const CANDIDATE =
  /https?:\/\/[^\s<>"]{1,2000}|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu;
/** A sentence ends with these, an address hardly ever. */
const TRAILING = /[.,;:!?'"’”»…*_~]+$/u;

/** Cuts a text into plain pieces and links; joined together the pieces are the text. */
export const findLinks = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const address = withoutTail(match[0]);
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
};

/** Leaves out the sentence's own punctuation, and a closing bracket that was opened before the address. */
const withoutTail = (address: string): string => {
  const trimmed = address.replace(TRAILING, '');
  const last = trimmed.at(-1);
  if (last !== ')' && last !== ']') return trimmed;
  const open = last === ')' ? '(' : '[';
  const count = (letter: string) => trimmed.split(letter).length;
  return count(last) > count(open) ? withoutTail(trimmed.slice(0, -1)) : trimmed;
};

const hrefOf = (address: string): string | null => {
  if (!/^https?:\/\//i.test(address)) return `mailto:${address}`;
  return URL.canParse(address) ? new URL(address).href : null;
};
