// The port to whatever suggests answers without a language model.
import { type SuggestInput, suggestReplies } from '@rapport/domain/messaging/suggest';
import type { Suggestion } from '@rapport/domain/messaging/suggestion';

export type Suggester = {
  engine: 'local' | 'llm';
  model: string | null;
  /** Exactly three answers, the best first. */
  suggest: (input: SuggestInput) => Promise<Suggestion[]>;
};

/** The built-in engine: deterministic, offline, no key. */
export const localSuggester: Suggester = {
  engine: 'local',
  model: null,
  suggest: async (input) => suggestReplies(input),
};
