// A contact as the assignment list shows it.
import type { contactAssignment } from '@rapport/contract/assignments.api';
import type { z } from 'zod';
import type { listAssignments } from './assignments.service.ts';

type Listed = Awaited<ReturnType<typeof listAssignments>>['contacts'][number];

export const presentAssignment = (contact: Listed): z.input<typeof contactAssignment> => ({
  id: contact.id,
  first_name: contact.first_name,
  last_name: contact.last_name,
  primary_phone: primaryPhone(contact),
  assigned_users: contact.assigned_users,
  tags: contact.tags,
  created_at: contact.created_at,
  last_contacted_at: contact.last_contacted_at,
});

const primaryPhone = ({ phones }: Listed): string | null =>
  (phones.find(({ is_preferred }) => is_preferred) ?? phones[0])?.phone_number ?? null;
