import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

export type NoteRow = Awaited<ReturnType<typeof listNotes>>[number];

export const listNotes = async (ctx: Ctx, contact_id: string) =>
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
      'n.pinned',
      'n.created_at',
      'n.updated_at',
      'author.name as author_name',
    ])
    .where('n.organization_id', '=', ctx.organization_id)
    .where('n.contact_id', '=', contact_id)
    .orderBy(sql`n.area = 'memory'`, 'desc')
    .orderBy('n.pinned', 'desc')
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .execute();

export type NoteValues = {
  contact_id: string;
  body: string;
  visibility: 'user_visible' | 'internal';
  origin: 'manual' | 'agent' | 'workflow' | 'system';
  area: 'general' | 'memory' | 'call_annotation' | 'sms_annotation' | 'ai_enrichment' | 'alert';
};

export const insertNote = async (ctx: Ctx, values: NoteValues): Promise<string> => {
  const id = newId();
  await ctx.db
    .insertInto('contact_note')
    .values({ ...values, organization_id: ctx.organization_id, id, created_at: ctx.now() })
    .execute();
  return id;
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

export const updateNoteBody = async (ctx: Ctx, id: string, body: string): Promise<void> => {
  await ctx.db
    .updateTable('contact_note')
    .set({ body, updated_at: ctx.now() })
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', id)
    .execute();
};
