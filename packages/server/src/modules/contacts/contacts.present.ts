// A contact as the API shows it.
import type { contact } from '@rapport/contract/contacts.api';
import type { z } from 'zod';
import type { ContactRow } from './contacts.queries.ts';

export const presentContact = (row: ContactRow): z.input<typeof contact> => ({
  id: row.id,
  first_name: row.first_name,
  last_name: row.last_name,
  company: row.company,
  job_title: row.job_title,
  source: row.source,
  status: row.status as 'active',
  pipeline_stage: row.pipeline_stage,
  external_id: row.external_id,
  timezone: row.timezone,
  preferred_language: row.preferred_language,
  date_of_birth: row.date_of_birth,
  gender: row.gender,
  avatar_url: row.avatar_url,
  ai_summary: row.ai_summary,
  phones: row.phones,
  emails: row.emails,
  addresses: row.addresses,
  identities: row.identities as { channel: 'sms'; external_id: string }[],
  tags: row.tags,
  assigned_users: row.assigned_users,
  created_at: row.created_at,
  updated_at: row.updated_at,
  last_contacted_at: row.last_contacted_at,
  version: row.version,
});
