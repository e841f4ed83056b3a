// How text is compared in a search and in an order by name: without case and without accents.

/** Letters that are no base letter with a mark. The migration of `fold_text` says the same. */
const LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

/**
 * Text as the database keeps it for searching: lower case, accents of Latin, Greek and Cyrillic letters
 * gone (Unicode NFD without U+0300-U+036F), so that "jose" finds "José", and "Özil" is listed with O.
 */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[øłđðþßæœıς]/g, (letter) => LETTERS[letter]!);
