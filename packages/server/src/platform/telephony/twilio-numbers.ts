// Numbers at Twilio: found, bought, pointed to this server, given back.
import type { Twilio } from 'twilio';
import type { Ctx } from '../ctx.ts';
import type { Carrier, CarrierNumber } from './telephony.ts';
import { asking } from './twilio-client.ts';

type NumberParts = Pick<
  Carrier,
  'searchNumbers' | 'listNumbers' | 'buyNumber' | 'adoptNumber' | 'releaseNumber'
>;

const MOST_FOUND = 30;

export const numbersOf = (connect: (ctx: Ctx) => Promise<Twilio>): NumberParts => ({
  searchNumbers: async (ctx, { country, area_code, contains }) => {
    const client = await connect(ctx);
    const found = await asking(() =>
      client.availablePhoneNumbers(country).local.list({
        smsEnabled: true,
        ...(area_code ? { areaCode: Number(area_code) } : {}),
        ...(contains ? { contains } : {}),
        limit: MOST_FOUND,
        pageSize: MOST_FOUND,
      }),
    );
    return found.map((number) => ({
      phone_number: number.phoneNumber,
      locality: number.locality || null,
      region: number.region || null,
      ...capable(number.capabilities),
    }));
  },
  listNumbers: async (ctx) => {
    const client = await connect(ctx);
    const numbers = await asking(() => client.incomingPhoneNumbers.list({ pageSize: 1000 }));
    return numbers.map(remembered);
  },
  buyNumber: async (ctx, phoneNumber, friendlyName) => {
    const client = await connect(ctx);
    const bought = await asking(() =>
      client.incomingPhoneNumbers.create({
        phoneNumber,
        ...(friendlyName ? { friendlyName } : {}),
        ...webhooksOf(ctx),
      }),
    );
    return remembered(bought);
  },
  adoptNumber: async (ctx, provider_sid) => {
    const client = await connect(ctx);
    await asking(() => client.incomingPhoneNumbers(provider_sid).update(webhooksOf(ctx)));
  },
  releaseNumber: async (ctx, provider_sid) => {
    const client = await connect(ctx);
    await asking(() => client.incomingPhoneNumbers(provider_sid).remove());
  },
});

/** Where Twilio tells what happens on a number. */
const webhooksOf = ({ ports: { public_url } }: Ctx) => ({
  smsUrl: `${public_url}/webhooks/twilio/sms`,
  smsMethod: 'POST' as const,
  voiceUrl: `${public_url}/webhooks/twilio/voice`,
  voiceMethod: 'POST' as const,
  statusCallback: `${public_url}/webhooks/twilio/voice/status`,
  statusCallbackMethod: 'POST' as const,
});

type Capabilities = { sms?: boolean; SMS?: boolean; mms?: boolean; MMS?: boolean; voice?: boolean };

/** Twilio writes some in capitals, in some answers. */
const capable = (can: Capabilities) => ({
  can_sms: can.sms ?? can.SMS ?? false,
  can_mms: can.mms ?? can.MMS ?? false,
  can_voice: can.voice ?? false,
});

const remembered = (number: {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  capabilities: Capabilities;
}): CarrierNumber => ({
  provider_sid: number.sid,
  phone_number: number.phoneNumber,
  friendly_name: number.friendlyName,
  ...capable(number.capabilities),
});
