// Which canned replies answer to what is typed behind a slash.
import type { CannedReply } from '@rapport/contract/canned-replies.api';

/** A slash at the start of a word right before the cursor, and what is typed behind it. */
const SLASH = /(?:^|\s)\/([\w-]*)$/;

/** @returns where the slash stands and what follows it; null when no canned reply is being looked for */
export const slashAt = (text: string, cursor: number): { start: number; query: string } | null => {
  const match = SLASH.exec(text.slice(0, cursor));
  if (!match) return null;
  const query = match[1] ?? '';
  return { start: cursor - query.length - 1, query };
};

/** Replies whose shortcut begins with the text first, then those that hold it in shortcut, title or body. */
export const matchingReplies = <T extends Pick<CannedReply, 'shortcut' | 'title' | 'body'>>(
  replies: readonly T[],
  query: string,
): T[] => {
  const wanted = query.toLowerCase();
  const begins = replies.filter(({ shortcut }) => shortcut.startsWith(wanted));
  const holds = replies.filter(
    (one) =>
      !begins.includes(one) &&
      `${one.shortcut} ${one.title} ${one.body}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...holds].slice(0, 8);
};
