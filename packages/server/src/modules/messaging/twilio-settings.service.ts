// The organization's account at Twilio.
import type { twilioSettings } from '@rapport/contract/twilio-settings.api';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { CarrierError } from '../../platform/telephony/telephony.ts';
import type { TwilioAccount } from '../../platform/telephony/twilio-client.ts';
import {
  findProviderSettings,
  removeProviderSettings,
  saveProviderSettings,
} from '../settings/provider-settings.service.ts';

type Shown = { account_sid: string; api_key_sid: string | null };

/** The account with its secrets, for those who speak to Twilio; null when none is set up. */
export const findTwilioAccount = async (ctx: Ctx): Promise<TwilioAccount | null> => {
  const found = await findProviderSettings(ctx, 'twilio');
  if (!found) return null;
  const { account_sid, api_key_sid } = found.settings as Shown;
  const { auth_token, secondary_auth_token, api_key_secret } = found.secrets;
  return {
    account_sid,
    api_key_sid,
    auth_token: auth_token ?? null,
    secondary_auth_token: secondary_auth_token ?? null,
    api_key_secret: api_key_secret ?? null,
  };
};

/** The account as it may be shown: that there are secrets, not which. */
export const getTwilioSettings = async (ctx: Ctx): Promise<z.input<typeof twilioSettings>> => {
  const account = await findTwilioAccount(ctx);
  const door = `${ctx.ports.public_url}/webhooks/twilio`;
  return {
    is_configured: account !== null,
    account_sid: account?.account_sid ?? null,
    api_key_sid: account?.api_key_sid ?? null,
    has_auth_token: Boolean(account?.auth_token),
    has_secondary_auth_token: Boolean(account?.secondary_auth_token),
    has_api_key_secret: Boolean(account?.api_key_secret),
    webhooks: { sms: `${door}/sms`, status: `${door}/status`, voice: `${door}/voice` },
  };
};

export const saveTwilioSettings = async (
  ctx: Ctx,
  {
    account_sid,
    api_key_sid,
    ...secrets
  }: {
    account_sid: string;
    api_key_sid?: string | null | undefined;
    auth_token?: string | undefined;
    secondary_auth_token?: string | undefined;
    api_key_secret?: string | undefined;
  },
) => {
  const settings: Shown = { account_sid, api_key_sid: api_key_sid ?? null };
  await saveProviderSettings(ctx, 'twilio', { settings, secrets });
  return getTwilioSettings(ctx);
};

export const removeTwilioSettings = async (ctx: Ctx): Promise<void> =>
  void (await removeProviderSettings(ctx, 'twilio'));

/** Asks Twilio whether the account works. A refusal is an answer too. */
export const testTwilioSettings = async (ctx: Ctx) => {
  try {
    const account_name = await ctx.ports.telephony.twilio.check(ctx);
    const { has_auth_token } = await getTwilioSettings(ctx);
    const message = has_auth_token
      ? `The account "${account_name}" works.`
      : `The account "${account_name}" works for sending. Enter its auth token too: without it nothing that comes in can be checked.`;
    return { ok: true, message, account_name };
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    return { ok: false, message: error.message, account_name: null };
  }
};
