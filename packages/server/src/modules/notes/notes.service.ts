// Notes: what is written down about a contact, by people and by the product.
import { forgetLine } from '@rapport/domain/enrichment/forget';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import type { Refusal } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { holdContact } from '../contacts/held.service.ts';
import { noteErrors } from './notes.errors.ts';
import * as queries from './notes.queries.ts';

export { listNotes } from './notes.queries.ts';

/** What people say of a note: its text, its area, and whether exports hold it. */
type ManualNote = { body: string; area: string; visibility: string };

/** Writes a note of the person who acts. @throws CONTACT_NOT_FOUND */
export const createNote = async (
  ctx: Ctx,
  contact_id: string,
  values: ManualNote,
): Promise<queries.NoteRow> =>
  inTx(ctx, async (ctx) => {
    await holdContact(ctx, contact_id);
    const author_member_id = memberIdOf(ctx);
    const id = await queries.insertNote(ctx, {
      ...values,
      contact_id,
      origin: 'manual',
      author_member_id,
    });
    await emit(ctx, 'notes.changed', { contact_id });
    return (await queries.findNote(ctx, contact_id, id))!;
  });

/** @throws NOTE_NOT_FOUND, NOT_YOUR_NOTE, NOTE_NOT_EDITABLE */
export const updateNote = async (
  ctx: Ctx,
  contact_id: string,
  id: string,
  changes: { [Key in keyof ManualNote]?: ManualNote[Key] | undefined },
): Promise<queries.NoteRow> =>
  inTx(ctx, async (ctx) => {
    const note = await lockNote(ctx, contact_id, id);
    const refusal = whyNotEdit(ctx, note);
    if (refusal) throw refusal;
    await queries.updateNote(ctx, id, changes);
    await emit(ctx, 'notes.changed', { contact_id });
    return (await queries.findNote(ctx, contact_id, id))!;
  });

/** @throws NOTE_NOT_FOUND, NOT_YOUR_NOTE, MEMORY_NOTE_KEPT */
export const removeNote = async (ctx: Ctx, contact_id: string, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const note = await lockNote(ctx, contact_id, id);
    const refusal = whyNotDelete(ctx, note);
    if (refusal) throw refusal;
    await queries.deleteNote(ctx, id);
    await emit(ctx, 'notes.changed', { contact_id });
  });

/** Keeps a note above the others, or no longer. @throws NOTE_NOT_FOUND */
export const pinNote = async (
  ctx: Ctx,
  contact_id: string,
  id: string,
  pinned: boolean,
): Promise<queries.NoteRow> =>
  inTx(ctx, async (ctx) => {
    if (!(await queries.updatePinned(ctx, contact_id, id, pinned)))
      throw noteErrors.NOTE_NOT_FOUND();
    await emit(ctx, 'notes.changed', { contact_id });
    return (await queries.findNote(ctx, contact_id, id))!;
  });

const lockNote = async (ctx: Ctx, contact_id: string, id: string): Promise<queries.NoteRow> => {
  const note = await queries.lockNote(ctx, contact_id, id);
  if (!note) throw noteErrors.NOTE_NOT_FOUND();
  return note;
};

type Owned = Pick<queries.NoteRow, 'origin' | 'area' | 'author_member_id'>;

/** Only its author edits a note of a person; what the product wrote is nobody's to edit. */
export const whyNotEdit = (ctx: Ctx, note: Owned): Refusal | null => {
  if (note.origin !== 'manual') return noteErrors.NOTE_NOT_EDITABLE();
  return isAuthor(ctx, note) ? null : noteErrors.NOT_YOUR_NOTE();
};

/** The memory is forgotten, not deleted; the rest goes by its author, an admin, or anybody if no person wrote it. */
export const whyNotDelete = (ctx: Ctx, note: Owned): Refusal | null => {
  if (note.area === 'memory') return noteErrors.MEMORY_NOTE_KEPT();
  if (note.origin !== 'manual' || isAuthor(ctx, note) || isAdmin(ctx)) return null;
  return noteErrors.NOT_YOUR_NOTE();
};

const isAuthor = (ctx: Ctx, { author_member_id }: Owned): boolean =>
  author_member_id !== null && author_member_id === memberIdOf(ctx);

/** Who may delete a whole contact may delete what others wrote about it. */
const isAdmin = ({ actor }: Ctx): boolean =>
  actor.kind === 'person' && actor.permissions.has('contact:delete');

/** What people wrote of contacts for others to read, by contact, the oldest first; internal notes stay here. */
export const listExportedNotes = async (
  ctx: Ctx,
  contact_ids: string[],
): Promise<Map<string, string[]>> => {
  const notes = new Map<string, string[]>();
  for (const { contact_id, body } of await queries.listExported(ctx, contact_ids))
    notes.set(contact_id, [...(notes.get(contact_id) ?? []), body]);
  return notes;
};

export { countMostExported } from './notes.queries.ts';

/**
 * Adds notes that a file has of contacts, as general notes of the one who imports it. A note whose text the
 * contact has already is not added again.
 * @returns the contacts that have one more, or would have with `dry_run`
 */
export const addImportedNotes = async (
  ctx: Ctx,
  notes: { contact_id: string; body: string }[],
  { member_id, dry_run }: { member_id: string | null; dry_run: boolean },
): Promise<Set<string>> => {
  const added = await queries.findUnwritten(ctx, notes);
  if (!dry_run) await queries.insertNotes(ctx, added, member_id);
  return new Set(added.map(({ contact_id }) => contact_id));
};

/** Writes the note of one enrichment run. @returns its id */
export const createEnrichmentNote = async (
  ctx: Ctx,
  contact_id: string,
  body: string,
): Promise<string> =>
  queries.insertNote(ctx, {
    contact_id,
    body,
    visibility: 'user_visible',
    origin: 'workflow',
    area: 'ai_enrichment',
  });

/**
 * Writes the note of a call, or writes it anew when the call is understood anew.
 * @param id of the note so far; null when there is none
 * @returns its id
 */
export const saveCallNote = async (
  ctx: Ctx,
  contact_id: string,
  id: string | null,
  body: string,
): Promise<string> => {
  await emit(ctx, 'notes.changed', { contact_id });
  if (id !== null) {
    await queries.updateNote(ctx, id, { body });
    return id;
  }
  return queries.insertNote(ctx, {
    contact_id,
    body,
    visibility: 'user_visible',
    origin: 'workflow',
    area: 'call_annotation',
  });
};

/**
 * Rewrites the one memory note of a contact. The caller's transaction must hold the contact's row, so
 * that the first note is not written twice.
 * @param merge from the text so far (null when there is none) to the new one
 */
export const mergeMemoryNote = async (
  ctx: Ctx,
  contact_id: string,
  merge: (before: string | null) => string,
): Promise<void> => {
  const note = await queries.lockMemoryNote(ctx, contact_id);
  const body = merge(note?.body ?? null);
  if (body === '') return;
  if (!note)
    await queries.insertNote(ctx, {
      contact_id,
      body,
      visibility: 'user_visible',
      origin: 'system',
      area: 'memory',
    });
  else if (note.body !== body) await queries.updateNote(ctx, note.id, { body });
};

/** Takes a note of the product back; one that is gone already is no matter. */
export const withdrawNote = async (ctx: Ctx, contact_id: string, id: string): Promise<void> => {
  const note = await queries.lockNote(ctx, contact_id, id);
  if (note && note.origin !== 'manual') await queries.deleteNote(ctx, id);
};

/**
 * Puts the memory note back to what it was, as long as it is what it became.
 * @param after what it should be now; null when nothing was written
 * @param before what it was; null when there was none
 * @returns false when somebody or something has changed it since
 */
export const restoreMemoryNote = async (
  ctx: Ctx,
  contact_id: string,
  after: string | null,
  before: string | null,
): Promise<boolean> => {
  const note = await queries.lockMemoryNote(ctx, contact_id);
  if ((note?.body ?? null) !== after) return false;
  if (note && before === null) await queries.deleteNote(ctx, note.id);
  else if (note && before !== null && before !== after)
    await queries.updateNote(ctx, note.id, { body: before });
  return true;
};

/**
 * Forgets one line of the memory of a contact, or all of it; without a memory there is nothing to forget.
 * @param line exactly as it stands in the note; null for all
 * @throws NOT_REMEMBERED when the line is not there
 */
export const forgetMemory = async (
  ctx: Ctx,
  contact_id: string,
  line: string | null,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const note = await queries.lockMemoryNote(ctx, contact_id);
    const left = line === null ? '' : note && forgetLine(note.body, line);
    if (left === null || left === undefined) throw noteErrors.NOT_REMEMBERED();
    if (!note) return;
    if (left === '') await queries.deleteNote(ctx, note.id);
    else await queries.updateNote(ctx, note.id, { body: left });
    await emit(ctx, 'notes.changed', { contact_id });
  });
