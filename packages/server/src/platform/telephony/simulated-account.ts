// How the simulated network speaks to us: as one more account of the carrier, with its own ids and signatures.
import { randomBytes } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import { findLine } from './lines.queries.ts';
import type { Line } from './telephony.ts';
import { signForm } from './signature.ts';

export const SIMULATED_ACCOUNT = `AC${'0'.repeat(32)}`;

/** As Twilio's: two letters and 32 hexadecimal digits. */
export const newSid = (kind: 'SM' | 'MM' | 'PN' | 'CA' | 'RE' | 'ME'): string =>
  kind + randomBytes(16).toString('hex');

/**
 * Calls one of our own webhooks as the carrier would.
 * @param path with its query
 * @throws Error when the answer is no success, so that whoever calls may do it again
 */
export const callBack = async (
  ctx: Ctx,
  line: Pick<Line, 'provider'>,
  path: string,
  form: URLSearchParams,
): Promise<string> => {
  const [token] = await ctx.ports.telephony[line.provider].webhookTokens(ctx);
  const signature = signForm(token!, ctx.ports.public_url + path, form);
  const { status, body } = await ctx.ports.postToSelf(path, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signature,
  });
  if (status >= 300) throw new Error(`The webhook ${path} answered ${status}: ${body}`);
  return body;
};

/** Whether calls and texts of this number are simulated. */
export const findSimulatedLine = async (ctx: Ctx, phone_number: string): Promise<Line | null> => {
  const line = await findLine(ctx, phone_number);
  const isOurs = line?.organization_id === ctx.organization_id && line.provider === 'simulator';
  return isOurs ? line : null;
};
