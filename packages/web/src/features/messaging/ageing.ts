// How long somebody has been waiting for an answer, as the dot in the list of conversations says it.

export type Age = 'fresh' | 'waiting' | 'overdue';

const DAY = 86_400_000;

/**
 * Less than a day, less than three, longer.
 * @param last_inbound_at when the other side wrote last, ISO 8601; only while that is the last message
 */
export const ageOf = (last_inbound_at: string, now: Date): Age => {
  const days = (now.getTime() - Date.parse(last_inbound_at)) / DAY;
  if (days < 1) return 'fresh';
  return days < 3 ? 'waiting' : 'overdue';
};

export const AGE_WORDS: Record<Age, string> = {
  fresh: 'Waits for an answer, less than a day',
  waiting: 'Waits for an answer, more than a day',
  overdue: 'Waits for an answer, more than three days',
};
