import { type Ctx, memberIdOf } from '../ctx.ts';
import { isContactVisible } from '../db/visible.ts';
import { newId } from '../ids.ts';

/** Keeps a mail; of one message, once. */
export const insertMail = async (
  ctx: Ctx,
  mail: {
    contact_id: string | null;
    message_id: string | null;
    from_address: string;
    to_address: string;
    subject: string;
    body: string;
  },
): Promise<void> => {
  await ctx.db
    .insertInto('outgoing_mail')
    .values({
      ...mail,
      organization_id: ctx.organization_id,
      id: newId(),
      sent_by_member_id: memberIdOf(ctx),
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'message_id']).doNothing())
    .execute();
};

export const listMails = async (
  ctx: Ctx,
  { page, page_size }: { page: number; page_size: number },
) =>
  ctx.db
    .selectFrom('outgoing_mail')
    .select(['id', 'contact_id', 'from_address', 'to_address', 'subject', 'body', 'created_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where(isContactVisible(ctx, 'outgoing_mail.contact_id'))
    .orderBy('id', 'desc')
    .limit(page_size)
    .offset(page * page_size)
    .execute();

export const countMails = async (ctx: Ctx): Promise<number> => {
  const { total } = await ctx.db
    .selectFrom('outgoing_mail')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('organization_id', '=', ctx.organization_id)
    .where(isContactVisible(ctx, 'outgoing_mail.contact_id'))
    .executeTakeFirstOrThrow();
  return total;
};
