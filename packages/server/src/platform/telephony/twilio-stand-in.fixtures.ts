// A server in Twilio's place: checks each request against Twilio's published API, answers in its shapes, and
// misbehaves as networks do when told to.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { signForm } from './signature.ts';
import { newSid } from './simulated-account.ts';
import {
  accountShape,
  availableShape,
  callShape,
  errorShape,
  messageShape,
  numberShape,
  type StandInMessage,
  type StandInNumber,
} from './twilio-shapes.fixtures.ts';

/** `lost`: it does its work and the answer never comes. `dropped`: not even the work is done. */
export type Misbehaviour = 'lost' | 'dropped' | 429 | 500 | 502 | 503;

type Call = Parameters<typeof callShape>[0];
type Reply = { status: number; body?: object; retry_after?: string };

/** What the API knows for each request that we make; anything else is an error of ours. */
const PARAMETERS: Record<string, string[]> = {
  'POST Messages': ['To', 'From', 'Body', 'MediaUrl', 'StatusCallback'],
  'GET Messages': ['To', 'From', 'DateSent>', 'PageSize', 'Page', 'PageToken'],
  'POST Calls': ['To', 'From', 'Url', 'StatusCallback', 'StatusCallbackEvent', 'Timeout'],
  'GET Calls': ['StartTime>', 'PageSize', 'Page', 'PageToken'],
  'GET IncomingPhoneNumbers': ['PageSize', 'Page', 'PageToken'],
  'POST IncomingPhoneNumbers': [
    'PhoneNumber',
    'FriendlyName',
    'SmsUrl',
    'SmsMethod',
    'VoiceUrl',
    'VoiceMethod',
    'StatusCallback',
    'StatusCallbackMethod',
  ],
  'GET AvailablePhoneNumbers': ['SmsEnabled', 'AreaCode', 'Contains', 'PageSize'],
};

/** In seconds, when it is asked to be left alone. */
const RETRY_AFTER = '7';

export const ACCOUNT_SID = `AC${'1'.repeat(32)}`;
export const AUTH_TOKEN = 'the-primary-token-of-the-stand-in';

/** Starts one and stops it after the tests of the file. */
export const startStandIn = async () => {
  const messages: StandInMessage[] = [];
  const numbers: StandInNumber[] = [];
  const calls: Call[] = [];
  const complaints: string[] = [];
  /** What the API was asked to do with calls. */
  const dialled: URLSearchParams[] = [];
  /** Sound by the recording's SID. */
  const recordings = new Map<string, Buffer>();
  const planned: Misbehaviour[] = [];
  const logins = new Map([[ACCOUNT_SID, AUTH_TOKEN]]);
  let requests = 0;
  let pause_ms = 0;

  const isLoggedIn = ({ headers }: IncomingMessage): boolean => {
    const login = headers.authorization?.replace('Basic ', '') ?? '';
    const [user = '', password = ''] = Buffer.from(login, 'base64').toString().split(':');
    return logins.has(user) && logins.get(user) === password;
  };

  const answer = (request: IncomingMessage, form: URLSearchParams): Reply => {
    const url = new URL(request.url!, 'http://stand-in');
    if (!isLoggedIn(request)) return { status: 401, body: errorShape(401, 20003, 'Authenticate') };
    const path =
      /^\/2010-04-01\/Accounts\/(AC\w{32})(?:\/(\w+))?(?:\/(\w+))?(?:\/(\w+))?\.json$/.exec(
        url.pathname,
      );
    const [, account_sid = '', resource = '', id, part] = path ?? [];
    if (account_sid !== ACCOUNT_SID) return notFound(url.pathname);
    if (resource === '') return { status: 200, body: accountShape(account_sid) };
    const query = request.method === 'POST' ? form : url.searchParams;
    const known = PARAMETERS[`${request.method} ${resource}`] ?? [];
    for (const name of query.keys())
      if (!known.includes(name)) complaints.push(`${request.method} ${url.pathname}: ${name}`);
    switch (resource) {
      case 'Messages':
        return onMessages(request, { id, part, query, url });
      case 'IncomingPhoneNumbers':
        return onNumbers(request, id, form);
      case 'AvailablePhoneNumbers':
        return {
          status: 200,
          body: {
            available_phone_numbers: [availableShape('+12125550142')],
            uri: url.pathname,
          },
        };
      case 'Calls':
        if (request.method === 'POST') return dial(form);
        return { status: 200, body: { calls: calls.map(callShape), ...page(url) } };
      default:
        return notFound(url.pathname);
    }
  };

  const onMessages = (
    { method }: IncomingMessage,
    { id, part, query, url }: { id?: string; part?: string; query: URLSearchParams; url: URL },
  ): Reply => {
    if (part === 'Media') return { status: 200, body: { media_list: [], ...page(url) } };
    if (id) {
      const one = messages.find(({ sid }) => sid === id);
      return one ? { status: 200, body: messageShape(one) } : notFound(url.pathname);
    }
    if (method === 'POST') return create(query);
    const wanted = messages
      .filter(
        ({ from, to }) =>
          !query.get('From') || (from === query.get('From') && to === query.get('To')),
      )
      .toReversed();
    const [size, number] = [Number(query.get('PageSize') ?? 50), Number(query.get('Page') ?? 0)];
    const shown = wanted.slice(number * size, (number + 1) * size);
    const next = new URLSearchParams(query);
    next.set('Page', String(number + 1));
    next.set('PageToken', `PA${number}`);
    const hasMore = (number + 1) * size < wanted.length;
    return {
      status: 200,
      body: {
        messages: shown.map(messageShape),
        ...page(url),
        next_page_uri: hasMore ? `${url.pathname}?${next}` : null,
      },
    };
  };

  const create = (form: URLSearchParams): Reply => {
    const refuse = (code: number, message: string): Reply => ({
      status: 400,
      body: errorShape(400, code, message),
    });
    const [to, from, body] = [form.get('To'), form.get('From'), form.get('Body') ?? ''];
    const media = form.getAll('MediaUrl');
    if (!to) return refuse(21604, "A 'To' phone number is required.");
    if (!from) return refuse(21603, "A 'From' phone number is required.");
    if (!/^\+\d{8,15}$|^\d{3,6}$/.test(to))
      return refuse(21211, `Invalid 'To' Phone Number: ${to}`);
    if (to === '+15005550004') return refuse(21610, 'Attempt to send to unsubscribed recipient');
    if (body === '' && media.length === 0) return refuse(21602, 'Message body is required.');
    if (body.length > 1600) return refuse(21617, 'The concatenated message body exceeds 1600.');
    if (media.length > 10) return refuse(21623, 'Number of media files exceeds allowed limit.');
    const message: StandInMessage = {
      sid: newSid(media.length > 0 ? 'MM' : 'SM'),
      account_sid: ACCOUNT_SID,
      from,
      to,
      body,
      media,
      status: 'queued',
      direction: 'outbound-api',
      error_code: null,
      status_callback: form.get('StatusCallback'),
      date_created: new Date(),
    };
    messages.push(message);
    return { status: 201, body: messageShape(message) };
  };

  const dial = (form: URLSearchParams): Reply => {
    const [to, from, address] = [form.get('To'), form.get('From'), form.get('Url')];
    if (!to || !from || !address)
      return { status: 400, body: errorShape(400, 21205, 'Url, To and From are required.') };
    if (to === '+15005550001')
      return { status: 400, body: errorShape(400, 21217, `Invalid 'To' Phone Number: ${to}`) };
    dialled.push(form);
    const call = {
      sid: newSid('CA'),
      account_sid: ACCOUNT_SID,
      from,
      to,
      direction: 'outbound-api',
    };
    return { status: 201, body: { ...callShape(call), status: 'queued', duration: null } };
  };

  const onNumbers = (
    { method }: IncomingMessage,
    id: string | undefined,
    form: URLSearchParams,
  ): Reply => {
    const one = numbers.find(({ sid }) => sid === id);
    const values = { sms_url: form.get('SmsUrl') ?? '', voice_url: form.get('VoiceUrl') ?? '' };
    if (method === 'GET') {
      const incoming_phone_numbers = numbers.map((number) => numberShape(number, ACCOUNT_SID));
      return { status: 200, body: { incoming_phone_numbers, next_page_uri: null } };
    }
    if (method === 'DELETE') {
      if (!one) return notFound(id ?? '');
      numbers.splice(numbers.indexOf(one), 1);
      return { status: 204 };
    }
    if (one) return { status: 200, body: numberShape(Object.assign(one, values), ACCOUNT_SID) };
    const phone_number = form.get('PhoneNumber') ?? '';
    const friendly_name = form.get('FriendlyName') ?? phone_number;
    const bought = { ...values, sid: newSid('PN'), phone_number, friendly_name };
    numbers.push(bought);
    return { status: 201, body: numberShape(bought, ACCOUNT_SID) };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    requests += 1;
    if (request.method === 'POST' && request.headers['content-type'] !== FORM)
      complaints.push(`${request.url}: content type ${request.headers['content-type']}`);
    const misbehaviour = planned.shift();
    if (misbehaviour === 'dropped') return void response.destroy();
    if (typeof misbehaviour === 'number') {
      const shape = errorShape(misbehaviour, misbehaviour === 429 ? 20429 : 20500, 'Later');
      return send(response, { status: misbehaviour, body: shape, retry_after: RETRY_AFTER });
    }
    const recording = /\/Recordings\/(RE\w+)\.mp3$/.exec(request.url!)?.[1];
    if (recording) {
      const sound = isLoggedIn(request) ? recordings.get(recording) : undefined;
      response.writeHead(sound ? 200 : isLoggedIn(request) ? 404 : 401);
      return void response.end(sound);
    }
    await sleep(pause_ms);
    const reply = answer(request, new URLSearchParams(body));
    await sleep(pause_ms);
    if (misbehaviour === 'lost') return void response.destroy();
    send(response, reply);
  };

  let http = createServer((request, response) => void serve(request, response));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  afterAll(stop);
  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    numbers,
    calls,
    dialled,
    recordings,
    /** What was not as the API wants it. */
    complaints,
    requests: () => requests,
    /** How the next requests are treated, one each. */
    plan: (...next: Misbehaviour[]) => void planned.push(...next),
    /** Thinks so long before it does its work, and again before it answers. */
    thinkFor: (ms: number) => void (pause_ms = ms),
    allow: (user: string, password: string) => void logins.set(user, password),
    /** Nobody answers any more, until it comes back at the same address. */
    goAway: stop,
    comeBack: async (): Promise<void> => {
      http = createServer((request, response) => void serve(request, response));
      http.listen(port, '127.0.0.1');
      await once(http, 'listening');
    },
  };
};

const FORM = 'application/x-www-form-urlencoded';

const notFound = (what: string): Reply => ({
  status: 404,
  body: errorShape(404, 20404, `The requested resource ${what} was not found`),
});

const page = (url: URL) => ({ uri: url.pathname, page: 0, page_size: 50, next_page_uri: null });

const send = (response: ServerResponse, { status, body, retry_after }: Reply): void => {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retry_after ? { 'retry-after': retry_after } : {}),
  });
  response.end(body ? JSON.stringify(body) : undefined);
};

/** A webhook as Twilio sends it. @param public_url where Twilio believes the server to be */
export const twilioRequest = (
  public_url: string,
  path: string,
  fields: Record<string, string> | URLSearchParams,
  token: string = AUTH_TOKEN,
) => {
  const form = new URLSearchParams(fields);
  return {
    path,
    init: {
      method: 'POST',
      headers: {
        'content-type': FORM,
        'x-twilio-signature': signForm(token, public_url + path, form),
      },
      body: form.toString(),
    },
  };
};

/** What Twilio says when a text comes in. */
export const inboundFields = (fields: Record<string, string>): Record<string, string> => ({
  ToCountry: 'US',
  SmsStatus: 'received',
  NumMedia: '0',
  NumSegments: '1',
  AccountSid: ACCOUNT_SID,
  ApiVersion: '2010-04-01',
  Body: '',
  MessageSid: newSid('SM'),
  ...fields,
});
