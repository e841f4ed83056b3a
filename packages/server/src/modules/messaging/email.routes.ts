import type { emailAddressesApi } from '@rapport/contract/email-addresses.api';
import type { emailApi } from '@rapport/contract/email.api';
import type { smtpSettingsApi } from '@rapport/contract/smtp-settings.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { getMe } from '../auth/organization.service.ts';
import * as addresses from './email-addresses.service.ts';
import * as settings from './email-settings.service.ts';
import * as view from './email-view.service.ts';

const ok = { ok: true } as const;

export const emailHandlers: Handlers<typeof emailApi> = {
  getEmail: async (ctx, { params }) => view.getEmail(ctx, params.message_id),
  getEmailHtml: async (ctx, { params, query }, http) =>
    view.getEmailHtml(ctx, params.message_id, query.images === '1', http),
  getEmailRaw: async (ctx, { params }, http) => view.getEmailRaw(ctx, params.message_id, http),
  listEmailReceipts: async (ctx, { query }) => view.listEmailReceipts(ctx, query),
};

export const emailAddressesHandlers: Handlers<typeof emailAddressesApi> = {
  listEmailAddresses: async (ctx) => ({
    email_addresses: await addresses.listEmailAddresses(ctx),
    domain: await addresses.newDomainOf(ctx),
  }),
  createEmailAddress: async (ctx, { body }) => addresses.createEmailAddress(ctx, body),
  updateEmailAddress: async (ctx, { params, body }) =>
    addresses.updateEmailAddress(ctx, params.email_address_id, body),
  removeEmailAddress: async (ctx, { params }) => {
    await addresses.removeEmailAddress(ctx, params.email_address_id);
    return ok;
  },
};

export const smtpSettingsHandlers: Handlers<typeof smtpSettingsApi> = {
  getSmtpSettings: async (ctx) => settings.getSmtpSettings(ctx),
  saveSmtpSettings: async (ctx, { body }) => {
    await settings.saveSmtpSettings(ctx, body);
    return ok;
  },
  removeSmtpSettings: async (ctx) => {
    await settings.removeSmtpSettings(ctx);
    return ok;
  },
  testSmtpSettings: async (ctx) => settings.testSmtp(ctx, (await getMe(ctx)).user.email),
  getEmailWebhook: async (ctx) => settings.getEmailWebhook(ctx),
  createEmailWebhook: async (ctx) => settings.createEmailWebhook(ctx),
  removeEmailWebhook: async (ctx) => {
    await settings.removeEmailWebhook(ctx);
    return ok;
  },
};
