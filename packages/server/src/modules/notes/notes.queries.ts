import type { NOTE_AREAS, NOTE_ORIGINS, NOTE_SORTS } from '@rapport/contract/notes.api';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type NoteRow = NonNullable<Awaited<ReturnType<typeof findNote>>>;

const notes = (ctx: Ctx, contact_id: string) =>
  ctx.db
    .selectFrom('contact_note as n')
    .leftJoin('member as m', (join) =>
      join
        .onRef('m.organization_id', '=', 'n.organization_id')
        .onRef('m.id', '=', 'n.author_member_id'),
    )
    .leftJoin('user as author', 'author.id', 'm.user_id')
    .select([
      'n.id',
      'n.contact_id',
      'n.body',
      'n.visibility',
      'n.origin',
      'n.area',
      'n.author_member_id',
      'n.pinned',
      'n.created_at',
      'n.updated_at',
      'author.name as author_name',
    ])
    .where('n.organization_id', '=', ctx.organization_id)
    .where('n.contact_id', '=', contact_id);

export type NoteFilter = {
  area: (typeof NOTE_AREAS)[number][];
  origin?: (typeof NOTE_ORIGINS)[number] | undefined;
  q?: string | undefined;
  sort: (typeof NOTE_SORTS)[number];
};

/** Memory first, then pinned notes, then as sorted. */
export const listNotes = async (
  ctx: Ctx,
  contact_id: string,
  { area, origin, q, sort }: NoteFilter,
): Promise<NoteRow[]> => {
  let query = notes(ctx, contact_id)
    .orderBy(sql`n.area = 'memory'`, 'desc')
    .orderBy('n.pinned', 'desc');
  if (area.length > 0) query = query.where('n.area', 'in', area);
  if (origin) query = query.where('n.origin', '=', origin);
  if (q) query = query.where('n.body', 'ilike', `%${q.replace(/[\\%_]/g, '\\$&')}%`);
  const direction = sort === 'oldest' ? 'asc' : 'desc';
  return query
    .orderBy(sort === 'recently_edited' ? 'n.updated_at' : 'n.created_at', direction)
    .orderBy('n.id', direction)
    .execute();
};

export const findNote = async (ctx: Ctx, contact_id: string, id: string) =>
  notes(ctx, contact_id).where('n.id', '=', id).executeTakeFirst();

/** The note, which nobody else changes until the transaction ends. */
export const lockNote = async (ctx: Ctx, contact_id: string, id: string) =>
  notes(ctx, contact_id).where('n.id', '=', id).forUpdate('n').executeTakeFirst();

export type NoteValues = {
  contact_id: string;
  body: string;
  visibility: string;
  origin: (typeof NOTE_ORIGINS)[number];
  area: string;
  author_member_id?: string | null;
};

export const insertNote = async (ctx: Ctx, values: NoteValues): Promise<string> => {
  const [id, at] = [newId(), ctx.now()];
  await ctx.db
    .insertInto('contact_note')
    .values({ ...values, organization_id: ctx.organization_id, id, created_at: at, updated_at: at })
    .execute();
  return id;
};

type Written = { contact_id: string; body: string };

/** What people wrote and exports may hold, the oldest first. */
export const listExported = async (ctx: Ctx, contact_ids: string[]): Promise<Written[]> =>
  ctx.db
    .selectFrom('contact_note')
    .select(['contact_id', 'body'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', sql<string>`any(${contact_ids}::uuid[])`)
    .where('visibility', '=', 'user_visible')
    .where('origin', '=', 'manual')
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/** How many such notes the one of the contacts has that has most. */
export const countMostExported = async (ctx: Ctx, contact_ids: string[]): Promise<number> => {
  const { rows } = await sql<{ most: number }>`
    select coalesce(max(n), 0)::int as most
    from (select count(*) as n from contact_note
          where organization_id = ${ctx.organization_id} and contact_id = any(${contact_ids}::uuid[])
            and visibility = 'user_visible' and origin = 'manual'
          group by contact_id) counted`.execute(ctx.db);
  return rows[0]!.most;
};

/** Those of the notes that their contacts have not, each once. Files may write blanks and line ends another way. */
export const findUnwritten = async (ctx: Ctx, notes: Written[]): Promise<Written[]> => {
  if (notes.length === 0) return [];
  const { rows } = await sql<Written>`
    select distinct contact_id, body
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as given (contact_id uuid, body text)
    where not exists (select 1 from contact_note n where n.organization_id = ${ctx.organization_id}
                      and n.contact_id = given.contact_id
                      and btrim(replace(n.body, E'\\r\\n', E'\\n'), E' \\t\\n\\r')
                        = btrim(replace(given.body, E'\\r\\n', E'\\n'), E' \\t\\n\\r'))`.execute(
    ctx.db,
  );
  return rows;
};

/** Adds general notes, all of one author. */
export const insertNotes = async (
  ctx: Ctx,
  notes: Written[],
  author_member_id: string | null,
): Promise<void> => {
  if (notes.length === 0) return;
  const at = ctx.now();
  const rest = { visibility: 'user_visible', origin: 'manual', area: 'general' };
  await ctx.db
    .insertInto('contact_note')
    .values(
      notes.map((note) => ({
        ...note,
        ...rest,
        organization_id: ctx.organization_id,
        id: newId(),
        author_member_id,
        created_at: at,
        updated_at: at,
      })),
    )
    .execute();
};

/** The memory note of a contact, locked so that two writers merge one after the other. */
export const lockMemoryNote = async (ctx: Ctx, contact_id: string) =>
  ctx.db
    .selectFrom('contact_note')
    .select(['id', 'body'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('area', '=', 'memory')
    .forUpdate()
    .executeTakeFirst();

export const updateNote = async (
  ctx: Ctx,
  id: string,
  changes: {
    body?: string | undefined;
    area?: string | undefined;
    visibility?: string | undefined;
  },
): Promise<void> => {
  await ctx.db
    .updateTable('contact_note')
    .set({ ...changes, updated_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** @returns whether there is such a note */
export const updatePinned = async (
  ctx: Ctx,
  contact_id: string,
  id: string,
  pinned: boolean,
): Promise<boolean> => {
  const result = await ctx.db
    .updateTable('contact_note')
    .set({ pinned })
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
};

export const deleteNote = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .deleteFrom('contact_note')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
