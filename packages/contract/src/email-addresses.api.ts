// The organization's own e-mail addresses: what mail is sent from, and where it comes in.
import { usernameProblem } from '@rapport/domain/messaging/email-addresses';
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time, uuid } from './shared.ts';

export const emailAddress = z.object({
  id: uuid,
  username: z.string(),
  /** The whole address. */
  address: z.string(),
  /** Stands before the address where people read it; the organization's name unless given. */
  sender_name: z.string().nullable(),
  created_at: time,
});
export type EmailAddress = z.output<typeof emailAddress>;

const username = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const problem = usernameProblem(value);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

const senderName = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\r\n]*$/, 'must be one line')
  .transform((value) => (value === '' ? null : value))
  .nullable();

const params = z.object({ email_address_id: uuid });
const manage = { kind: 'person', permission: 'settings:manage' } as const;

export const emailAddressesApi = defineApi({
  listEmailAddresses: endpoint({
    method: 'GET',
    path: '/api/email-addresses',
    access: { kind: 'person', permission: 'message:read' },
    summary: "The organization's e-mail addresses, the oldest first; mail is sent from the first.",
    response: z.object({
      email_addresses: z.array(emailAddress),
      /** What stands after the @ of a new address. */
      domain: z.string(),
    }),
  }),
  createEmailAddress: endpoint({
    method: 'POST',
    path: '/api/email-addresses',
    access: manage,
    summary: 'Add an address; 409 when somebody has it already.',
    body: z.object({ username, sender_name: senderName.default(null) }),
    response: emailAddress,
    status: 201,
  }),
  updateEmailAddress: endpoint({
    method: 'PUT',
    path: '/api/email-addresses/{email_address_id}',
    access: manage,
    summary: 'Change an address or its sender; what is left out stays as it is.',
    params,
    body: z.object({ username: username.optional(), sender_name: senderName.optional() }),
    response: emailAddress,
  }),
  removeEmailAddress: endpoint({
    method: 'DELETE',
    path: '/api/email-addresses/{email_address_id}',
    access: manage,
    summary:
      'Give an address up: new mail is refused there, answers to mails that it sent still come in; its messages stay.',
    params,
    response: done,
  }),
});
