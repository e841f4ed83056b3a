// The adapter to Twilio: each organization with its own account.
import type { Twilio } from 'twilio';
import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { Ctx } from '../ctx.ts';
import { type Carrier, CarrierError, type CarrierMessage, type SendOutcome } from './telephony.ts';
import { callsOf } from './twilio-calls.ts';
import {
  API,
  asking,
  codeOf,
  connectTwilio,
  kindOf,
  retryAfter,
  reasonOf,
  type TwilioAccount,
} from './twilio-client.ts';
import { numbersOf } from './twilio-numbers.ts';

export type TwilioOptions = {
  /** Where Twilio's API is; null = at Twilio. */
  base_url: string | null;
  /** The organization's account; null when none is set up. */
  findAccount: (ctx: Ctx) => Promise<TwilioAccount | null>;
};

const PAGE = 200;

export const createTwilio = ({ base_url, findAccount }: TwilioOptions): Carrier => {
  const connect = async (ctx: Ctx): Promise<Twilio> => {
    const account = await findAccount(ctx);
    if (!account)
      throw new CarrierError(
        'not_configured',
        'No Twilio account is set up. Enter it in the settings.',
      );
    return connectTwilio(account, base_url);
  };
  /** Twilio refuses callbacks to addresses that only this machine knows. */
  const callbackOf = (ctx: Ctx, message_id: string): string | undefined => {
    const { hostname } = new URL(ctx.ports.public_url);
    const isLocal = hostname === 'localhost' || hostname.startsWith('127.');
    if (isLocal && base_url === null) return undefined;
    return `${ctx.ports.public_url}/webhooks/twilio/status?m=${message_id}`;
  };
  return {
    send: async (ctx, sms): Promise<SendOutcome> => {
      let client: Twilio;
      try {
        client = await connect(ctx);
      } catch (error) {
        return { kind: 'refused', code: codeOf(error), message: reasonOf(error) };
      }
      try {
        const statusCallback = callbackOf(ctx, sms.message_id);
        const { sid, status } = await client.messages.create({
          from: sms.from,
          to: sms.to,
          ...(sms.body === '' ? {} : { body: sms.body }),
          ...(sms.media_urls.length > 0 ? { mediaUrl: sms.media_urls } : {}),
          ...(statusCallback ? { statusCallback } : {}),
        });
        return { kind: 'accepted', external_id: sid, status };
      } catch (error) {
        const [kind, reason] = [kindOf(error), reasonOf(error)];
        if (kind === 'refused') return { kind, code: codeOf(error), message: reason };
        if (kind === 'unknown') return { kind, reason };
        return { kind, reason, retry_after_seconds: retryAfter(client) };
      }
    },
    findMessage: async (ctx, external_id) => {
      const client = await connect(ctx);
      return asking(async () => {
        try {
          return remembered(await client.messages(external_id).fetch());
        } catch (error) {
          if ((error as { status?: number }).status === 404) return null;
          throw error;
        }
      });
    },
    listMedia: async (ctx, external_id) => {
      const client = await connect(ctx);
      const media = await asking(() => client.messages(external_id).media.list());
      // What the list names is the description; without its ending it is the file.
      return media.map(({ uri, contentType }) => ({
        url: `${base_url ?? API}${uri.replace(/\.json$/, '')}`,
        content_type: contentType,
      }));
    },
    listMessages: async function* (ctx, { from, to, since }) {
      const client = await connect(ctx);
      // A message that still waits at Twilio has no date of sending: between two numbers all are read.
      const filter = from && to ? { from, to } : { dateSentAfter: since };
      for await (const one of listed(() => client.messages.page({ ...filter, pageSize: PAGE }))) {
        const message = remembered(one);
        if (message.created_at < since) return;
        yield message;
      }
    },
    listCalls: async function* (ctx, { since }) {
      const client = await connect(ctx);
      const filter = { startTimeAfter: since, pageSize: PAGE };
      for await (const call of listed(() => client.calls.page(filter)))
        yield {
          external_id: call.sid,
          parent_id: call.parentCallSid || null,
          direction: call.direction === 'inbound' ? 'inbound' : 'outbound',
          from: call.from,
          to: call.to,
          status: call.status,
          started_at: call.startTime ?? call.dateCreated,
          duration_seconds: call.duration === null ? null : Number(call.duration),
        };
    },
    ...numbersOf(connect),
    ...callsOf(connect, findAccount),
    webhookTokens: async (ctx) => {
      const account = await findAccount(ctx);
      return [account?.auth_token, account?.secondary_auth_token].filter(
        (token) => typeof token === 'string',
      );
    },
    check: async (ctx) => {
      const client = await connect(ctx);
      const { friendlyName, status } = await asking(() =>
        client.api.v2010.accounts(client.accountSid!).fetch(),
      );
      if (status !== 'active')
        throw new CarrierError(status, `This Twilio account is ${status}. Look at twilio.com.`);
      return friendlyName;
    },
  };
};

type ListPage<T> = { instances: T[]; nextPage: () => Promise<ListPage<T>> | undefined };

/** Everything on the pages of a list. */
async function* listed<T>(first: () => Promise<ListPage<T>>): AsyncGenerator<T> {
  let page: ListPage<T> | undefined = await asking(first);
  while (page) {
    yield* page.instances;
    const current: ListPage<T> = page;
    page = await asking(async () => current.nextPage());
  }
}

const remembered = (message: MessageInstance): CarrierMessage => ({
  external_id: message.sid,
  direction: message.direction === 'inbound' ? 'inbound' : 'outbound',
  from: message.from,
  to: message.to,
  body: message.body,
  media_count: Number(message.numMedia),
  status: message.status,
  error_code: message.errorCode ? String(message.errorCode) : null,
  error_message: message.errorMessage || null,
  created_at: message.dateSent ?? message.dateCreated,
});
