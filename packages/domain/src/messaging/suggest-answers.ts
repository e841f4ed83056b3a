// What this organization answered before, to messages like the one that waits.
import { fold } from '../language/tokens.ts';
import { forOthers, type Person, toldBy } from './suggest-safety.ts';
import { similarities } from './suggest-similarity.ts';
import type { Suggestion } from './suggestion.ts';

/** A message that came in once, and what was answered. */
export type EarlierAnswer = { question: string; answer: string; person: Person };

const LEAST = 0.25;
const SHORTEST = 2;

/** The answers to the most similar questions that may be said to this contact; often given ones first. */
export const findEarlierAnswers = (
  question: string,
  input: {
    contact: { first_name: string };
    canned: { text: string }[];
    answers: EarlierAnswer[];
    home_names: string[];
  },
): Suggestion[] => {
  const { answers, contact } = input;
  const audience = {
    first_name: contact.first_name,
    ours: new Set([...input.home_names, ...input.canned.map(({ text }) => text)].flatMap(wordsOf)),
    told: countTold(answers),
  };
  const fits = similarities(
    question,
    answers.map((answer) => answer.question),
  );
  const best = new Map<string, { body: string; fit: number; people: Set<string> }>();
  answers.forEach(({ answer, person }, i) => {
    if (fits[i]! < LEAST) return;
    const body = forOthers(answer, person, audience);
    if (body === null || body.length < SHORTEST) return;
    const key = wordsOf(body).join(' ');
    const known = best.get(key) ?? { body, fit: 0, people: new Set<string>() };
    known.fit = Math.max(known.fit, fits[i]!);
    known.people.add(person.contact_id);
    best.set(key, known);
  });
  return [...best.values()].map(({ body, fit, people }) => ({
    body,
    // Said to many, it is the house's answer.
    confidence: 0.3 + 0.5 * fit + Math.min(0.1, 0.03 * (people.size - 1)),
    source: 'earlier_answer',
  }));
};

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** To how many people each word and number was told. */
const countTold = (answers: EarlierAnswer[]): ((word: string) => number) => {
  const people = new Map<string, Set<string>>();
  for (const { answer, person } of answers)
    for (const word of toldBy(answer))
      people.set(word, (people.get(word) ?? new Set()).add(person.contact_id));
  return (word) => people.get(word)?.size ?? 0;
};
