// What stays of a contact's memory when a line of it is forgotten.

const isHeading = (line: string): boolean => /^#{1,6}\s/.test(line);

/**
 * The memory without one line; a heading that has nothing below it any more goes too.
 * @param memory the note in markdown
 * @param line exactly as it stands in the note
 * @returns null when no line is like that
 */
export const forgetLine = (memory: string, line: string): string | null => {
  const lines = memory.split('\n');
  const at = lines.indexOf(line);
  if (at < 0) return null;
  const left = lines.toSpliced(at, 1);
  const kept = left.filter((one, index) => !isHeading(one) || hasText(left, index + 1));
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** Whether anything stands there before the next heading. */
const hasText = (lines: string[], from: number): boolean => {
  const next = lines.slice(from).find((line) => line.trim() !== '');
  return next !== undefined && !isHeading(next);
};
