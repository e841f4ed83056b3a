// Canned replies that fit a question.
import { type Intent, readIntents } from './suggest-intents.ts';
import { similarities } from './suggest-similarity.ts';
import type { Suggestion } from './suggestion.ts';

/** A canned reply whose variables are filled; `unfilled` are those that nobody knows. */
export type CannedText = { shortcut: string; title: string; text: string; unfilled: string[] };

const LEAST = 0.2;

/** A reply fits when its title and text have the words of the question, or when it is for such occasions. */
export const findCanned = (
  question: string,
  intents: Intent[],
  canned: CannedText[],
): Suggestion[] => {
  const titles = similarities(
    question,
    canned.map(({ shortcut, title }) => `${shortcut.replace(/[-_]/g, ' ')} ${title}`),
  );
  const texts = similarities(
    question,
    canned.map(({ text }) => text),
  );
  return canned.flatMap(({ shortcut, title, text, unfilled }, i) => {
    if (unfilled.length > 0) return [];
    const likeness = Math.max(titles[i]!, texts[i]!);
    const occasion = isFor(`${shortcut.replace(/[-_]/g, ' ')} ${title}`, intents);
    const fit = Math.max(likeness, occasion ? 0.6 : 0);
    if (fit < LEAST) return [];
    return [{ body: text.trim(), confidence: 0.4 + 0.5 * fit, source: 'canned_reply' as const }];
  });
};

/** Whether a title names what the question is about: "Opening hours", "Prices". */
const isFor = (title: string, intents: Intent[]): boolean =>
  intents.length > 0 &&
  ['en', 'es', 'fr', 'de', 'pt'].some((language) =>
    readIntents(title, language).some((intent) => intent === intents[0]),
  );
