import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type SuppressionChannel = 'sms' | 'email';
export type SuppressionReason = 'keyword' | 'provider' | 'manual' | 'bounce' | 'unsubscribe';

export type NewSuppression = {
  channel: SuppressionChannel;
  address: string;
  reason: SuppressionReason;
  keyword?: string;
  message_id?: string;
  created_by?: string | null;
};

const suppressions = (ctx: Ctx) =>
  ctx.db
    .selectFrom('suppression')
    .select(['id', 'channel', 'address', 'reason', 'keyword', 'created_at'])
    .where('organization_id', '=', ctx.organization_id);

export const listSuppressions = async (ctx: Ctx) =>
  suppressions(ctx).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();

export const findSuppression = async (ctx: Ctx, channel: SuppressionChannel, address: string) =>
  suppressions(ctx)
    .where('channel', '=', channel)
    .where('address', '=', address)
    .executeTakeFirst();

export const findById = async (ctx: Ctx, id: string) =>
  suppressions(ctx).where('id', '=', id).executeTakeFirst();

/** Those of a contact's numbers and addresses. */
export const listOfContact = async (ctx: Ctx, contact_id: string) =>
  suppressions(ctx)
    .where(({ eb, or, and, selectFrom }) =>
      or([
        and([
          eb('channel', '=', 'sms'),
          eb(
            'address',
            'in',
            selectFrom('contact_phone')
              .select('phone_number')
              .where('organization_id', '=', ctx.organization_id)
              .where('contact_id', '=', contact_id),
          ),
        ]),
        and([
          eb('channel', '=', 'email'),
          eb(
            'address',
            'in',
            selectFrom('contact_email')
              .select(({ fn }) => fn<string>('lower', ['email']).as('email'))
              .where('organization_id', '=', ctx.organization_id)
              .where('contact_id', '=', contact_id),
          ),
        ]),
      ]),
    )
    .orderBy('created_at', 'desc')
    .execute();

/** @returns whether it was new */
export const insertSuppression = async (ctx: Ctx, values: NewSuppression): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('suppression')
    .values({
      ...values,
      organization_id: ctx.organization_id,
      id: newId(),
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** @returns whether there was one */
export const deleteSuppression = async (
  ctx: Ctx,
  channel: SuppressionChannel,
  address: string,
): Promise<boolean> => {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('suppression')
    .where('organization_id', '=', ctx.organization_id)
    .where('channel', '=', channel)
    .where('address', '=', address)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export const findHelpMessage = async (ctx: Ctx): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('messaging_compliance')
      .select('help_message')
      .where('organization_id', '=', ctx.organization_id)
      .executeTakeFirst()
  )?.help_message ?? null;

export const saveHelpMessage = async (ctx: Ctx, help_message: string): Promise<void> => {
  await ctx.db
    .insertInto('messaging_compliance')
    .values({ organization_id: ctx.organization_id, help_message })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ help_message }))
    .execute();
};
