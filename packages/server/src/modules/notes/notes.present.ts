// A note as the API shows it.
import type { contactNote } from '@rapport/contract/notes.api';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { NoteRow } from './notes.queries.ts';
import { whyNotDelete, whyNotEdit } from './notes.service.ts';

export const presentNote = (ctx: Ctx, row: NoteRow): z.input<typeof contactNote> => ({
  id: row.id,
  contact_id: row.contact_id,
  body: row.body,
  visibility: row.visibility as 'user_visible',
  origin: row.origin as 'manual',
  area: row.area as 'general',
  author_label: authorLabel(row),
  author_member_id: row.author_member_id,
  pinned: row.pinned,
  can_edit: whyNotEdit(ctx, row) === null,
  can_delete: whyNotDelete(ctx, row) === null,
  created_at: row.created_at,
  updated_at: row.updated_at,
});

const AREA_LABELS: Record<string, string> = {
  memory: 'Contact Memory',
  ai_enrichment: 'AI Enrichment',
  call_annotation: 'Call',
  sms_annotation: 'SMS',
  alert: 'Alert',
};

/** Who a note is by, in the reader's words: the area for what the product wrote, else the person. */
const authorLabel = ({ area, origin, author_name }: NoteRow): string => {
  if (origin === 'manual') return author_name ?? 'A former member';
  return AREA_LABELS[area] ?? 'Rapport';
};
