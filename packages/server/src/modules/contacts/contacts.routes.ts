import type { contactsApi } from '@rapport/contract/contacts.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as contacts from './contacts.service.ts';
import { resolveIdentity } from './identity.service.ts';

export const contactsHandlers: Handlers<typeof contactsApi> = {
  listContacts: async (ctx, { query: { assignee, ...filter } }) =>
    contacts.listContacts(ctx, { ...filter, assigned_to: assignee }),
  getContact: async (ctx, { params }) => contacts.getContact(ctx, params.contact_id),
  createContact: async (ctx, { body }) => contacts.createContact(ctx, body),
  updateContact: async (ctx, { params, body }) =>
    contacts.updateContact(ctx, params.contact_id, body),
  removeContact: async (ctx, { params }) => {
    await contacts.removeContact(ctx, params.contact_id);
    return { ok: true };
  },
  resolveContact: async (ctx, { body }, { reply }) => {
    const { created, contact } = await resolveIdentity(ctx, body);
    reply.code(created ? 201 : 200);
    return contact;
  },
};
