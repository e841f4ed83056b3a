// What an inbound text says about being written to. Only a text that is nothing but the word counts: of the
// texts that contain such a word, most talk about something else ("the bus stop").

const STOP = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
]);
const START = new Set(['START', 'UNSTOP']);
const HELP = new Set(['HELP', 'INFO']);

export type OptOut = 'stop' | 'start' | 'help' | 'asks_to_stop';

/**
 * @param text the whole inbound text
 * @param isSuppressed whether the sender is: only then YES is a consent
 * @returns `asks_to_stop` for clear wording that is no keyword: a person looks at it, nothing is blocked
 */
export const readOptOut = (text: string, isSuppressed: boolean): OptOut | null => {
  const word = text.trim().toUpperCase();
  if (STOP.has(word)) return 'stop';
  if (START.has(word) || (word === 'YES' && isSuppressed)) return 'start';
  if (HELP.has(word)) return 'help';
  return ASKS_TO_STOP.test(text) ? 'asks_to_stop' : null;
};

/** The word that was sent, as it is kept with a suppression. */
export const keywordOf = (text: string): string => text.trim().toUpperCase();

const MESSAGING =
  '(text|textin|texting|texts|messag|messaging|messages|contact|contacting|writing|sms|spam|spamming)';
const ASKS_TO_STOP = new RegExp(
  [
    `\\bstop\\s+(sending|${MESSAGING})\\w*\\b`,
    `\\b(do\\s*n[o']?t|don’t|do\\s+not|never)\\s+(text|message|contact|write|sms)\\s+(to\\s+)?(me|us|this)\\b`,
    `\\b(remove|delete|take)\\s+(me|us|my\\s+number|this\\s+number)\\s+(from|off)\\b`,
    `\\bunsubscribe\\s+me\\b`,
    `\\b(opt|opting)\\s+(me\\s+)?out\\b`,
    `\\bno\\s+more\\s+(texts|messages|sms)\\b`,
    `\\bleave\\s+me\\s+alone\\b`,
  ].join('|'),
  'i',
);
