// Who must not be written to, and what HELP answers.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, done, time, uuid } from './shared.ts';

export const SUPPRESSION_REASONS = [
  'keyword',
  'provider',
  'manual',
  'bounce',
  'unsubscribe',
] as const;

export const suppression = z.object({
  id: uuid,
  channel: z.enum(['sms', 'email']),
  /** E.164 or a short code; an e-mail address in lower case. */
  address: z.string(),
  /** They said so, the carrier or mail host refuses, or a person of ours did it. */
  reason: z.enum(SUPPRESSION_REASONS),
  /** The word that they sent. */
  keyword: z.string().nullable(),
  created_at: time,
});
export type Suppression = z.output<typeof suppression>;

export const compliance = z.object({
  /** Answers HELP and INFO; empty answers nothing. */
  help_message: z.string().trim().max(320),
});

const manage = { kind: 'person', permission: 'settings:manage' } as const;

export const suppressionsApi = defineApi({
  listSuppressions: endpoint({
    method: 'GET',
    path: '/api/suppressions',
    access: manage,
    summary: 'Every address that must not be written to, the newest first.',
    response: z.object({ suppressions: z.array(suppression) }),
  }),
  listContactSuppressions: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/suppressions',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'Which numbers and addresses of a contact must not be written to.',
    params: contactParams,
    response: z.object({ suppressions: z.array(suppression) }),
    contact_param: 'contact_id',
  }),
  createSuppression: endpoint({
    method: 'POST',
    path: '/api/suppressions',
    access: manage,
    summary: 'Suppress a number or address, because somebody asked for it.',
    body: z.object({
      channel: z.enum(['sms', 'email']),
      address: z.string().trim().min(1, 'is empty').max(254),
    }),
    response: suppression,
    status: 201,
  }),
  removeSuppression: endpoint({
    method: 'DELETE',
    path: '/api/suppressions/{suppression_id}',
    access: manage,
    summary: 'Lift a suppression, because the person agreed to be written to again.',
    params: z.object({ suppression_id: uuid }),
    response: done,
  }),
  getCompliance: endpoint({
    method: 'GET',
    path: '/api/settings/compliance',
    access: { kind: 'person', permission: 'settings:read' },
    summary: 'What the organization answers to HELP.',
    response: compliance,
  }),
  saveCompliance: endpoint({
    method: 'PUT',
    path: '/api/settings/compliance',
    access: manage,
    summary: 'Change what the organization answers to HELP.',
    body: compliance,
    response: compliance,
  }),
});
