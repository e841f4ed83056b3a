// The local suggester: three answers to a message that came in, from what this organization writes itself.
import type { Turn } from '../enrichment/fields.ts';
import { fold } from '../language/tokens.ts';
import { type EarlierAnswer, findEarlierAnswers } from './suggest-answers.ts';
import { type CannedText, findCanned } from './suggest-canned.ts';
import { findMemory } from './suggest-memory.ts';
import { findTemplates } from './suggest-templates.ts';
import { readIntents, speechOf } from './suggest-intents.ts';
import type { Suggestion } from './suggestion.ts';

export type SuggestInput = {
  /** The last messages with this contact, oldest first; what they wrote last is answered. */
  turns: Turn[];
  contact: { first_name: string; preferred_language: string | null };
  /** Texts of the team, their variables filled for this contact. */
  canned: CannedText[];
  /** What this organization answered to messages like this one, also of other people. */
  answers: EarlierAnswer[];
  /** What is known of this contact, one line each. */
  memory: string[];
  /** Names of ourselves: organization and members. */
  home_names: string[];
};

export const SUGGESTIONS = 3;

/**
 * Exactly three answers, the best first. Pure: the same input gives the same answers. Words of other
 * people's conversations are used only as far as they tell nothing of them (suggest-safety.ts).
 */
export const suggestReplies = (input: SuggestInput): Suggestion[] => {
  const asked = lastAsked(input.turns);
  const text = asked.map(({ body }) => body).join('\n');
  const language = speechOf(input.turns, input.contact.preferred_language);
  const intents = readIntents(text, language);
  const candidates = [
    ...findCanned(text, intents, input.canned),
    ...findEarlierAnswers(text, input),
    ...findMemory(text, language, input.memory),
    ...findTemplates(intents, language, input.contact.first_name),
  ].toSorted((a, b) => b.confidence - a.confidence);
  return distinct(candidates).slice(0, SUGGESTIONS).map(rounded);
};

/** What they wrote since our last word: people spread one question over three messages. */
const lastAsked = (turns: Turn[]): Turn[] => {
  const ours = turns.findLastIndex(({ direction }) => direction === 'outbound');
  return turns.slice(ours + 1).slice(-5);
};

/** Nearly the same words twice are one answer. */
const distinct = (candidates: Suggestion[]): Suggestion[] => {
  const kept: { candidate: Suggestion; words: Set<string> }[] = [];
  for (const candidate of candidates) {
    const words = new Set(fold(candidate.body).match(/[\p{L}\p{N}]+/gu) ?? []);
    if (!kept.some((other) => likeness(other.words, words) > 0.75)) kept.push({ candidate, words });
  }
  return kept.map(({ candidate }) => candidate);
};

/** Jaccard's index: the share of all words that both have. */
const likeness = (a: Set<string>, b: Set<string>): number => {
  const both = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - both;
  return all === 0 ? 1 : both / all;
};

const rounded = (suggestion: Suggestion): Suggestion => ({
  ...suggestion,
  confidence: Math.round(Math.min(0.95, Math.max(0.05, suggestion.confidence)) * 100) / 100,
});
