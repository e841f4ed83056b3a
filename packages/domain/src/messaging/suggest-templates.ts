// Answers for common occasions that are true whoever writes them: they promise a look, never a fact.
import { isEmptyName } from '../contacts/names.ts';
import type { Intent, Spoken } from './suggest-intents.ts';
import { TEMPLATES } from './suggest-templates-text.ts';
import type { Suggestion } from './suggestion.ts';

const FIRST = 0.55;
/** Each further intent of a message, and each further template of an intent, is a little less likely. */
const PER_INTENT = 0.08;
const PER_TEMPLATE = 0.06;
/** Answers that fit anything. */
const ANYTHING = 0.25;

/** What fits the intents of a message, and three answers that fit anything: never less than three. */
export const findTemplates = (
  intents: Intent[],
  language: Spoken,
  first_name: string,
): Suggestion[] => {
  const name = isEmptyName(first_name) ? null : first_name.trim();
  const named = (text: string): string =>
    text
      .replaceAll('{name}', () => (name === null ? '' : `, ${name}`))
      .replaceAll('{hello}', () => (name === null ? '' : ` ${name}`));
  const { anything, ...occasions } = TEMPLATES[language];
  const fitting = intents.flatMap((intent, i) =>
    occasions[intent].map((text, j) => suggestion(text, FIRST - i * PER_INTENT - j * PER_TEMPLATE)),
  );
  const others = anything.map((text, j) => suggestion(text, ANYTHING - j * PER_TEMPLATE));
  return [...fitting, ...others].map((one) => ({ ...one, body: named(one.body) }));
};

const suggestion = (body: string, confidence: number): Suggestion => ({
  body,
  confidence,
  source: 'template',
});
