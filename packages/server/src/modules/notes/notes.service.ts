// Notes: what is written down about a contact, by people and by the product.
import type { Ctx } from '../../platform/ctx.ts';
import { insertNote, listNotes, lockMemoryNote, updateNoteBody } from './notes.queries.ts';

export { listNotes };

/** Writes the note of one enrichment run. @returns its id */
export const createEnrichmentNote = async (
  ctx: Ctx,
  contact_id: string,
  body: string,
): Promise<string> =>
  insertNote(ctx, {
    contact_id,
    body,
    visibility: 'user_visible',
    origin: 'workflow',
    area: 'ai_enrichment',
  });

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
  const note = await lockMemoryNote(ctx, contact_id);
  const body = merge(note?.body ?? null);
  if (body === '') return;
  if (!note)
    await insertNote(ctx, {
      contact_id,
      body,
      visibility: 'user_visible',
      origin: 'system',
      area: 'memory',
    });
  else if (note.body !== body) await updateNoteBody(ctx, note.id, body);
};
