// The organization's account at the carrier. Secrets go in and never come out.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { done } from './shared.ts';

export const twilioSettings = z.object({
  is_configured: z.boolean(),
  account_sid: z.string().nullable(),
  /** With one, requests are signed by the key instead of the account's token. */
  api_key_sid: z.string().nullable(),
  has_auth_token: z.boolean(),
  has_secondary_auth_token: z.boolean(),
  has_api_key_secret: z.boolean(),
  /** What to enter at Twilio for numbers that are not set up from here. */
  webhooks: z.object({ sms: z.string(), status: z.string(), voice: z.string() }),
});

/** Left out, a secret keeps its value; empty, it is forgotten. */
const secret = z.string().trim().max(200).optional();
const manage = { kind: 'person', permission: 'settings:manage' } as const;

export const twilioSettingsApi = defineApi({
  getTwilioSettings: endpoint({
    method: 'GET',
    path: '/api/settings/twilio',
    access: manage,
    summary: 'How the organization reaches Twilio, without its secrets.',
    response: twilioSettings,
  }),
  saveTwilioSettings: endpoint({
    method: 'PUT',
    path: '/api/settings/twilio',
    access: manage,
    summary: 'Save the Twilio account; its secrets are kept encrypted.',
    body: z.object({
      account_sid: z
        .string()
        .trim()
        .regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 hexadecimal digits'),
      api_key_sid: z
        .string()
        .trim()
        .regex(/^SK[0-9a-f]{32}$/i, 'must be SK and 32 hexadecimal digits')
        .nullish(),
      auth_token: secret,
      secondary_auth_token: secret,
      api_key_secret: secret,
    }),
    response: twilioSettings,
  }),
  removeTwilioSettings: endpoint({
    method: 'DELETE',
    path: '/api/settings/twilio',
    access: manage,
    summary: 'Forget the Twilio account.',
    response: done,
  }),
  testTwilioSettings: endpoint({
    method: 'POST',
    path: '/api/settings/twilio/test',
    access: manage,
    summary: 'Ask Twilio whether the saved account works.',
    response: z.object({
      ok: z.boolean(),
      /** One sentence: what Twilio said and what to do. */
      message: z.string(),
      account_name: z.string().nullable(),
    }),
  }),
});
