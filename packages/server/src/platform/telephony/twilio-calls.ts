// Calls at Twilio: started there, and their recordings fetched from there.
import { Readable } from 'node:stream';
import type { Twilio } from 'twilio';
import type { Ctx } from '../ctx.ts';
import type { FetchFailure } from '../http/fetch-foreign.ts';
import type { CarrierCalls } from './calls.ts';
import type { CarrierLogin } from './carrier-media.ts';
import { CarrierError } from './telephony.ts';
import { voiceUrl } from './twiml.ts';
import { codeOf, kindOf, reasonOf, type TwilioAccount } from './twilio-client.ts';

const RING_SECONDS = 25;
/** Four hours, the longest call, as Twilio writes it: 32 kbit/s. */
const MOST_BYTES = 60_000_000;

export const callsOf = (
  connect: (ctx: Ctx) => Promise<Twilio>,
  findAccount: (ctx: Ctx) => Promise<TwilioAccount | null>,
): CarrierCalls => ({
  dial: async (ctx, { line, own_phone, to, contact_id, member_id }) => {
    const place = { public_url: ctx.ports.public_url, line };
    const query = { to, contact: contact_id, member: member_id, direction: 'outbound' };
    let client: Twilio;
    try {
      client = await connect(ctx);
    } catch (error) {
      return { kind: 'refused', code: codeOf(error), message: reasonOf(error) };
    }
    try {
      const { sid, status } = await client.calls.create({
        from: line,
        to: own_phone,
        url: voiceUrl(place, 'connect', query),
        statusCallback: voiceUrl(place, 'status', query),
        statusCallbackEvent: ['initiated', 'answered', 'completed'],
        timeout: RING_SECONDS,
      });
      return { kind: 'accepted', external_id: sid, status };
    } catch (error) {
      const [kind, reason] = [kindOf(error), reasonOf(error)];
      if (kind === 'refused') return { kind, code: codeOf(error), message: reason };
      return kind === 'busy' ? { kind, reason, retry_after_seconds: null } : { kind, reason };
    }
  },
  openRecording: async (ctx, source) => {
    const account = await findAccount(ctx);
    if (!account) throw new CarrierError('not_configured', 'No Twilio account is set up.');
    const content = await ctx.ports
      .carrierMedia(`${source}.mp3`, loginOf(account), MOST_BYTES)
      .catch((error: FetchFailure) => {
        throw new CarrierError(error.is_final ? 'gone' : 'unreachable', error.message);
      });
    return { content: Readable.from([content]), content_type: 'audio/mpeg' };
  },
});

const loginOf = (account: TwilioAccount): CarrierLogin => {
  const { api_key_sid, api_key_secret, account_sid, auth_token } = account;
  return api_key_sid && api_key_secret
    ? { user: api_key_sid, password: api_key_secret }
    : { user: account_sid, password: auth_token ?? '' };
};
