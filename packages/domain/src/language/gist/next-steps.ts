// What is agreed or asked and still open at the end of the conversation.

import type { Sourced, Turn } from '../../enrichment/fields.ts';
import type { KeyDate } from './dates.ts';
import { dayLabel, weekdayLabel } from './days.ts';
import { asked, byWhom, clause, ours, theirs } from './retelling.ts';
import { capital, quoteOf, type Sentence, tidy } from './sentences.ts';
import {
  DOCUMENTS,
  IDLE_PROMISE,
  IDLE_REQUEST,
  NEED,
  OPEN_QUESTION,
  DONE_BY_THEM,
  DONE_BY_US,
  PROMISE,
  PROMISED_DOCUMENT,
  QUESTION,
  REQUEST,
  THEIR_PROMISE,
  YOU_WILL_HAVE,
} from './step-cues.ts';
import { isTelling, stem, wordsOf } from './words.ts';

export type Step = Sourced<string> & {
  index: number;
  kind: 'asked' | 'promised' | 'theirs' | 'appointment';
};

const MOST_STEPS = 5;
const DAY = 86_400_000;
const OPEN_DAYS = 30;
const LONGEST_STEP = 90;

/**
 * At most five open steps: what they wait for first, then what we promised, then appointments ahead.
 * @param turns oldest first; `sentences` are theirs
 * @param dates key dates of the same conversation
 * @param now milliseconds since 1970
 */
export function findNextSteps(
  turns: Turn[],
  sentences: Sentence[],
  dates: KeyDate[],
  now: number,
): Step[] {
  const last = sentences.at(-1);
  if (!last) return [];
  const recent = sentences.filter(({ time }) => !(last.time - time > OPEN_DAYS * DAY));
  const steps = [
    ...unanswered(turns, recent),
    ...promises(recent),
    ...appointments(dates, recent, now),
  ];
  const order = { asked: 0, promised: 1, appointment: 2, theirs: 3 };
  const kept: Step[] = [];
  for (const step of steps.sort((a, b) => order[a.kind] - order[b.kind] || b.index - a.index))
    if (!kept.some((other) => isSame(other.value, step.value))) kept.push(step);
  return kept.slice(0, MOST_STEPS);
}

/** What they asked for after our last message. */
function unanswered(turns: Turn[], sentences: Sentence[]): Step[] {
  const lastOurs = turns.findLastIndex(({ direction }) => direction === 'outbound');
  return sentences.flatMap((sentence) => {
    if (sentence.index <= lastOurs) return [];
    const what = requestIn(sentence);
    if (!what) return [];
    const value = `${what} (asked ${saidOn(sentence)})`;
    return [{ value, evidence: quoteOf(sentence), index: sentence.index, kind: 'asked' as const }];
  });
}

/** A request in words for a colleague; a question, or a request too long to be rephrased, as it was asked. */
function requestIn(sentence: Sentence): string | null {
  const { text } = sentence;
  if (IDLE_REQUEST.test(text)) return null;
  const request = REQUEST.exec(text);
  if (request) {
    const what = tidy(request[1] ?? request[2]!).replace(/\?+$/, '');
    const isPlain =
      what.length <= LONGEST_STEP && !/\b(?:i|we|i'm|im)\b/iu.test(what) && !/[?"]/.test(what);
    if (isPlain) return capital(asked(what.replace(/,? (?:please|pls|plz|thanks|thx)\b.*$/iu, '')));
  }
  const need = NEED.exec(text);
  if (need && !sentence.asks)
    return `They need ${theirs(clause(text.slice(need.index + need[0].length)))}`;
  if (!request && !(sentence.asks && QUESTION.test(text)) && !OPEN_QUESTION.test(text)) return null;
  return `Answer: "${tidy(text, LONGEST_STEP)}"`;
}

/** What we said we would do, and what they said they would, with nothing later that shows it done. */
function promises(sentences: Sentence[]): Step[] {
  const steps: Step[] = [];
  sentences.forEach((sentence, at) => {
    const step = sentence.inbound
      ? theirPromise(sentence)
      : ourPromise(sentence, sentences.slice(Math.max(0, at - 6), at));
    if (step && !isDone(step, sentence, sentences.slice(at + 1))) steps.push(step);
  });
  return steps;
}

function ourPromise(sentence: Sentence, before: Sentence[]): Step | null {
  if (sentence.asks || IDLE_PROMISE.test(sentence.text)) return null;
  const { text } = sentence;
  const promised = `(promised ${saidOn(sentence)})`;
  const base = { evidence: quoteOf(sentence), index: sentence.index, kind: 'promised' as const };
  const promise = PROMISE.exec(text);
  if (promise)
    return {
      ...base,
      value:
        `${byWhom(promise)}${ours(clause(text.slice(promise.index + promise[0].length - promise.groups!['action']!.length)))}`.replace(
          /^./u,
          capital,
        ) + ` ${promised}`,
    };
  const have = YOU_WILL_HAVE.exec(text);
  if (have) {
    const what = /^(?:it|them|that)$/i.test(have[1]!) ? (documentIn(before) ?? have[1]!) : have[1]!;
    return {
      ...base,
      value:
        `Get them ${ours(what)} ${clause(text.slice(have.index + have[0].length)).trim()}`.trim() +
        ` ${promised}`,
    };
  }
  const document = PROMISED_DOCUMENT.exec(text);
  if (document)
    return {
      ...base,
      value: `Send the ${document[1]!.toLowerCase()} ${document[2] ?? ''}`.trim() + ` ${promised}`,
    };
  return null;
}

function theirPromise(sentence: Sentence): Step | null {
  const promise = THEIR_PROMISE.exec(sentence.text);
  if (!promise || sentence.asks || IDLE_PROMISE.test(sentence.text)) return null;
  const what = clause(sentence.text.slice(promise.index + promise[0].length - promise[1]!.length));
  return {
    value: `Waiting for them to ${theirs(what)} (said ${saidOn(sentence)})`,
    evidence: quoteOf(sentence),
    index: sentence.index,
    kind: 'theirs',
  };
}

function appointments(dates: KeyDate[], sentences: Sentence[], now: number): Step[] {
  const today = new Date(now).toISOString().slice(0, 10);
  const clock = new Date(now).toISOString().slice(11, 16);
  const oldest = sentences[0]?.index ?? 0;
  return dates
    .filter(
      ({ kind, day, hour, index }) =>
        kind === 'appointment' &&
        index >= oldest &&
        (day > today || (day === today && (hour ?? '24') > clock)),
    )
    .map(({ what, day, hour, evidence, index }) => ({
      value: `${capital(what.replace(/^promised: /, 'They are promised '))} on ${weekdayLabel(day)}${hour ? ` at ${hour}` : ''}`,
      evidence,
      index,
      kind: 'appointment' as const,
    }));
}

function isDone(step: Step, sentence: Sentence, later: Sentence[]): boolean {
  const keys = keysOf(step.value);
  return later.some((other) => {
    if (other.index === sentence.index) return false;
    const isShared = wordsOf(other.text).some(({ folded }) => keys.has(stem(folded)));
    const isClose = other.index - sentence.index <= 3;
    if (step.kind === 'theirs')
      return !other.inbound
        ? DONE_BY_THEM.test(other.text)
        : isShared || (DONE_BY_US.test(other.text) && isClose);
    if (!other.inbound)
      return DONE_BY_US.test(other.text) && (isShared || other.index - sentence.index <= 8);
    return (
      DONE_BY_THEM.test(other.text) &&
      (isShared || (isClose && other.time - sentence.time > DAY / 8))
    );
  });
}

function keysOf(value: string): Set<string> {
  return new Set(
    wordsOf(value.replace(/\([^)]*\)$/, ''))
      .filter(({ folded }) => isTelling(folded) || DOCUMENTS.test(folded))
      .map(({ folded }) => stem(folded)),
  );
}

function isSame(a: string, b: string): boolean {
  const keys = keysOf(a);
  const others = [...keysOf(b)];
  return (
    others.length > 0 &&
    others.filter((key) => keys.has(key)).length * 2 > Math.min(keys.size, others.length)
  );
}

function documentIn(before: Sentence[]): string | null {
  for (const { text } of before.toReversed()) {
    const match = DOCUMENTS.exec(text);
    if (match) return `the ${match[0].toLowerCase()}`;
  }
  return null;
}

function saidOn({ turn }: Sentence): string {
  return dayLabel(turn.sent_at.slice(0, 10));
}
