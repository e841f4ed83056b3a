// The server is killed while it hands messages over: nothing is lost, nothing is sent twice, and what nobody
// can know is shown as unknown.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { api } from '@rapport/contract/api';
import { createClient } from '@rapport/contract/client';
import { expect, test } from 'vitest';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  startStandIn,
} from '../../platform/telephony/twilio-stand-in.fixtures.ts';
import {
  type ServerProcess,
  startProcess,
  useSeededDirs,
} from '../../platform/testing/server-process.ts';

const MESSAGES = 24;
const KILLS = 2;
const LIMIT_MS = 60_000;

const seededDir = useSeededDirs();
const standIn = await startStandIn();

const signUp = async ({ url }: ServerProcess): Promise<Record<string, string>> => {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Owner',
      email: 'owner@example.com',
      password: 'correct horse battery',
    }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { cookie: cookies.join('; ') };
};

test('survives being killed between outbox and carrier', { timeout: 120_000 }, async () => {
  const env = { DATA_DIR: seededDir(), LOG_LEVEL: 'silent', TWILIO_API_BASE_URL: standIn.url };
  let server: ServerProcess | null = await startProcess({ env });
  const headers = await signUp(server);
  const clientOf = ({ url }: ServerProcess) => createClient(api, { base_url: url, headers });
  const client = clientOf(server);
  await client.saveTwilioSettings({ body: { account_sid: ACCOUNT_SID, auth_token: AUTH_TOKEN } });
  const line = await client.buyPhoneNumber({ body: { phone_number: '+12125550142' } });
  await client.updatePhoneNumber({
    params: { phone_number_id: line.id },
    body: { segments_per_second: 50 },
  });
  const contact = await client.createContact({
    body: { first_name: 'Ada', phone_number: '+12125550143' },
  });

  /** As a program does that was told nothing: the same request again, under the same key. */
  const send = async (body: string): Promise<string> => {
    const key = randomUUID();
    for (;;) {
      const reply = await fetch(`${server?.url}/api/messages/send`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({
          contact_id: contact.id,
          channel: 'sms',
          phone_number_id: line.id,
          body,
        }),
      }).catch(() => null);
      if (reply?.status === 201) return ((await reply.json()) as { id: string }).id;
      await sleep(50);
    }
  };

  standIn.thinkFor(60);
  const sending = Array.from({ length: MESSAGES }, async (_, i) => {
    await sleep(i * 60);
    return send(`Message ${i}`);
  });
  for (let kill = 0; kill < KILLS; kill++) {
    const before = standIn.messages.length;
    const end = Date.now() + LIMIT_MS;
    while (standIn.messages.length < before + 3 && Date.now() < end) await sleep(5);
    const killed: ServerProcess = server;
    server = null;
    await killed.kill(kill % 2 === 0 ? 'tree' : 'node');
    server = await startProcess({ env });
  }
  standIn.thinkFor(0);
  const ids = await Promise.all(sending);

  const running = clientOf(server);
  const query = { contact_id: contact.id };
  const end = Date.now() + LIMIT_MS;
  const isSettled = (one: Awaited<typeof read>[number]) =>
    one.external_id !== null || (one.is_outcome_unknown && !isAtCarrier(one));
  const isAtCarrier = ({ body }: { body: string | null }) =>
    standIn.messages.some((message) => message.body === body);
  let read = (await running.listMessages({ query })).messages;
  while (!read.every(isSettled) && Date.now() < end) {
    await sleep(100);
    read = (await running.listMessages({ query })).messages;
  }

  // Every request that was acknowledged is one message, and every message was handed over at most once.
  expect(read.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  const bodies = standIn.messages.map(({ body }) => body);
  expect(bodies.length).toBe(new Set(bodies).size);
  // What the carrier has is known by its id; what it has not is shown as unknown, and nothing else is.
  for (const message of read) {
    const theirs = standIn.messages.find(({ body }) => body === message.body);
    expect(message).toMatchObject({
      external_id: theirs?.sid ?? null,
      is_outcome_unknown: theirs === undefined,
    });
  }
  expect(bodies.length).toBeGreaterThan(MESSAGES / 2);
  expect(standIn.complaints).toEqual([]);
});
