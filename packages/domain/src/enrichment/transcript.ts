// A conversation as a language model reads it: numbered lines, who spoke, the newest part of a long one.
import type { Turn } from './fields.ts';

/** Of one message so many characters are read. */
export const LONGEST_MESSAGE = 500;

export type Transcript = {
  /** One line a message in order of time: `#3 INBOUND 2026-05-11 09:30: text`. */
  text: string;
  /** The turn of each number: `#1` is the first. */
  turns: Turn[];
  /** How many older messages were left out because the history is too long. */
  omitted: number;
};

/**
 * Writes a conversation down. A message is one line whatever it holds, so that none can pretend to be
 * another; control characters are gone.
 * @param turns in order of time
 * @param budget characters in all; about four are a token. The newest messages are kept
 */
export const writeTranscript = (turns: readonly Turn[], budget: number): Transcript => {
  const kept: { turn: Turn; line: string }[] = [];
  let length = 0;
  for (const turn of turns.toReversed()) {
    const line = `${turn.direction.toUpperCase()} ${turn.sent_at.slice(0, 16).replace('T', ' ')}: ${oneLine(turn.body)}`;
    length += line.length + NUMBER_LENGTH;
    if (length > budget && kept.length > 0) break;
    kept.push({ turn, line });
  }
  kept.reverse();
  return {
    text: kept.map(({ line }, index) => `#${index + 1} ${line}`).join('\n'),
    turns: kept.map(({ turn }) => turn),
    omitted: turns.length - kept.length,
  };
};

const NUMBER_LENGTH = 8;

const oneLine = (text: string): string =>
  [...text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()].slice(0, LONGEST_MESSAGE).join('');
