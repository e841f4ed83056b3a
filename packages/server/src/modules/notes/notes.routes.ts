import type { notesApi } from '@rapport/contract/contacts.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { presentNote } from './notes.present.ts';
import { listNotes } from './notes.service.ts';

export const notesHandlers: Handlers<typeof notesApi> = {
  listNotes: async (ctx, { params }) => ({
    notes: (await listNotes(ctx, params.contact_id)).map(presentNote),
  }),
};
