// Enrichment: read a contact's messages, fill what is empty, and keep the evidence.
import type { Turn } from '@rapport/domain/enrichment/fields';
import { mergeMemory, renderNote } from '@rapport/domain/enrichment/note';
import { sift, type Sifted } from '@rapport/domain/enrichment/rules';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { findOrganization, listMembers } from '../auth/organization.service.ts';
import { trackChanges } from '../contacts/changes.service.ts';
import { addEmail, getContact, refuseMissing } from '../contacts/contacts.service.ts';
import { listTexts } from '../messaging/messages.service.ts';
import { createEnrichmentNote, mergeMemoryNote } from '../notes/notes.service.ts';
import { type Reading, readConversation } from './engine.service.ts';
import { enrichmentErrors } from './enrichment.errors.ts';
import * as queries from './enrichment.queries.ts';

export { findLastRun, listEvidence } from './enrichment.queries.ts';

/** The newest messages that are read; a longer history says who somebody is long before this. */
const MOST_MESSAGES = 5000;

export type RunOptions = {
  /** Who asked, when it is not the one who acts. */
  requested_by?: string | null;
  /** Written in the transaction of the run. */
  alongside?: (ctx: Ctx) => Promise<void>;
};

/**
 * Enriches one contact from its messages. The engine runs outside any transaction; what it says is then
 * checked, and written whole or not at all.
 * @throws NO_MESSAGES when there is no text, CONTACT_NOT_FOUND when the contact went away meanwhile
 */
export const enrichFromMessages = async (
  ctx: Ctx,
  contact_id: string,
  options: RunOptions = {},
) => {
  const turns = await readTurns(ctx, contact_id);
  if (turns.length === 0) throw enrichmentErrors.NO_MESSAGES();
  const reading = await read(ctx, contact_id, turns);
  return write(ctx, contact_id, turns, reading, sift(reading.extraction, turns), options);
};

const readTurns = async (ctx: Ctx, contact_id: string): Promise<Turn[]> => {
  const texts = await listTexts(ctx, contact_id, MOST_MESSAGES);
  return texts.map(({ id, direction, body, channel, created_at }) => ({
    id,
    direction,
    body,
    channel,
    sent_at: created_at.toISOString(),
  }));
};

const read = async (ctx: Ctx, contact_id: string, turns: Turn[]): Promise<Reading> => {
  const [organization, members, contact] = await Promise.all([
    findOrganization(ctx),
    listMembers(ctx),
    getContact(ctx, contact_id),
  ]);
  return readConversation(ctx, 'enrichment', {
    turns,
    default_country: organization.default_country,
    home_names: [organization.name, ...members.map((member) => member.name)],
    phone: contact.phones[0]?.phone_number ?? null,
    on_record: {
      first_name: contact.first_name,
      last_name: contact.last_name,
      company: contact.company ?? '',
      job_title: contact.job_title ?? '',
    },
    now: ctx.now(),
  });
};

const write = async (
  ctx: Ctx,
  contact_id: string,
  turns: Turn[],
  { extraction, ...reading }: Reading,
  { accepted, refused }: Sifted,
  { requested_by = memberIdOf(ctx), alongside }: RunOptions,
) =>
  inTx(ctx, async (ctx) => {
    const { email, ...columns } = Object.fromEntries(
      accepted.map(({ field, value }) => [field, value]),
    );
    const fill = async (ctx: Ctx): Promise<string[]> => {
      const filled: string[] | null = await queries.fillEmpty(
        ctx,
        contact_id,
        columns,
        extraction.ai_summary,
      );
      if (!filled) return refuseMissing();
      if (!email || (await queries.hasEmail(ctx, contact_id))) return filled;
      await addEmail(ctx, contact_id, email);
      return [...filled, 'email'];
    };
    const { result: filled } = await trackChanges(ctx, contact_id, fill, 'enrichment');
    const written = accepted.filter(({ field }) => filled.includes(field));
    const note_id = await createEnrichmentNote(ctx, contact_id, renderNote(extraction, written));
    await mergeMemoryNote(ctx, contact_id, (before) => mergeMemory(before, extraction));

    const id = newId();
    await queries.insertRun(ctx, {
      id,
      contact_id,
      ...reading,
      message_count: turns.length - reading.omitted_count,
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
        message_id: evidence.turn_id,
        quote: evidence.quote,
      })),
      ...(extraction.ai_summary === ''
        ? []
        : [{ field: 'ai_summary', value: extraction.ai_summary, message_id: null, quote: null }]),
    ]);
    await emit(ctx, 'contact.enriched', { contact_id, run_id: id });
    await alongside?.(ctx);
    return (await queries.findLastRun(ctx, contact_id))!;
  });
