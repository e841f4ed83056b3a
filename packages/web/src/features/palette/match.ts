// Which pages and actions answer to what was typed.

export type Findable = { label: string; words?: string };

/** Lower case without accents, so that "Zurich" finds "Zürich". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * The entries of which each typed word begins a word, those whose label begins with the text first.
 * Empty text finds all.
 */
export const matchingEntries = <T extends Findable>(entries: readonly T[], text: string): T[] => {
  const typed = plain(text).split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => {
    const words = plain(`${entry.label} ${entry.words ?? ''}`).split(/\s+/);
    return typed.every((one) => words.some((word) => word.startsWith(one)));
  });
  const begins = (entry: T) => plain(entry.label).startsWith(typed.join(' '));
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))];
};
