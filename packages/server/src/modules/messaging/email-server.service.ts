// Who carries the mail of an organization: its own mail server, or the installation's.
import type { smtpSettings } from '@rapport/contract/smtp-settings.api';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { MailCarrier } from '../../platform/mail/carrier.ts';
import { findProviderSettings } from '../settings/provider-settings.service.ts';

export type SmtpSettings = z.output<typeof smtpSettings>;

/** The domain of the organization's own mail server, for new addresses. */
export const ownDomainOf = async (ctx: Ctx): Promise<string | null> =>
  ((await findProviderSettings(ctx, 'smtp'))?.settings as SmtpSettings | undefined)?.domain ?? null;

/** Who carries the mail of the organization. */
export const carrierOf = async (ctx: Ctx): Promise<MailCarrier> => {
  const found = await findProviderSettings(ctx, 'smtp');
  if (!found) return ctx.ports.mail.carrier;
  const settings = found.settings as SmtpSettings;
  return ctx.ports.mail.carrierTo({ ...settings, password: found.secrets['password'] ?? null });
};
