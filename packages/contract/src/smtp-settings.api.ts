// How an organization sends mail: its own mail server, the installation's, or none, and how mail comes in by HTTP.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time } from './shared.ts';

export const TLS_MODES = ['starttls', 'tls', 'none'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

export const smtpSettings = z.object({
  host: z
    .string()
    .trim()
    .regex(/^[a-z0-9.:_-]{1,253}$/i, 'must be the name of a host such as smtp.example.com'),
  port: z.number().int().min(1).max(65_535),
  /** `starttls` insists on encryption after the greeting (587), `tls` from the first byte (465). */
  tls: z.enum(TLS_MODES),
  /** Null for a server that asks for none. */
  username: z.string().trim().max(254).nullable(),
  /** What stands after the @ of new addresses, when the server sends for a domain of your own. */
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a domain such as example.com')
    .nullable(),
});
export type SmtpSettings = z.output<typeof smtpSettings>;

const manage = { kind: 'person', permission: 'settings:manage' } as const;

export const smtpSettingsApi = defineApi({
  getSmtpSettings: endpoint({
    method: 'GET',
    path: '/api/settings/smtp',
    access: manage,
    summary: 'Which mail server sends; the password is never sent back.',
    response: z.object({
      /** Null when the organization has set up none of its own. */
      settings: smtpSettings.nullable(),
      has_password: z.boolean(),
      updated_at: time.nullable(),
      /** Who carries mail: the organization's server, the installation's, or nobody (mails are kept here). */
      carried_by: z.enum(['organization', 'installation', 'nobody']),
    }),
  }),
  saveSmtpSettings: endpoint({
    method: 'PUT',
    path: '/api/settings/smtp',
    access: manage,
    summary: 'Set up a mail server. A password that is left out stays as it is.',
    body: smtpSettings.extend({ password: z.string().max(500).optional() }),
    response: done,
  }),
  removeSmtpSettings: endpoint({
    method: 'DELETE',
    path: '/api/settings/smtp',
    access: manage,
    summary: "Forget the organization's mail server and its password.",
    response: done,
  }),
  testSmtpSettings: endpoint({
    method: 'POST',
    path: '/api/settings/smtp/test',
    access: manage,
    summary: 'Send a mail to yourself by the mail server that is set up, and say what it answered.',
    response: z.object({
      ok: z.boolean(),
      /** What happened, in the server's words where there are any. */
      message: z.string(),
    }),
  }),
  getEmailWebhook: endpoint({
    method: 'GET',
    path: '/api/settings/email-webhook',
    access: manage,
    summary: 'Whether mail can be handed over by HTTP, and when it last was.',
    response: z.object({ created_at: time.nullable(), last_used_at: time.nullable() }),
  }),
  createEmailWebhook: endpoint({
    method: 'POST',
    path: '/api/settings/email-webhook',
    access: manage,
    summary:
      'Make the address to which a mail host posts raw mails (MIME). It holds a secret and is shown once; the one before it ends.',
    response: z.object({ url: z.string(), secret: z.string() }),
    status: 201,
  }),
  removeEmailWebhook: endpoint({
    method: 'DELETE',
    path: '/api/settings/email-webhook',
    access: manage,
    summary: 'Close the address to which mails are posted.',
    response: done,
  }),
});
