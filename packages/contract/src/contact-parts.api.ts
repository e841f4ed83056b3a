// Phones, e-mails and addresses of a contact, one at a time. Each answers with the whole contact: making
// one preferred changes another.
import { z } from 'zod';
import { contact } from './contacts.api.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, uuid } from './shared.ts';

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `is longer than ${max} characters`)
    .transform((value) => (value === '' ? null : value))
    .nullable();

const phoneData = z.object({
  /** As people write it; kept as E.164, read by the organization's country. */
  phone_number: z.string().trim().min(1, 'is empty').max(60, 'is longer than 60 characters'),
  label: text(60).optional(),
  /** The first one is preferred anyway; exactly one is whenever there is any. */
  is_preferred: z.boolean().optional(),
});
const emailData = z.object({
  email: z.string().trim().min(1, 'is empty').max(254, 'is longer than 254 characters'),
  label: text(60).optional(),
  is_preferred: z.boolean().optional(),
});
const addressData = z.object({
  label: text(60).optional(),
  street: text(300).optional(),
  city: text(120).optional(),
  state: text(120).optional(),
  zip: text(20).optional(),
  country: text(80).optional(),
  is_primary: z.boolean().optional(),
});

const phoneParams = contactParams.extend({ phone_id: uuid });
const emailParams = contactParams.extend({ email_id: uuid });
const addressParams = contactParams.extend({ address_id: uuid });
const write = { kind: 'person', permission: 'contact:write' } as const;
const contact_param = 'contact_id';

export const contactPartsApi = defineApi({
  createPhone: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/phones',
    access: write,
    summary: 'Add a phone number; 409 names the contact that has it already.',
    params: contactParams,
    body: phoneData,
    response: contact,
    status: 201,
    contact_param,
  }),
  updatePhone: endpoint({
    method: 'PUT',
    path: '/api/contacts/{contact_id}/phones/{phone_id}',
    access: write,
    summary: 'Change a phone number, its label, or which one is preferred.',
    params: phoneParams,
    body: phoneData.partial(),
    response: contact,
    contact_param,
  }),
  removePhone: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/phones/{phone_id}',
    access: write,
    summary: 'Remove a phone number; another one becomes preferred if it was.',
    params: phoneParams,
    response: contact,
    contact_param,
  }),
  createEmail: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/emails',
    access: write,
    summary: 'Add an e-mail address; what comes from it belongs to this contact unless to another.',
    params: contactParams,
    body: emailData,
    response: contact,
    status: 201,
    contact_param,
  }),
  updateEmail: endpoint({
    method: 'PUT',
    path: '/api/contacts/{contact_id}/emails/{email_id}',
    access: write,
    summary: 'Change an e-mail address, its label, or which one is preferred.',
    params: emailParams,
    body: emailData.partial(),
    response: contact,
    contact_param,
  }),
  removeEmail: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/emails/{email_id}',
    access: write,
    summary: 'Remove an e-mail address; what comes from it no longer belongs to this contact.',
    params: emailParams,
    response: contact,
    contact_param,
  }),
  createAddress: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/addresses',
    access: write,
    summary: 'Add a physical address.',
    params: contactParams,
    body: addressData.refine(
      ({ street, city, state, zip, country }) => street ?? city ?? state ?? zip ?? country,
      { path: ['street'], message: 'is empty, and so is the rest of the address' },
    ),
    response: contact,
    status: 201,
    contact_param,
  }),
  updateAddress: endpoint({
    method: 'PUT',
    path: '/api/contacts/{contact_id}/addresses/{address_id}',
    access: write,
    summary: 'Change an address, or which one is primary; what is left out stays as it is.',
    params: addressParams,
    body: addressData,
    response: contact,
    contact_param,
  }),
  removeAddress: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/addresses/{address_id}',
    access: write,
    summary: 'Remove an address; another one becomes primary if it was.',
    params: addressParams,
    response: contact,
    contact_param,
  }),
});
