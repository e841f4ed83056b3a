// The organization's own phone numbers: which there are, finding and buying new ones, giving them back.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time, uuid } from './shared.ts';

export const CARRIERS = ['twilio', 'simulator'] as const;

const capabilities = z.object({ sms: z.boolean(), mms: z.boolean(), voice: z.boolean() });

export const phoneNumber = z.object({
  id: uuid,
  /** E.164. */
  phone_number: z.string(),
  /** As people write it. */
  display: z.string(),
  friendly_name: z.string(),
  /** `simulator`: nothing leaves this server. */
  provider: z.enum(CARRIERS),
  capabilities,
  messaging_service_sid: z.string().nullable(),
  segments_per_second: z.number(),
  created_at: time,
});
export type PhoneNumber = z.output<typeof phoneNumber>;

const numberParams = z.object({ phone_number_id: uuid });
const manage = { kind: 'person', permission: 'settings:manage' } as const;

export const phoneNumbersApi = defineApi({
  listPhoneNumbers: endpoint({
    method: 'GET',
    path: '/api/phone-numbers',
    access: { kind: 'person', permission: 'message:read' },
    summary: 'The numbers that the organization sends from, the oldest first.',
    response: z.object({ phone_numbers: z.array(phoneNumber) }),
  }),
  searchPhoneNumbers: endpoint({
    method: 'GET',
    path: '/api/phone-numbers/available',
    access: manage,
    summary: 'Numbers that can be bought from the carrier.',
    query: z.object({
      provider: z.enum(CARRIERS).default('twilio'),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'must be a country such as US')
        .default('US'),
      area_code: z
        .string()
        .regex(/^\d{1,5}$/, 'must be digits')
        .optional(),
      contains: z.string().trim().max(20).optional(),
    }),
    response: z.object({
      available: z.array(
        z.object({
          phone_number: z.string(),
          display: z.string(),
          locality: z.string().nullable(),
          region: z.string().nullable(),
          capabilities,
        }),
      ),
    }),
  }),
  buyPhoneNumber: endpoint({
    method: 'POST',
    path: '/api/phone-numbers',
    access: manage,
    summary: 'Buy a number; its webhooks are pointed to this server.',
    body: z.object({
      provider: z.enum(CARRIERS).default('twilio'),
      phone_number: z.string().trim().min(1).max(20),
      friendly_name: z.string().trim().max(64).default(''),
    }),
    response: phoneNumber,
    status: 201,
  }),
  syncPhoneNumbers: endpoint({
    method: 'POST',
    path: '/api/phone-numbers/sync',
    access: manage,
    summary:
      'Take over the numbers of the carrier account: new ones appear, those given back there disappear.',
    query: z.object({ provider: z.enum(CARRIERS).default('twilio') }),
    response: z.object({
      added: z.number().int(),
      updated: z.number().int(),
      released: z.number().int(),
    }),
  }),
  syncHistory: endpoint({
    method: 'POST',
    path: '/api/phone-numbers/sync-history',
    access: manage,
    summary:
      'Bring messages and calls that the carrier remembers into the histories, in the background; nothing comes twice.',
    body: z.object({ since: z.iso.date('must be a date such as 2027-02-28').optional() }),
    response: done,
    status: 202,
  }),
  updatePhoneNumber: endpoint({
    method: 'PATCH',
    path: '/api/phone-numbers/{phone_number_id}',
    access: manage,
    summary: 'Name a number, or say how much the carrier lets through.',
    params: numberParams,
    body: z.object({
      friendly_name: z.string().trim().max(64).optional(),
      segments_per_second: z.number().min(0.1).max(1000).optional(),
      messaging_service_sid: z
        .string()
        .regex(/^MG[0-9a-f]{32}$/i, 'must be MG and 32 hexadecimal digits')
        .nullable()
        .optional(),
    }),
    response: phoneNumber,
  }),
  releasePhoneNumber: endpoint({
    method: 'DELETE',
    path: '/api/phone-numbers/{phone_number_id}',
    access: manage,
    summary: 'Give a number back to the carrier. Its history stays.',
    params: numberParams,
    response: done,
  }),
});
