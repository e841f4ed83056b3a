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
import { ACCOUNT_SID, AUTH_TOKEN, createApi, type Reply } from './twilio-api.fixtures.ts';
import { errorShape } from './twilio-shapes.fixtures.ts';

export { ACCOUNT_SID, AUTH_TOKEN };

/** `lost`: it does its work and the answer never comes. `dropped`: not even the work is done. */
export type Misbehaviour = 'lost' | 'dropped' | 429 | 500 | 502 | 503;

/** In seconds, when it is asked to be left alone. */
const RETRY_AFTER = '7';

/** Starts one and stops it after the tests of the file. */
export const startStandIn = async () => {
  const api = createApi();
  const planned: Misbehaviour[] = [];
  let requests = 0;
  let pause_ms = 0;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    requests += 1;
    if (request.method === 'POST' && request.headers['content-type'] !== FORM)
      api.complaints.push(`${request.url}: content type ${request.headers['content-type']}`);
    // What only asks is spared: jobs ask in the background, and would use up what was planned for others.
    const misbehaviour = request.method === 'POST' ? planned.shift() : undefined;
    if (misbehaviour === 'dropped') return void response.destroy();
    if (typeof misbehaviour === 'number') {
      const shape = errorShape(misbehaviour, misbehaviour === 429 ? 20429 : 20500, 'Later');
      return send(response, { status: misbehaviour, body: shape, retry_after: RETRY_AFTER });
    }
    const recording = /\/Recordings\/(RE\w+)\.mp3$/.exec(request.url!)?.[1];
    if (recording) {
      const isKnown = api.isLoggedIn(request);
      const sound = isKnown ? api.recordings.get(recording) : undefined;
      response.writeHead(sound ? 200 : isKnown ? 404 : 401);
      return void response.end(sound);
    }
    await sleep(pause_ms);
    const reply = api.answer(request, new URLSearchParams(body));
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
    ...api,
    requests: () => requests,
    /** How the next requests that change something are treated, one each. */
    plan: (...next: Misbehaviour[]) => void planned.push(...next),
    /** Thinks so long before it does its work, and again before it answers. */
    thinkFor: (ms: number) => void (pause_ms = ms),
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
