// Every endpoint of the contract is attacked by every kind of caller; what is expected follows from the
// declared access alone.
import { api } from '@rapport/contract/api';
import { urlOf } from '@rapport/contract/client';
import type { Access, Endpoint } from '@rapport/contract/endpoint';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { buildContact } from '../testing/builders.ts';
import { buildCallers, type CallerName, type KnownCaller } from '../testing/callers.ts';
import { PUBLIC_URL, testServer } from '../testing/test-server.ts';
import { kindsIn, samples } from './access.fixtures.ts';
import { mixed, nothings, placeOf, type Things, thingsOf } from './things.fixtures.ts';

type Name = keyof typeof api;

const server = await testServer();
const { home, strict, abroad, callers } = await buildCallers(server);
const names = Object.keys(api) as Name[];
const endpoint = (name: Name): Endpoint => api[name];
const callerNames = Object.keys(callers) as CallerName[];
/** The kinds of things that the request of an endpoint names. */
const kinds = new Map<Name, (keyof Things)[]>();
for (const name of names) kinds.set(name, await kindsIn(name, home));

/** The status of a refusal, or null when the caller may. */
const refusalOf = (access: Access, { standing }: KnownCaller): number | null => {
  if (access.kind === 'public') return null;
  if (standing.kind === 'nobody') return 401;
  if (standing.kind === 'former_member') return 403;
  if (access.kind === 'service') return standing.kind === 'service' ? null : 401;
  if (standing.kind !== 'person') return 401;
  if (access.kind === 'super_admin') return standing.super_admin ? null : 403;
  const { permission } = access;
  return permission === null || standing.permissions.includes(permission) ? null : 403;
};

const send = async (
  name: Name,
  caller: KnownCaller,
  things: Things,
  place = placeOf(caller.home ?? home),
): Promise<{ status: number; body: string }> => {
  const definition = endpoint(name);
  const request = await samples[name](things, place);
  const { body } = request;
  const isForm = body instanceof FormData;
  const response = await caller.fetch(urlOf(definition, request), {
    method: definition.method,
    headers: body === undefined || isForm ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : isForm ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.text() };
};

const ownThings = (caller: KnownCaller): Things =>
  thingsOf(
    caller.home ?? home,
    caller.restricted_to,
    caller.home && caller.standing.kind === 'person' ? caller : null,
  );

/** The callers with a place who may, so that only the ids stand in their way. */
const admitted = (name: Name): KnownCaller[] =>
  Object.values(callers).filter(
    (caller) => caller.home && refusalOf(endpoint(name).access, caller) === null,
  );

/** One of those who are the same to a query: it sees the organization and the restriction, not the role. */
const alike = (some: KnownCaller[]): KnownCaller[] => {
  const kindOf = ({ home, standing, restricted_to }: KnownCaller) =>
    JSON.stringify([
      home?.organization_id,
      standing.kind,
      standing.kind === 'person' && standing.super_admin,
      restricted_to?.member_id,
    ]);
  return [...new Map(some.map((caller) => [kindOf(caller), caller])).values()];
};

test.each(names.flatMap((name) => callerNames.map((caller) => [name, caller] as const)))(
  '%s called by: %s',
  async (name, callerName) => {
    const caller = callers[callerName];
    const refused = refusalOf(endpoint(name).access, caller);
    // Who is refused is so before ids are looked at.
    const things = refused === null ? ownThings(caller) : nothings;
    const { status, body } = await send(name, caller, things);
    // The service endpoint that resolves or creates answers 201 for what it creates.
    const success = name === 'resolveContact' ? 201 : (endpoint(name).status ?? 200);
    expect({ status, body }).toEqual({ status: refused ?? success, body: expect.any(String) });
    if (refused !== null) expect(Object.keys(JSON.parse(body))).toEqual(['error']);
  },
);

test.each(names.filter((name) => kinds.get(name)!.length > 0))(
  "%s answers another organization's ids as ids that do not exist",
  async (name) => {
    for (const kind of kinds.get(name)!)
      for (const caller of alike(admitted(name))) {
        const elsewhere = thingsOf(caller.home === abroad ? home : abroad, null);
        const foreign = await send(name, caller, mixed(ownThings(caller), kind, elsewhere));
        const missing = await send(name, caller, mixed(ownThings(caller), kind, nothings));
        expect(foreign).toEqual(missing);
        expect(foreign.status).toBe(404);
      }
  },
);

/** The kinds of things that are seen by whoever sees their contact. */
const OF_CONTACTS = new Set<keyof Things>([
  'contact',
  'other_contact',
  'todo',
  'merge',
  'message',
  'call',
  'email_message',
  'attachment',
]);

describe('a restricted member', () => {
  const caller = callers['restricted member'];
  const tried = names
    .filter((name) => admitted(name).includes(caller))
    .flatMap((name) => kinds.get(name)!.map((kind) => [name, kind] as const))
    .filter(([, kind]) => OF_CONTACTS.has(kind));

  test.each(tried)(
    'gets of %s for an unassigned %s what a missing one gets',
    async (name, kind) => {
      const own = ownThings(caller);
      const hidden = await send(name, caller, mixed(own, kind, thingsOf(strict, null)));
      const missing = await send(name, caller, mixed(own, kind, nothings));
      expect(hidden).toEqual(missing);
      expect(hidden.status).toBe(404);
    },
  );
});

test.each(names.filter((name) => endpoint(name).access.kind !== 'public'))(
  '%s tells a caller without an account nothing about the request',
  async (name) => {
    const { method, path } = endpoint(name);
    const url = path.replace(/\{\w+\}/g, 'nonsense');
    expect((await callers.anonymous.fetch(url, { method })).status).toBe(401);
  },
);

test.each(names.filter((name) => endpoint(name).access.kind === 'service'))(
  '%s refuses a tenant_id that is not the organization of the key',
  async (name) => {
    const caller = callers["other organization's gateway key"];
    const { status, body } = await send(name, caller, ownThings(caller), placeOf(home));
    expect(status).toBe(403);
    expect(JSON.parse(body).error.code).toBe('TENANT_MISMATCH');
  },
);

describe('what others must not see', async () => {
  const secret = 'Zyxwvutsrq';
  const hidden = await buildContact(strict, { last_name: secret, company: secret });
  await buildContact(home, { last_name: secret, company: secret });
  const lists = names.filter((name) => endpoint(name).method === 'GET');

  test.each(lists)('is not in %s', async (name) => {
    for (const caller of [callers["other organization's owner"], callers['restricted member']]) {
      if (refusalOf(endpoint(name).access, caller) !== null) continue;
      const { body } = await send(name, caller, ownThings(caller));
      expect(body).not.toContain(secret);
      expect(body).not.toContain(hidden.id);
      expect(body).not.toContain(home.organization_id);
    }
  });

  test('is not found by searching for it', async () => {
    const { client } = callers['restricted member'];
    expect(await client.listContacts({ query: { search: secret } })).toMatchObject({
      contacts: [],
      total_count: 0,
    });
    const owner = callers.owner.client;
    expect((await owner.listContacts({ query: { search: secret } })).total_count).toBe(1);
  });
});

describe('a page of another site', () => {
  const headers = { origin: 'https://evil.example' };

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('cannot use our cookie to %s', async (method) => {
    const response = await callers.owner.fetch('/api/organization', { method, headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'ORIGIN_DENIED' } });
  });

  test('may not be ours under another port or scheme-less name', async () => {
    for (const origin of [`${PUBLIC_URL}:8080`, 'null', 'rapport.test']) {
      const response = await callers.owner.fetch('/api/sample', {
        method: 'DELETE',
        headers: { origin },
      });
      expect(response.status).toBe(403);
    }
  });

  test('our own page may', async () => {
    const init = { method: 'DELETE', headers: { origin: PUBLIC_URL } };
    expect((await callers.owner.fetch('/api/sample', init)).status).toBe(200);
  });
});

describe('/api/realtime', async () => {
  const address = await server.listen();

  /** The status with which the upgrade is answered; 101 opens the socket. */
  const knock = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/api/realtime`, { headers });
      socket.on('upgrade', ({ statusCode }) => resolve(statusCode ?? 0));
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0));
      socket.on('open', () => socket.close());
      socket.on('error', reject);
    });

  test.each(callerNames)('opened by: %s', async (callerName) => {
    const caller = callers[callerName];
    const refused = refusalOf({ kind: 'person', permission: null }, caller);
    expect(await knock(caller.headers)).toBe(refused ?? 101);
  });

  test('is closed to a page of another site', async () => {
    const { headers } = callers.owner;
    expect(await knock({ ...headers, origin: 'https://evil.example' })).toBe(403);
    expect(await knock({ ...headers, origin: address })).toBe(101);
  });
});
