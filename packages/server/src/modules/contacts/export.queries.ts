import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { isVisible } from './contacts.queries.ts';

/** Those of the contacts that the caller may see, in the order given. */
export const keepVisible = async (ctx: Ctx, ids: string[]): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('contact')
    .select('contact.id')
    .where((eb) => isVisible(ctx, eb))
    .where('contact.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const visible = new Set(rows.map((row) => row.id));
  return ids.filter((id) => visible.has(id));
};

/** How many phones, e-mails and addresses the one has that has most of each. */
export const countMostParts = async (
  ctx: Ctx,
  ids: string[],
): Promise<{ phones: number; emails: number; addresses: number }> => {
  const most = (table: string) => sql`
    (select coalesce(max(n), 0)::int
     from (select count(*) as n from ${sql.table(table)}
           where organization_id = ${ctx.organization_id} and contact_id = any(${ids}::uuid[])
           group by contact_id) counted)`;
  const { rows } = await sql<{ phones: number; emails: number; addresses: number }>`
    select ${most('contact_phone')} as phones, ${most('contact_email')} as emails,
           ${most('contact_address')} as addresses`.execute(ctx.db);
  return rows[0]!;
};
