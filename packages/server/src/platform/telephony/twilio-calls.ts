// Calls at Twilio: started there, and their recordings fetched from there.
import { Readable } from 'node:stream';
import type { Twilio } from 'twilio';
import type { Ctx } from '../ctx.ts';
import type { CarrierCalls } from './calls.ts';
import { CarrierError } from './telephony.ts';
import { voiceUrl } from './twiml.ts';
import { asking, codeOf, kindOf, reasonOf, type TwilioAccount } from './twilio-client.ts';

const RING_SECONDS = 25;

export const callsOf = (
  connect: (ctx: Ctx) => Promise<Twilio>,
  findAccount: (ctx: Ctx) => Promise<TwilioAccount | null>,
  base_url: string | null,
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
    return asking(async () => fetchSound(mediaUrl(source, base_url), account));
  },
});

const API = 'https://api.twilio.com';

/** Where the sound is; the account's secret goes to Twilio's own host and nowhere else. */
const mediaUrl = (source: string, base_url: string | null): string => {
  if (!URL.canParse(source) || new URL(source).origin !== API)
    throw new CarrierError('gone', 'This recording is not at Twilio.');
  return `${base_url ? source.replace(API, base_url) : source}.mp3`;
};

const fetchSound = async (url: string, account: TwilioAccount) => {
  const { api_key_sid, api_key_secret, account_sid, auth_token } = account;
  const [name, secret] =
    api_key_sid && api_key_secret ? [api_key_sid, api_key_secret] : [account_sid, auth_token ?? ''];
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
  const answer = await fetch(url, { headers: { authorization }, redirect: 'error' });
  if (answer.status === 404 || answer.status === 410)
    throw new CarrierError('gone', 'Twilio has this recording no more.');
  if (!answer.ok || !answer.body)
    throw new CarrierError(String(answer.status), `Twilio answered ${answer.status}.`);
  return { content: Readable.fromWeb(answer.body as never), content_type: 'audio/mpeg' };
};
