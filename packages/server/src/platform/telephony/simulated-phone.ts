// A phone on the simulated network that writes to us.
import type { Ctx } from '../ctx.ts';
import { newId } from '../ids.ts';
import type { Line } from './telephony.ts';
import { callBack, newSid, SIMULATED_ACCOUNT } from './simulated-account.ts';
import { insertSimulated } from './simulator.queries.ts';

/** What a simulated phone sends. */
export type SimulatedText = {
  from: string;
  body: string;
  media_urls: string[];
  opt_out_type?: string | undefined;
};

/** Sends a text from a simulated phone to one of our numbers. @returns its SID, once our webhook took it */
export const textFromPhone = async (ctx: Ctx, line: Line, text: SimulatedText): Promise<string> => {
  const sid = newSid(text.media_urls.length > 0 ? 'MM' : 'SM');
  await insertSimulated(ctx, {
    ...text,
    id: newId(),
    message_id: null,
    sid,
    to: line.phone_number,
    status: 'received',
  });
  const form = new URLSearchParams({
    ToCountry: 'US',
    SmsMessageSid: sid,
    NumMedia: String(text.media_urls.length),
    SmsSid: sid,
    SmsStatus: 'received',
    Body: text.body,
    FromCountry: 'US',
    To: line.phone_number,
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: SIMULATED_ACCOUNT,
    From: text.from,
    ApiVersion: '2010-04-01',
    ...(text.opt_out_type ? { OptOutType: text.opt_out_type } : {}),
  });
  text.media_urls.forEach((url, i) => {
    form.set(`MediaUrl${i}`, url);
    form.set(`MediaContentType${i}`, 'image/jpeg');
  });
  await callBack(ctx, line, '/webhooks/twilio/sms', form);
  return sid;
};
