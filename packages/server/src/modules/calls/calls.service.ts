// Calls: read them, and record one that took place elsewhere.
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { holdContact } from '../contacts/held.service.ts';
import { touchContacts } from '../contacts/resolve.service.ts';
import { listCallTodos } from '../todos/todos.service.ts';
import { listAnalyses } from './analyses.queries.ts';
import { callErrors } from './calls.errors.ts';
import { presentCall, presentDetails } from './calls.present.ts';
import * as queries from './calls.queries.ts';
import { saveTranscription, type Transcription } from './transcripts.service.ts';

export const listCalls = async (
  ctx: Ctx,
  filter: queries.CallFilter & { page: number; page_size: number },
) => {
  const [rows, total_count] = await Promise.all([
    queries.listCalls(ctx, filter),
    queries.countCalls(ctx, filter),
  ]);
  const { page, page_size } = filter;
  const total_pages = Math.ceil(total_count / page_size);
  return { calls: rows.map(presentCall), total_count, page, page_size, total_pages };
};

/** All calls of a contact with everything about them, newest first. */
export const listContactCalls = async (ctx: Ctx, contact_id: string) =>
  withDetails(ctx, await queries.listContactCalls(ctx, contact_id));

/** @throws CALL_NOT_FOUND */
export const getCall = async (ctx: Ctx, id: string) => {
  const row = await queries.findCall(ctx, id);
  if (!row) throw callErrors.CALL_NOT_FOUND();
  return (await withDetails(ctx, [row]))[0]!;
};

const withDetails = async (ctx: Ctx, rows: queries.CallRow[]) => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [analyses, todos] = await Promise.all([listAnalyses(ctx, ids), listCallTodos(ctx, ids)]);
  return rows.map((row) =>
    presentDetails(
      row,
      analyses.filter(({ call_id }) => call_id === row.id),
      todos.filter(({ call_id }) => call_id === row.id),
    ),
  );
};

export type RecordedCall = Pick<
  queries.NewCall,
  'contact_id' | 'direction' | 'status' | 'from_address' | 'to_address' | 'started_at'
> & {
  sid?: string | undefined;
  outcome?: string | undefined;
  phone_number_id?: string | undefined;
  duration_seconds?: number | undefined;
  transcription?: Transcription | undefined;
};

/**
 * Records a call that took place elsewhere. One with a sid that is known stays as it is.
 * @returns its id, and whether it is new
 * @throws CONTACT_NOT_FOUND, NUMBER_NOT_FOUND, CALL_NOT_FOUND when the known one is not for the actor
 */
export const recordCall = async (
  ctx: Ctx,
  { sid, outcome, phone_number_id, duration_seconds, transcription, ...values }: RecordedCall,
): Promise<{ id: string; created: boolean }> =>
  inTx(ctx, async (ctx) => {
    await holdContact(ctx, values.contact_id);
    if (phone_number_id && !(await queries.findLine(ctx, phone_number_id)))
      throw callErrors.NUMBER_NOT_FOUND();
    const id = newId();
    const created = await queries.insertCall(ctx, {
      ...values,
      id,
      sid: sid ?? `manual:${id}`,
      provider: 'manual',
      outcome: outcome ?? null,
      phone_number_id: phone_number_id ?? null,
      duration_seconds: duration_seconds ?? null,
      created_by: memberIdOf(ctx),
    });
    if (!created) return { id: (await queries.findBySid(ctx, sid!))!, created };
    await touchContacts(ctx, [{ contact_id: values.contact_id, at: values.started_at }]);
    await emit(ctx, 'call.changed', { contact_id: values.contact_id, call_id: id });
    if (transcription) await saveTranscription(ctx, id, transcription, 'api');
    return { id, created };
  });
