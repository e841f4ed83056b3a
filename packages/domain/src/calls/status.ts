// What providers say of a call -> our three states and how it ended; however late or often it is said.

export const CALL_STATUSES = ['in-progress', 'completed', 'unknown'] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

export const CALL_OUTCOMES = [
  'answered',
  'voicemail',
  'missed',
  'busy',
  'failed',
  'canceled',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

const RANK: Record<CallStatus, number> = { unknown: 0, 'in-progress': 1, completed: 2 };

/** Our state for one of Twilio's (`CallStatus`, `DialCallStatus`); a word that is not known says nothing. */
export const callStatusOf = (word: string): CallStatus => {
  switch (word) {
    case 'queued':
    case 'initiated':
    case 'ringing':
    case 'in-progress':
    case 'answered':
      return 'in-progress';
    case 'completed':
    case 'busy':
    case 'no-answer':
    case 'failed':
    case 'canceled':
      return 'completed';
    default:
      return 'unknown';
  }
};

/** The state after one more report: it only moves on, and a completed call stays completed. */
export const laterStatus = (before: CallStatus, reported: CallStatus): CallStatus =>
  RANK[reported] > RANK[before] ? reported : before;

/** How the called side ended, in one of Twilio's words for a leg; null while it goes on. */
export const outcomeOf = (word: string): CallOutcome | null => {
  switch (word) {
    case 'completed':
    case 'answered':
      return 'answered';
    case 'no-answer':
      return 'missed';
    case 'busy':
    case 'failed':
    case 'canceled':
      return word;
    default:
      return null;
  }
};

/** Somebody spoke; a message was left; nobody was reached, for a reason that is better than none. */
const TELLING: CallOutcome[] = ['missed', 'canceled', 'failed', 'busy', 'voicemail', 'answered'];

/** Of two things said about one call the one that tells more: the order of arrival does not matter. */
export const tellingOutcome = (
  a: CallOutcome | null,
  b: CallOutcome | null,
): CallOutcome | null => {
  if (a === null || b === null) return a ?? b;
  return TELLING.indexOf(a) >= TELLING.indexOf(b) ? a : b;
};
