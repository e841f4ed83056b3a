// How our numbers answer a call, and which phone is ours when we start one.
import { parsePhone } from '@rapport/domain/contacts/phones';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { callErrors } from './calls.errors.ts';
import * as queries from './handling.queries.ts';

export { listHandling } from './handling.queries.ts';

/** What is left out stays as it is. @throws NUMBER_NOT_FOUND, INVALID_INPUT for a number that is none */
export const updateHandling = async (
  ctx: Ctx,
  phone_number_id: string,
  changes: { [Key in keyof queries.HandlingValues]?: queries.HandlingValues[Key] | undefined },
): Promise<queries.HandlingRow> =>
  inTx(ctx, async (ctx) => {
    const before = await queries.findHandling(ctx, phone_number_id);
    if (!before) throw callErrors.NUMBER_NOT_FOUND();
    const forward_to =
      changes.forward_to === undefined
        ? before.forward_to
        : await readNumber(ctx, changes.forward_to, 'forward_to');
    if (forward_to === before.phone_number)
      throw invalidInput([{ field: 'forward_to', message: 'is this number itself' }]);
    await queries.upsertHandling(ctx, phone_number_id, {
      forward_to,
      greeting: changes.greeting ?? before.greeting,
      records: changes.records ?? before.records,
    });
    await emit(ctx, 'calls.settings.changed', {});
    return (await queries.findHandling(ctx, phone_number_id))!;
  });

/** The phone that rings when the person who acts starts a call. */
export const findOwnPhone = async (ctx: Ctx): Promise<string | null> =>
  queries.findMemberPhone(ctx, memberIdOf(ctx)!);

/** @returns the number as it is kept @throws INVALID_INPUT */
export const updateOwnPhone = async (ctx: Ctx, text: string | null): Promise<string | null> => {
  const phone_number = await readNumber(ctx, text, 'phone_number');
  const member_id = memberIdOf(ctx)!;
  if (phone_number === null) await queries.deleteMemberPhone(ctx, member_id);
  else await queries.upsertMemberPhone(ctx, member_id, phone_number);
  return phone_number;
};

/** E.164; null for nothing. @throws INVALID_INPUT */
export const readNumber = async (
  ctx: Ctx,
  text: string | null,
  field: string,
): Promise<string | null> => {
  if (text === null || text === '') return null;
  const { default_country } = await findOrganization(ctx);
  const parsed = parsePhone(text, default_country);
  if (parsed.ok) return parsed.e164;
  throw invalidInput([{ field, message: `is no phone number: ${parsed.reason}` }]);
};
