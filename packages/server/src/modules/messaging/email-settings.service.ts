// Which mail server an organization sends with, and the address to which mail is posted.
import type { BaseCtx, Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { composeMail } from '../../platform/mail/compose.ts';
import { hashSecret, newSecret } from '../auth/secrets.service.ts';
import {
  findProviderSettings,
  removeProviderSettings,
  saveProviderSettings,
} from '../settings/provider-settings.service.ts';
import { senderOf } from './email-addresses.service.ts';
import { carrierOf, type SmtpSettings } from './email-server.service.ts';
import * as queries from './email-webhooks.queries.ts';

/** Without its password. */
export const getSmtpSettings = async (ctx: Ctx) => {
  const found = await findProviderSettings(ctx, 'smtp');
  const { has_server } = ctx.ports.mail;
  return {
    settings: found ? (found.settings as SmtpSettings) : null,
    has_password: Boolean(found?.secrets['password']),
    updated_at: found?.updated_at ?? null,
    carried_by: found
      ? ('organization' as const)
      : has_server
        ? ('installation' as const)
        : ('nobody' as const),
  };
};

export const saveSmtpSettings = async (
  ctx: Ctx,
  { password, ...settings }: SmtpSettings & { password?: string | undefined },
): Promise<void> => saveProviderSettings(ctx, 'smtp', { settings, secrets: { password } });

export const removeSmtpSettings = async (ctx: Ctx): Promise<void> => {
  await removeProviderSettings(ctx, 'smtp');
};

/** Sends a mail by what is set up. @param to the address of whoever asks */
export const testSmtp = async (ctx: Ctx, to: string): Promise<{ ok: boolean; message: string }> => {
  const carrier = await carrierOf(ctx);
  try {
    await carrier.verify();
  } catch (error) {
    return { ok: false, message: `The server cannot be used: ${(error as Error).message}` };
  }
  const from = await senderOf(ctx, null);
  const subject = 'A test of your mail server';
  const body = 'This mail server works: Rapport can send mail by it.';
  const raw = await composeMail({
    from,
    to,
    subject,
    body,
    reply_to: null,
    header_id: `${newId()}@${ctx.ports.mail.domain}`,
    in_reply_to: null,
    references: [],
    date: ctx.now(),
    unsubscribe_url: null,
    files: [],
  });
  const carried = await carrier.carry(ctx, {
    message_id: null,
    contact_id: null,
    sender: from.address,
    recipient: to,
    subject,
    body,
    raw,
  });
  return {
    ok: carried.outcome === 'sent',
    message:
      carried.outcome === 'sent'
        ? `A mail went to ${to}. ${carried.response}`
        : `The server did not take the mail: ${carried.response}`,
  };
};

/** @returns the secret, which is shown once */
export const createEmailWebhook = async (ctx: Ctx) => {
  const secret = newSecret('em');
  await queries.saveEmailWebhook(ctx, hashSecret(secret));
  return { secret, url: `${ctx.ports.public_url}/webhooks/email/${secret}` };
};

export const getEmailWebhook = async (ctx: Ctx) =>
  (await queries.findEmailWebhook(ctx)) ?? { created_at: null, last_used_at: null };

export const removeEmailWebhook = async (ctx: Ctx): Promise<void> =>
  queries.deleteEmailWebhook(ctx);

/** The organization that a secret belongs to; null when it is none. */
export const useEmailWebhook = async (
  { db, now }: BaseCtx,
  secret: string,
): Promise<string | null> => queries.useEmailWebhook(db, hashSecret(secret), now());
