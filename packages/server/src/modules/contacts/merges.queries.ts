import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/**
 * Tables with rows of a contact whose values a merge has to settle, so that undoing it needs whole rows.
 * `key` names a row in its organization.
 */
const SETTLED = {
  contact_phone: ['id'],
  contact_email: ['id'],
  contact_address: ['id'],
  contact_identity: ['channel', 'external_id'],
  contact_tagging: ['contact_id', 'tag_id'],
  contact_user: ['contact_id', 'member_id'],
  contact_evidence: ['contact_id', 'field'],
} as const;
export type SettledTable = keyof typeof SETTLED;
export const SETTLED_TABLES = Object.keys(SETTLED) as SettledTable[];

/** Tables whose rows only change their contact. Every table that refers to contact is in one of the lists. */
export const MOVED_TABLES = [
  'message',
  'call',
  'contact_note',
  'enrichment_run',
  'todo',
  'outgoing_mail',
  'contact_merge',
] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

/**
 * Tables of what members do with a contact: they follow to the one who remains, unless that one has a row
 * with the same key, and stay there when the merge is undone.
 */
const FOLLOWING = {
  draft: ['member_id', 'channel'],
  conversation_read: ['member_id'],
} as const;
export type FollowingTable = keyof typeof FOLLOWING;
export const FOLLOWING_TABLES = Object.keys(FOLLOWING) as FollowingTable[];

/** Tables that triggers keep true to the messages. */
export const DERIVED_TABLES = ['conversation'] as const;

export type Row = Record<string, unknown>;
/** Whole rows by table; times in full precision, as PostgreSQL writes them. */
export type Rows = Record<string, Row[]>;
export type Moved = Record<string, string[]>;

/** Holds both contacts. @returns how many there are */
export const lockContacts = async (ctx: Ctx, ids: string[]): Promise<number> => {
  const rows = await ctx.db
    .selectFrom('contact')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.length;
};

const rowsOf = async (
  ctx: Ctx,
  table: string,
  column: string,
  contact_ids: string[],
): Promise<Row[]> => {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    where organization_id = ${ctx.organization_id} and ${sql.ref(column)} = any(${contact_ids}::uuid[])
    order by to_jsonb(t)::text`.execute(ctx.db);
  return rows.map(({ row }) => row);
};

/** The contacts themselves, their rows to settle, and their memory notes. */
export const takeSnapshot = async (ctx: Ctx, contact_ids: string[]): Promise<Rows> => {
  const rows: Rows = { contact: await rowsOf(ctx, 'contact', 'id', contact_ids) };
  for (const table of SETTLED_TABLES)
    rows[table] = await rowsOf(ctx, table, 'contact_id', contact_ids);
  const notes = await rowsOf(ctx, 'contact_note', 'contact_id', contact_ids);
  rows['memory'] = notes.filter((note) => note['area'] === 'memory');
  return rows;
};

const mayMove: Record<SettledTable, ReturnType<typeof sql>> = {
  contact_phone: sql`true`,
  contact_email: sql`not exists (select 1 from contact_email k where k.organization_id = t.organization_id
    and k.contact_id = kept.id and lower(k.email) = lower(t.email))`,
  contact_address: sql`true`,
  contact_identity: sql`true`,
  contact_tagging: sql`not exists (select 1 from contact_tagging k where k.organization_id = t.organization_id
    and k.contact_id = kept.id and k.tag_id = t.tag_id)`,
  contact_user: sql`not exists (select 1 from contact_user k where k.organization_id = t.organization_id
    and k.contact_id = kept.id and k.member_id = t.member_id)`,
  contact_evidence: sql`not exists (select 1 from contact_evidence k where k.organization_id = t.organization_id
    and k.contact_id = kept.id and k.field = t.field)`,
};
const FIRST: Partial<Record<SettledTable, string>> = {
  contact_phone: 'is_preferred',
  contact_email: 'is_preferred',
  contact_address: 'is_primary',
};

/** Gives rows to the one who remains; what that one has already stays behind, and goes with the other. */
export const moveSettled = async (
  ctx: Ctx,
  table: SettledTable,
  kept_id: string,
  other_id: string,
): Promise<void> => {
  const first = FIRST[table];
  await sql`
    update ${sql.table(table)} t set contact_id = kept.id
      ${first ? sql`, ${sql.ref(first)} = false` : sql``}
    from (select ${kept_id}::uuid as id) kept
    where t.organization_id = ${ctx.organization_id} and t.contact_id = ${other_id}
      and ${mayMove[table]}`.execute(ctx.db);
};

export const moveFollowing = async (
  ctx: Ctx,
  table: FollowingTable,
  kept_id: string,
  other_id: string,
): Promise<void> => {
  const same = sql.join(
    FOLLOWING[table].map((column) => sql`k.${sql.ref(column)} = t.${sql.ref(column)}`),
    sql` and `,
  );
  await sql`
    update ${sql.table(table)} t set contact_id = ${kept_id}
    where t.organization_id = ${ctx.organization_id} and t.contact_id = ${other_id}
      and not exists (select 1 from ${sql.table(table)} k where k.organization_id = t.organization_id
                      and k.contact_id = ${kept_id} and ${same})`.execute(ctx.db);
};

/** The evidence of a value goes with the value. */
export const dropEvidence = async (ctx: Ctx, contact_id: string, fields: string[]) => {
  if (fields.length === 0) return;
  await ctx.db
    .deleteFrom('contact_evidence')
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .where('field', 'in', fields)
    .execute();
};

/** @returns the ids of the rows that went over */
export const moveRows = async (
  ctx: Ctx,
  table: MovedTable,
  from: string,
  to: string,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(table)} t set contact_id = ${to}
    where organization_id = ${ctx.organization_id} and contact_id = ${from}
      ${
        // One memory note a contact: the other's is added to the one there is.
        table === 'contact_note'
          ? sql`and not (area = 'memory' and exists (select 1 from contact_note k
                where k.organization_id = t.organization_id and k.contact_id = ${to} and k.area = 'memory'))`
          : sql``
      }
    returning id`.execute(ctx.db);
  return rows.map((row) => row.id);
};

/** Gives rows back. @returns how many there still were */
export const moveBack = async (
  ctx: Ctx,
  table: MovedTable,
  ids: string[],
  from: string,
  to: string,
): Promise<number> => {
  const result = await sql`
    update ${sql.table(table)} set contact_id = ${to}
    where organization_id = ${ctx.organization_id} and contact_id = ${from}
      and id = any(${ids}::uuid[])`.execute(ctx.db);
  return Number(result.numAffectedRows);
};

/** Adds what one memory note says to the other. */
export const joinMemories = async (ctx: Ctx, kept_id: string, other_id: string): Promise<void> => {
  await sql`
    update contact_note k set body = k.body || E'\n\n' || o.body, updated_at = ${ctx.now()}
    from contact_note o
    where k.organization_id = ${ctx.organization_id} and k.contact_id = ${kept_id} and k.area = 'memory'
      and o.organization_id = k.organization_id and o.contact_id = ${other_id} and o.area = 'memory'`.execute(
    ctx.db,
  );
};

/** Writes fields of the one who remains; the newer contact counts. */
export const settleContact = async (
  ctx: Ctx,
  kept_id: string,
  other_id: string,
  values: Record<string, string | null>,
): Promise<void> => {
  await ctx.db
    .updateTable('contact')
    .set((eb) => ({
      ...values,
      last_contacted_at: sql<Date>`greatest(last_contacted_at, (select o.last_contacted_at from contact o
        where o.organization_id = ${ctx.organization_id} and o.id = ${other_id}))`,
      version: eb('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', kept_id)
    .execute();
};

const keyOf = (table: SettledTable): readonly string[] => SETTLED[table];

/** Deletes rows by their keys. @returns how many there were */
export const deleteRows = async (ctx: Ctx, table: SettledTable, rows: Row[]): Promise<void> => {
  const key = keyOf(table);
  const same = sql.join(
    key.map((column) => sql`t.${sql.ref(column)} = r.${sql.ref(column)}`),
    sql` and `,
  );
  await sql`
    delete from ${sql.table(table)} t
    using jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r
    where t.organization_id = ${ctx.organization_id} and ${same}`.execute(ctx.db);
};

export const insertRows = async (
  ctx: Ctx,
  table: SettledTable | 'contact' | 'contact_note',
  rows: Row[],
): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    ctx.db,
  );
};

/** Writes a whole row back over the one that is there. */
export const restoreRow = async (
  ctx: Ctx,
  table: 'contact' | 'contact_note',
  row: Row,
): Promise<void> => {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  await sql`
    update ${sql.table(table)} set (${columns}) =
      (select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb))
    where organization_id = ${ctx.organization_id} and id = ${row['id']}`.execute(ctx.db);
};

/** Whether a row could not be written back because what it names is gone, or its place is taken. */
export const isOutOfPlace = (error: unknown): boolean =>
  ['23503', '23505'].includes((error as { code?: string }).code ?? '');

export type NewMerge = {
  id: string;
  kept_id: string;
  other_id: string;
  other_name: string;
  rows_before: Rows;
  rows_after: Rows;
  moved: Moved;
  merged_by: string | null;
};

export const insertMerge = async (ctx: Ctx, merge: NewMerge) =>
  ctx.db
    .insertInto('contact_merge')
    .values({
      ...merge,
      rows_before: JSON.stringify(merge.rows_before),
      rows_after: JSON.stringify(merge.rows_after),
      moved: JSON.stringify(merge.moved),
      organization_id: ctx.organization_id,
      contact_id: merge.kept_id,
      created_at: ctx.now(),
    })
    .returning(['id', 'other_name', 'created_at', 'undone_at'])
    .executeTakeFirstOrThrow();

export const listMerges = async (ctx: Ctx, contact_id: string) =>
  ctx.db
    .selectFrom('contact_merge')
    .select(['id', 'other_name', 'created_at', 'undone_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .orderBy('id', 'desc')
    .execute();

export const lockMerge = async (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('contact_merge')
    .selectAll()
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const markUndone = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.db
    .updateTable('contact_merge')
    .set({ undone_at: ctx.now(), rows_before: '{}', rows_after: '{}', moved: '{}' })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};

/** What can be undone no longer need not be kept. */
export const forgetMerges = async (ctx: Ctx, before: Date): Promise<void> => {
  await ctx.db
    .deleteFrom('contact_merge')
    .where('organization_id', '=', ctx.organization_id)
    .where('created_at', '<', before)
    .execute();
};

/** Who went into these contacts. */
export const listMergedIds = async (ctx: Ctx, contact_ids: string[]): Promise<string[]> => {
  const { rows } = await sql<{ other_id: string }>`
    select other_id from contact_merge
    where organization_id = ${ctx.organization_id} and contact_id = any(${contact_ids}::uuid[])
      and undone_at is null`.execute(ctx.db);
  return rows.map((row) => row.other_id);
};
