// Twilio's API from memory: what it accepts, what it refuses, and what it has been asked to do.
import type { IncomingMessage } from 'node:http';
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

type Call = Parameters<typeof callShape>[0];
export type Reply = { status: number; body?: object; retry_after?: string };

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

export const ACCOUNT_SID = `AC${'1'.repeat(32)}`;
export const AUTH_TOKEN = 'the-primary-token-of-the-stand-in';

/** An account of its own, empty at first. */
export const createApi = () => {
  const messages: StandInMessage[] = [];
  const numbers: StandInNumber[] = [];
  const calls: Call[] = [];
  const complaints: string[] = [];
  const dialled: URLSearchParams[] = [];
  const recordings = new Map<string, Buffer>();
  const logins = new Map([[ACCOUNT_SID, AUTH_TOKEN]]);

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

  return {
    answer,
    messages,
    numbers,
    calls,
    /** What was not as the API wants it. */
    complaints,
    /** What the API was asked to do with calls. */
    dialled,
    /** Sound by the recording's SID. */
    recordings,
    isLoggedIn,
    allow: (user: string, password: string) => void logins.set(user, password),
  };
};

const notFound = (what: string): Reply => ({
  status: 404,
  body: errorShape(404, 20404, `The requested resource ${what} was not found`),
});

const page = (url: URL) => ({ uri: url.pathname, page: 0, page_size: 50, next_page_uri: null });
