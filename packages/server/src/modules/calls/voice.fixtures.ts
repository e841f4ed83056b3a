// A carrier for tests: signs its voice webhooks and sends them to the public addresses.
import { newSid } from '../../platform/telephony/simulated-account.ts';
import { signForm } from '../../platform/telephony/signature.ts';
import { VOICE_PATHS } from '../../platform/telephony/twiml.ts';
import { buildPhone, buildPhoneNumber, type TestCtx } from '../../platform/testing/builders.ts';
import { PUBLIC_URL } from '../../platform/testing/test-server.ts';

export type Said = { status: number; twiml: string };
export type VoicePath = keyof typeof VOICE_PATHS;

/** One webhook: where, what, and what our own address carries. */
export type Told = [path: VoicePath, form: Record<string, string>, query?: Record<string, string>];

/** A line of an organization, and a carrier that rings it. */
export const buildLine = async (ctx: TestCtx, friendly_name = '') => {
  const line = await buildPhoneNumber(ctx, { friendly_name });
  const tell = async (...[path, form, query = {}]: Told): Promise<Said> => {
    const named = new URLSearchParams({ line: line.phone_number, ...query }).toString();
    const url = VOICE_PATHS[path] + (path === 'incoming' ? '' : `?${named}`);
    return post(ctx, url, new URLSearchParams(form));
  };
  /** A call to the line, and what the carrier says of it in each webhook. */
  const ring = (from = buildPhone()) => {
    const sid = newSid('CA');
    const base = {
      CallSid: sid,
      AccountSid: `AC${'0'.repeat(32)}`,
      From: from,
      To: line.phone_number,
      Direction: 'inbound',
    };
    return { sid, from, form: (more: Record<string, string> = {}) => ({ ...base, ...more }) };
  };
  return { ...line, tell, ring };
};

/** Posts a form as the carrier does. @param token signs it; the line's own unless given */
export const post = async (
  ctx: TestCtx,
  path: string,
  form: URLSearchParams,
  token?: string,
): Promise<Said> => {
  const key = token ?? (await ctx.ports.telephony.simulator.webhookTokens(ctx))[0]!;
  const response = await ctx.server.fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signForm(key, PUBLIC_URL + path, form),
    },
    body: form.toString(),
  });
  return { status: response.status, twiml: await response.text() };
};
