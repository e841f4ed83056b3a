// Suggestions: three answers to a message that came in, from the organization's language model or the
// built-in engine; made when the message arrives, and anew when somebody asks.
import { termsOf } from '@rapport/domain/messaging/suggest-similarity';
import type { SuggestInput } from '@rapport/domain/messaging/suggest';
import { fillVariables } from '@rapport/domain/messaging/canned';
import type { Suggestion } from '@rapport/domain/messaging/suggestion';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { findOrganization, listMembers } from '../auth/organization.service.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { listNotes } from '../notes/notes.service.ts';
import { askModel } from '../settings/llm.service.ts';
import { listCannedReplies, variablesFor } from './canned-replies.service.ts';
import { inboxErrors } from './inbox.errors.ts';
import {
  SUGGESTING_INSTRUCTIONS,
  suggestedReplies,
  suggestingData,
} from './suggestions.prompts.ts';
import * as queries from './suggestions.queries.ts';

/** So much of the conversation is considered. */
const LAST_MESSAGES = 20;
const MOST_WORDS = 6;

/** What was suggested to a message; nothing when it was not yet. @throws MESSAGE_NOT_FOUND, SUGGESTIONS_INBOUND_ONLY */
export const getSuggestions = async (ctx: Ctx, message_id: string) => {
  await requireAsked(ctx, message_id);
  return present(ctx, message_id);
};

/** Suggests three answers now; earlier ones are replaced. @throws MESSAGE_NOT_FOUND, SUGGESTIONS_INBOUND_ONLY */
export const makeSuggestions = async (ctx: Ctx, message_id: string) => {
  const asked = await requireAsked(ctx, message_id);
  const made = await suggest(ctx, await gather(ctx, asked));
  await inTx(ctx, async (ctx) => {
    const now = await queries.findAsked(ctx, message_id);
    if (!now) throw inboxErrors.MESSAGE_NOT_FOUND();
    await queries.saveSuggestions(ctx, message_id, made);
    await emit(ctx, 'messaging.suggestions.ready', { contact_id: now.contact_id, message_id });
  });
  return present(ctx, message_id);
};

const requireAsked = async (ctx: Ctx, message_id: string): Promise<queries.Asked> => {
  const asked = await queries.findAsked(ctx, message_id);
  if (!asked) throw inboxErrors.MESSAGE_NOT_FOUND();
  if (asked.direction !== 'inbound') throw inboxErrors.SUGGESTIONS_INBOUND_ONLY();
  return asked;
};

const present = async (ctx: Ctx, message_id: string) => {
  const found = await queries.findSuggestions(ctx, message_id);
  return {
    message_id,
    suggestions: (found?.suggestions ?? []) as Suggestion[],
    engine: (found?.engine ?? null) as 'local' | 'llm' | null,
    model: found?.model ?? null,
    created_at: found?.created_at ?? null,
  };
};

/** A model that is slow, broken or over its limit is replaced by the built-in engine. */
const suggest = async (ctx: Ctx, input: SuggestInput) => {
  const answer = await askModel(ctx, 'suggestions', {
    instructions: SUGGESTING_INSTRUCTIONS,
    data: suggestingData(input),
    schema: suggestedReplies,
  });
  if (answer.status !== 'answered') {
    const { suggester } = ctx.ports;
    const { engine, model } = suggester;
    return { engine, model, suggestions: await suggester.suggest(input) };
  }
  const suggestions = answer.value.suggestions
    .map(({ body, confidence }) => ({
      body,
      confidence: Math.min(1, Math.max(0, confidence)),
      source: 'model' as const,
    }))
    .toSorted((a, b) => b.confidence - a.confidence);
  return { engine: 'llm', model: answer.model, suggestions };
};

/** Everything that an engine may look at. */
const gather = async (ctx: Ctx, asked: queries.Asked): Promise<SuggestInput> => {
  const { contact_id } = asked;
  const [texts, contact, organization, members, canned, variables, notes] = await Promise.all([
    queries.listTextsUpTo(ctx, asked, LAST_MESSAGES),
    getContact(ctx, contact_id),
    findOrganization(ctx),
    listMembers(ctx),
    listCannedReplies(ctx),
    variablesFor(ctx, contact_id),
    listNotes(ctx, contact_id, { area: ['memory'], sort: 'newest' }),
  ]);
  const turns = texts.map(({ created_at, ...turn }) => ({
    ...turn,
    sent_at: created_at.toISOString(),
  }));
  return {
    turns,
    contact,
    canned: canned.map(({ shortcut, title, body }) => ({
      shortcut,
      title,
      ...fillVariables(body, variables),
    })),
    answers: await queries.listEarlierAnswers(ctx, asked, wordsToFind(turns)),
    memory: notes.flatMap(({ body }) => linesOf(body)),
    home_names: [organization.name, ...members.map(({ name }) => name)],
  };
};

/** The longest words of what was asked: they tell most. */
const wordsToFind = (turns: SuggestInput['turns']): string[] => {
  const asked = turns.slice(turns.findLastIndex(({ direction }) => direction === 'outbound') + 1);
  const words = new Set(termsOf(asked.map(({ body }) => body).join('\n')));
  return [...words]
    .filter((word) => word.length > 2)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
};

/** The lines of a memory note without headings, bullets and the signs that keep them from being markup. */
const linesOf = (note: string): string[] =>
  note
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.replace(/^- /, '').replace(/\\(.)/g, '$1').trim())
    .filter(Boolean);
