// What an engine understood, written whole or not at all: fields that are empty, e-mail, note, memory, evidence.
import type { Extraction } from '@rapport/domain/enrichment/fields';
import { mergeMemory, renderNote } from '@rapport/domain/enrichment/note';
import type { Accepted, Sifted } from '@rapport/domain/enrichment/rules';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { trackChanges } from '../contacts/changes.service.ts';
import { addEmail, refuseMissing } from '../contacts/contacts.service.ts';
import { createEnrichmentNote, mergeMemoryNote } from '../notes/notes.service.ts';
import type { Reading } from './engine.service.ts';
import * as queries from './enrichment.queries.ts';

export type RunOptions = {
  /** Who asked, when it is not the one who acts. */
  requested_by?: string | null;
  /** Written in the transaction of the run. */
  alongside?: (ctx: Ctx) => Promise<void>;
};

export type Run = {
  contact_id: string;
  reading: Reading;
  sifted: Sifted;
  message_count: number;
  /** The call that was read; null for messages. */
  call_id: string | null;
  /** Of a call the summary does not take the place of one of the whole conversation. */
  keeps_summary: boolean;
};

/**
 * Writes one run in one transaction.
 * @returns its id
 * @throws CONTACT_NOT_FOUND when the contact went away while the engine read
 */
export const writeRun = async (
  ctx: Ctx,
  { contact_id, reading, sifted, message_count, call_id, keeps_summary }: Run,
  { requested_by = memberIdOf(ctx), alongside }: RunOptions,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    const { extraction, ...engine } = reading;
    const { accepted, refused } = sifted;
    const ai_summary = keeps_summary ? null : extraction.ai_summary;
    const filled = await fill(ctx, contact_id, accepted, ai_summary);
    const written = accepted.filter(({ field }) => filled.includes(field));
    const hasNote = call_id === null || written.length > 0;
    const note_id = hasNote
      ? await createEnrichmentNote(ctx, contact_id, renderNote(extraction, written))
      : null;
    const memory = await remember(ctx, contact_id, { ...extraction, ai_summary: ai_summary ?? '' });
    const id = newId();
    await queries.insertRun(ctx, {
      ...engine,
      ...memory,
      id,
      contact_id,
      source: call_id ? 'call' : 'messages',
      call_id,
      message_count,
      filled,
      extraction: JSON.stringify(extraction),
      refused: JSON.stringify(refused),
      suggested: JSON.stringify(accepted.filter(({ field }) => !filled.includes(field))),
      note_id,
      requested_by,
    });
    await queries.upsertEvidence(ctx, contact_id, id, [
      ...written.map(({ field, value, evidence }) => ({
        field,
        value,
        message_id: call_id ? null : evidence.turn_id,
        call_id,
        quote: evidence.quote,
      })),
      ...(ai_summary
        ? [{ field: 'ai_summary', value: ai_summary, message_id: null, call_id, quote: null }]
        : []),
    ]);
    await emit(ctx, 'contact.enriched', { contact_id, run_id: id });
    await alongside?.(ctx);
    return id;
  });

/** @returns the fields that were empty and are filled now */
const fill = async (
  ctx: Ctx,
  contact_id: string,
  accepted: Accepted[],
  ai_summary: string | null,
): Promise<string[]> => {
  const { email, ...columns } = Object.fromEntries(
    accepted.map(({ field, value }) => [field, value]),
  );
  const write = async (ctx: Ctx): Promise<string[]> => {
    const filled: string[] | null = await queries.fillEmpty(ctx, contact_id, columns, ai_summary);
    if (!filled) return refuseMissing();
    if (!email || (await queries.hasEmail(ctx, contact_id))) return filled;
    await addEmail(ctx, contact_id, email);
    return [...filled, 'email'];
  };
  return (await trackChanges(ctx, contact_id, write, 'enrichment')).result;
};

const remember = async (ctx: Ctx, contact_id: string, extraction: Extraction) => {
  let memory: { memory_before: string | null; memory_after: string | null };
  await mergeMemoryNote(ctx, contact_id, (before) => {
    const after = mergeMemory(before, extraction);
    memory = { memory_before: before, memory_after: after === '' ? null : after };
    return after;
  });
  return memory!;
};
