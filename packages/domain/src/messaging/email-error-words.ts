// What a person is told about a mail that did not arrive: the other host's own words, and what they mean.
import { errorWords } from './error-words.ts';

const UNKNOWN =
  'We do not know whether this was sent: the mail server took it and did not answer. It is not sent again by itself.';

/**
 * @param code a word of ours (`bounce_hard`, `smtp_550`, `cancelled` ...); null = it did not fail
 * @param words what the other host said
 * @returns null when there is nothing to say
 */
export const emailErrorWords = (
  is_outcome_unknown: boolean,
  code: string | null,
  words: string | null,
): string | null => {
  if (is_outcome_unknown) return UNKNOWN;
  if (code === null) return null;
  const said = words ? ` They said: "${words}"` : '';
  if (code === 'bounce_hard') return `It came back: the address does not work.${said}`;
  if (code === 'bounce_soft') return `It came back, and may arrive when sent again later.${said}`;
  if (code.startsWith('smtp_')) return `The mail server did not take it.${said}`;
  if (code === 'unreachable') return `The mail server could not be reached for a day.${said}`;
  if (code === 'suppressed') return 'Not sent: mail to this address came back or was not wanted.';
  return errorWords(code);
};
