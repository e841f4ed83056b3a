// Enrichment: read a contact's messages or one of its calls, fill what is empty, and keep the evidence.
import { turnsOf } from '@rapport/domain/calls/segments';
import { isStub } from '@rapport/domain/contacts/names';
import type { Turn } from '@rapport/domain/enrichment/fields';
import { sift } from '@rapport/domain/enrichment/rules';
import type { Ctx } from '../../platform/ctx.ts';
import { findOrganization, listMembers } from '../auth/organization.service.ts';
import { findTranscript } from '../calls/transcripts.service.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { listTexts } from '../messaging/messages.service.ts';
import { readConversation } from './engine.service.ts';
import { enrichmentErrors } from './enrichment.errors.ts';
import { type RunOptions, writeRun } from './write.service.ts';

/** The newest messages that are read; a longer history says who somebody is long before this. */
const MOST_MESSAGES = 5000;

/**
 * Enriches one contact from its messages. The engine runs outside any transaction; what it says is then
 * checked, and written whole or not at all.
 * @returns the id of the run
 * @throws NO_MESSAGES when there is no text, CONTACT_NOT_FOUND when the contact went away meanwhile
 */
export const enrichFromMessages = async (
  ctx: Ctx,
  contact_id: string,
  options: RunOptions = {},
): Promise<string> => {
  const turns = await readTurns(ctx, contact_id);
  if (turns.length === 0) throw enrichmentErrors.NO_MESSAGES();
  const contact = await getContact(ctx, contact_id);
  const reading = await readConversation(ctx, 'enrichment', await inputOf(ctx, contact, turns));
  const run = {
    contact_id,
    reading,
    sifted: sift(reading.extraction, turns),
    message_count: turns.length - reading.omitted_count,
    call_id: null,
    keeps_summary: false,
  };
  return writeRun(ctx, run, options);
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

/**
 * Reads what was said in a call. Only a contact without a name is filled from it: of anybody else a call
 * adds to the memory alone.
 * @returns the id of the run; null when there is nothing to read
 */
export const enrichFromCall = async (
  ctx: Ctx,
  call_id: string,
  options: RunOptions = {},
): Promise<string | null> => {
  const call = await findTranscript(ctx, call_id);
  if (!call) return null;
  const turns = turnsOf(call.segments, call_id, call.started_at.toISOString());
  if (!turns.some(({ direction }) => direction === 'inbound')) return null;
  const { contact_id } = call;
  const contact = await getContact(ctx, contact_id);
  const input = await inputOf(ctx, contact, turns);
  const reading = await readConversation(ctx, 'call_enrichment', input);
  const sifted = sift(reading.extraction, turns);
  const run = {
    contact_id,
    reading,
    sifted: isStub(contact) ? sifted : { accepted: [], refused: [] },
    message_count: turns.length - reading.omitted_count,
    call_id,
    keeps_summary: contact.ai_summary !== null,
  };
  return writeRun(ctx, run, options);
};

const inputOf = async (
  ctx: Ctx,
  contact: Awaited<ReturnType<typeof getContact>>,
  turns: Turn[],
) => {
  const [organization, members] = await Promise.all([findOrganization(ctx), listMembers(ctx)]);
  return {
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
  };
};
