// Contacts as a file, streamed: CSV that imports back to the same contacts, or vCard 4.0.
import { Readable } from 'node:stream';
import { csvLine } from '@rapport/domain/transfer/contacts/cells';
import { exportTable } from '@rapport/domain/transfer/contacts/export-columns';
import { writeVcard } from '@rapport/domain/transfer/contacts/vcard-writer';
import type { Ctx } from '../../platform/ctx.ts';
import { refuseMissing } from '../contacts/contacts.service.ts';
import { countMostExported, listExportedNotes } from '../notes/notes.service.ts';
import {
  type ContactRow,
  countMostParts,
  listExported,
  readWhole,
} from '../contacts/export.service.ts';

type Which = Parameters<typeof listExported>[1];

/** So that Excel reads the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The contacts that the caller may see of those asked for, with what people wrote of them for others to
 * read. Internal notes, evidence and what was said stay here.
 * @returns the file, and how many contacts it will hold
 * @throws CONTACT_NOT_FOUND when none of the given ones is there
 */
export const exportContacts = async (
  ctx: Ctx,
  which: Which,
  format: 'csv' | 'vcard',
): Promise<{ content: Readable; total: number }> => {
  const ids = await listExported(ctx, which);
  if (ids.length === 0 && 'contact_ids' in which) refuseMissing();
  const lines = format === 'csv' ? csvOf(ctx, ids) : vcardsOf(ctx, ids);
  return { content: Readable.from(lines, { objectMode: false }), total: ids.length };
};

/** A table with a column for each note of the most talked about would be all notes. */
const MOST_NOTES = 20;
const COUNTED_AT_ONCE = 10_000;

const countMostNotes = async (ctx: Ctx, ids: string[]): Promise<number> => {
  let most = 0;
  for (let i = 0; i < ids.length; i += COUNTED_AT_ONCE)
    most = Math.max(most, await countMostExported(ctx, ids.slice(i, i + COUNTED_AT_ONCE)));
  return most;
};

const withNotes = async (ctx: Ctx, contacts: ContactRow[]) => {
  const notes = await listExportedNotes(
    ctx,
    contacts.map(({ id }) => id),
  );
  return contacts.map((one) => ({ ...one, notes: notes.get(one.id) ?? [] }));
};

const csvOf = async function* (ctx: Ctx, ids: string[]): AsyncGenerator<string> {
  const notes = Math.min(MOST_NOTES, await countMostNotes(ctx, ids));
  const { header, rowOf } = exportTable({ ...(await countMostParts(ctx, ids)), notes });
  yield BYTE_ORDER_MARK + csvLine(header);
  for await (const contacts of readWhole(ctx, ids))
    if (contacts.length > 0)
      yield (await withNotes(ctx, contacts)).map((one) => csvLine(rowOf(one))).join('');
};

const vcardsOf = async function* (ctx: Ctx, ids: string[]): AsyncGenerator<string> {
  for await (const contacts of readWhole(ctx, ids))
    if (contacts.length > 0) yield (await withNotes(ctx, contacts)).map(writeVcard).join('');
};
