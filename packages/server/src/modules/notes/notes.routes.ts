import type { notesApi } from '@rapport/contract/notes.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { presentNote } from './notes.present.ts';
import * as notes from './notes.service.ts';

export const notesHandlers: Handlers<typeof notesApi> = {
  listNotes: async (ctx, { params, query }) => {
    const rows = await notes.listNotes(ctx, params.contact_id, query);
    return { notes: rows.map((row) => presentNote(ctx, row)) };
  },
  createNote: async (ctx, { params, body }) =>
    presentNote(ctx, await notes.createNote(ctx, params.contact_id, body)),
  updateNote: async (ctx, { params, body }) =>
    presentNote(ctx, await notes.updateNote(ctx, params.contact_id, params.note_id, body)),
  removeNote: async (ctx, { params }) => {
    await notes.removeNote(ctx, params.contact_id, params.note_id);
    return { ok: true };
  },
  pinNote: async (ctx, { params }) =>
    presentNote(ctx, await notes.pinNote(ctx, params.contact_id, params.note_id, true)),
  unpinNote: async (ctx, { params }) =>
    presentNote(ctx, await notes.pinNote(ctx, params.contact_id, params.note_id, false)),
  forgetMemory: async (ctx, { params, body }) => {
    await notes.forgetMemory(ctx, params.contact_id, body.line);
    return { ok: true };
  },
};
