// Suggestions: three answers to a message that came in, to be used, changed or left.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { time, uuid } from './shared.ts';

/** Where the words of a suggestion come from. */
export const SUGGESTION_SOURCES = [
  'canned_reply',
  'earlier_answer',
  'memory',
  'template',
  'model',
] as const;

export const suggestion = z.object({
  body: z.string(),
  /** 0 to 1: how well it is expected to fit. */
  confidence: z.number().min(0).max(1),
  source: z.enum(SUGGESTION_SOURCES),
});
export type Suggestion = z.output<typeof suggestion>;

const suggestionSet = z.object({
  message_id: uuid,
  /** Exactly three, the best one first; empty when none were made yet. */
  suggestions: z.array(suggestion),
  /** `local`: the built-in engine, which no text leaves this server for. Null before the first time. */
  engine: z.enum(['local', 'llm']).nullable(),
  model: z.string().nullable(),
  created_at: time.nullable(),
});

const params = z.object({ message_id: uuid });

export const suggestionsApi = defineApi({
  getSuggestions: endpoint({
    method: 'GET',
    path: '/api/messages/{message_id}/suggestions',
    access: { kind: 'person', permission: 'message:read' },
    summary: 'The answers that were suggested to an inbound message.',
    params,
    response: suggestionSet,
  }),
  makeSuggestions: endpoint({
    method: 'POST',
    path: '/api/messages/{message_id}/suggestions',
    access: { kind: 'person', permission: 'message:send' },
    summary: 'Suggest three answers to an inbound message, now; earlier ones are replaced.',
    params,
    response: suggestionSet,
  }),
});
