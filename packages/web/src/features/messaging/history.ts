// The part of a conversation that is loaded: the newest messages, grown towards the past on demand.
import type { Message } from '@rapport/contract/messaging.api';

export type History = {
  /** Oldest first, without a gap up to the newest. */
  messages: Message[];
  total_count: number;
  /** Where the next older page starts; null when the beginning is loaded. */
  next_before: string | null;
};

/** Puts an older page in front of what is loaded. */
export const prependOlder = (history: History, older: History): History => {
  const known = new Set(history.messages.map(({ id }) => id));
  return {
    messages: [...older.messages.filter(({ id }) => !known.has(id)), ...history.messages],
    total_count: older.total_count,
    next_before: older.next_before,
  };
};

/** Whether a newer page reaches back to what is loaded. */
export const isMet = (before: History, newest: History): boolean => {
  const oldest = newest.messages[0];
  return oldest !== undefined && before.messages.some(({ id }) => id === oldest.id);
};

/**
 * Renews the newest page and keeps what was loaded before it, so that one new message costs one request
 * however far somebody scrolled back. When the two do not meet, or the past itself changed (an import
 * brought older messages), only the newest page is right and the past is loaded again on demand.
 */
export const mergeNewest = (before: History | undefined, newest: History): History => {
  const oldest = newest.messages[0];
  if (!before || !oldest || newest.next_before === null) return newest;
  const seam = before.messages.findIndex(({ id }) => id === oldest.id);
  if (seam < 0) return newest;
  const messages = [...before.messages.slice(0, seam), ...newest.messages];
  const added = messages.length - before.messages.length;
  if (newest.total_count - before.total_count !== added) return newest;
  return { messages, total_count: newest.total_count, next_before: before.next_before };
};

/** Puts in a message that the server has just told of: in its place of time when it is new, else instead of itself. */
export const putMessage = (history: History, message: Message): History => {
  const known = history.messages.findIndex(({ id }) => id === message.id);
  if (known >= 0) return { ...history, messages: history.messages.with(known, message) };
  const after = history.messages.findLastIndex(
    ({ created_at }) => created_at <= message.created_at,
  );
  return {
    ...history,
    messages: history.messages.toSpliced(after + 1, 0, message),
    total_count: history.total_count + 1,
  };
};
