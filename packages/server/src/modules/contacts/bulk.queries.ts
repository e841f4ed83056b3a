import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** The tag, which stays until the transaction ends. */
export const lockTagName = async (ctx: Ctx, id: string): Promise<string | undefined> =>
  (
    await ctx.db
      .selectFrom('contact_tag')
      .select('name')
      .where('organization_id', '=', ctx.organization_id)
      .where('id', '=', id)
      .forKeyShare()
      .executeTakeFirst()
  )?.name;

const idsOf = ({ rows }: { rows: { contact_id: string }[] }): string[] =>
  rows.map((row) => row.contact_id);

/** Each of these answers with the contacts for which something is different now. */
export const insertTaggings = async (ctx: Ctx, ids: string[], tag_id: string): Promise<string[]> =>
  idsOf(
    await sql<{ contact_id: string }>`
      insert into contact_tagging (organization_id, contact_id, tag_id)
      select ${ctx.organization_id}, id, ${tag_id} from unnest(${ids}::uuid[]) as id
      on conflict do nothing returning contact_id`.execute(ctx.db),
  );

export const deleteTaggings = async (ctx: Ctx, ids: string[], tag_id: string): Promise<string[]> =>
  idsOf(
    await sql<{ contact_id: string }>`
      delete from contact_tagging
      where organization_id = ${ctx.organization_id} and contact_id = any(${ids}::uuid[])
        and tag_id = ${tag_id} returning contact_id`.execute(ctx.db),
  );

export const insertAssignments = async (
  ctx: Ctx,
  ids: string[],
  member_id: string,
): Promise<string[]> =>
  idsOf(
    await sql<{ contact_id: string }>`
      insert into contact_user (organization_id, contact_id, member_id)
      select ${ctx.organization_id}, id, ${member_id} from unnest(${ids}::uuid[]) as id
      on conflict do nothing returning contact_id`.execute(ctx.db),
  );

export const deleteAssignments = async (
  ctx: Ctx,
  ids: string[],
  member_id: string,
): Promise<string[]> =>
  idsOf(
    await sql<{ contact_id: string }>`
      delete from contact_user
      where organization_id = ${ctx.organization_id} and contact_id = any(${ids}::uuid[])
        and member_id = ${member_id} returning contact_id`.execute(ctx.db),
  );

/** @returns who had another status, and which */
export const updateStatuses = async (
  ctx: Ctx,
  ids: string[],
  status: string,
): Promise<{ contact_id: string; before: string }[]> => {
  const { rows } = await sql<{ contact_id: string; before: string }>`
    update contact c set status = ${status}, version = c.version + 1, updated_at = ${ctx.now()}
    from (select id, status as before from contact
          where organization_id = ${ctx.organization_id} and id = any(${ids}::uuid[])) old
    where c.organization_id = ${ctx.organization_id} and c.id = old.id and old.before <> ${status}
    returning c.id as contact_id, old.before`.execute(ctx.db);
  return rows;
};

export const deleteContacts = async (ctx: Ctx, ids: string[]): Promise<string[]> =>
  idsOf(
    await sql<{ contact_id: string }>`
      delete from contact where organization_id = ${ctx.organization_id} and id = any(${ids}::uuid[])
      returning id as contact_id`.execute(ctx.db),
  );
