import type { contactChangesApi } from '@rapport/contract/contact-changes.api';
import type { contactPartsApi } from '@rapport/contract/contact-parts.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as addresses from './addresses.service.ts';
import { listChanges } from './changes.service.ts';
import * as emails from './emails.service.ts';
import * as phones from './phones.service.ts';

export const contactPartsHandlers: Handlers<typeof contactPartsApi> = {
  createPhone: async (ctx, { params, body }) => phones.createPhone(ctx, params.contact_id, body),
  updatePhone: async (ctx, { params, body }) =>
    phones.updatePhone(ctx, params.contact_id, params.phone_id, body),
  removePhone: async (ctx, { params }) =>
    phones.removePhone(ctx, params.contact_id, params.phone_id),
  createEmail: async (ctx, { params, body }) => emails.createEmail(ctx, params.contact_id, body),
  updateEmail: async (ctx, { params, body }) =>
    emails.updateEmail(ctx, params.contact_id, params.email_id, body),
  removeEmail: async (ctx, { params }) =>
    emails.removeEmail(ctx, params.contact_id, params.email_id),
  createAddress: async (ctx, { params, body }) =>
    addresses.createAddress(ctx, params.contact_id, body),
  updateAddress: async (ctx, { params, body }) =>
    addresses.updateAddress(ctx, params.contact_id, params.address_id, body),
  removeAddress: async (ctx, { params }) =>
    addresses.removeAddress(ctx, params.contact_id, params.address_id),
};

export const contactChangesHandlers: Handlers<typeof contactChangesApi> = {
  listChanges: async (ctx, { params, query }) => listChanges(ctx, params.contact_id, query),
};
