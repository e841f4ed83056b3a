import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildOrganization, callerOf, cookieOf, signUp } from '../../platform/testing/builders.ts';
import { tokenOf } from '../../platform/testing/callers.ts';
import { PUBLIC_URL, testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const visitor = callerOf(server, {});

const signIn = (email: string, password: string) =>
  visitor.post('/api/auth/sign-in/email', { email, password });

describe('a session', () => {
  test('begins with the right password and ends with sign-out', async () => {
    const { email, password } = await signUp(server, {});
    const wrong = await signIn(email, 'wrong horse battery');
    expect(wrong).toMatchObject({
      status: 401,
      body: { error: { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password.' } },
    });
    const { status, headers } = await signIn(email, password);
    expect(status).toBe(200);
    const cookie = headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);

    const caller = callerOf(server, { cookie: cookieOf(headers) });
    expect((await caller.client.getMe()).user.email).toBe(email);
    expect((await caller.post('/api/auth/sign-out', {})).status).toBe(200);
    await expect(caller.client.getMe()).rejects.toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
  });

  test('of an unknown address is refused in the same words as a wrong password', async () => {
    const { email } = await signUp(server, {});
    const wrong = await signIn(email, 'wrong horse battery');
    const unknown = await signIn('nobody@example.com', 'wrong horse battery');
    expect(unknown).toMatchObject({ status: wrong.status, body: wrong.body });
  });

  test('ends elsewhere when the password is changed', async () => {
    const person = await signUp(server, {});
    const elsewhere = await signIn(person.email, person.password);
    const changed = await person.post('/api/auth/change-password', {
      currentPassword: person.password,
      newPassword: 'another horse battery',
      revokeOtherSessions: true,
    });
    expect(changed.status).toBe(200);
    const old = callerOf(server, { cookie: cookieOf(elsewhere.headers) });
    await expect(old.client.getMe()).rejects.toMatchObject({ status: 401 });
    expect((await signIn(person.email, person.password)).status).toBe(401);
    expect((await signIn(person.email, 'another horse battery')).status).toBe(200);
  });

  test('opens nothing once its cookie is changed, unsigned or unreadable', async () => {
    const { headers } = await signUp(server, {});
    const [name, value = ''] = (headers['cookie'] ?? '').split('=');
    const [token = '', signature = ''] = decodeURIComponent(value).split('.');
    const forged = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`;
    const cookies = [`${forged}.${signature}`, token, `${token}.`, `.${signature}`, '%E0%A4%A'];
    for (const cookie of cookies) {
      const caller = callerOf(server, { cookie: `${name}=${encodeURIComponent(cookie)}` });
      await expect(caller.client.getMe()).rejects.toMatchObject({ status: 401 });
      const raw = callerOf(server, { cookie: `${name}=${cookie}` });
      await expect(raw.client.getMe()).rejects.toMatchObject({ status: 401 });
    }
    const whole = callerOf(server, { cookie: `other=1; ${name}=${value}; more=2` });
    expect((await whole.client.getMe()).member.role).toBe('owner');
  });

  test('is prolonged once a day, and ends by itself', async () => {
    const person = await signUp(server, {});
    const { db } = server.base;
    const expire = async (days: number) =>
      db
        .updateTable('session')
        .set({ expires_at: new Date(Date.now() + days * 86_400_000) })
        .where('user_id', '=', person.user_id)
        .execute();
    await expire(28);
    await person.client.getMe();
    const { expires_at } = await db
      .selectFrom('session')
      .select('expires_at')
      .where('user_id', '=', person.user_id)
      .executeTakeFirstOrThrow();
    expect(expires_at.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    await expire(-1);
    await expect(person.client.getMe()).rejects.toMatchObject({ status: 401 });
  });

  test('is needed to change a password, and the current one too', async () => {
    const person = await signUp(server, {});
    const wish = { currentPassword: 'wrong horse battery', newPassword: 'another horse battery' };
    expect((await person.post('/api/auth/change-password', wish)).status).toBe(400);
    expect((await visitor.post('/api/auth/change-password', wish)).status).toBe(401);
  });
});

describe('a token for programs', () => {
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());

  test('is verifiable with the published keys alone, and lives for a quarter of an hour', async () => {
    const { owner } = await buildOrganization(server);
    const token = await tokenOf(owner);
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const { keys } = (await (await visitor.fetch('/api/auth/jwks')).json()) as { keys: any[] };
    const jwk = keys.find(({ kid }) => kid === decode(head).kid);
    expect(jwk).not.toHaveProperty('d');
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const isSigned = (text: string) =>
      verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    expect(isSigned(`${head}.${claims}`)).toBe(true);
    expect(isSigned(`${head}.${claims}x`)).toBe(false);
    const { iss, aud, sub, iat, exp } = decode(claims);
    expect({ iss, aud, sub }).toEqual({ iss: PUBLIC_URL, aud: PUBLIC_URL, sub: owner.user_id });
    expect(exp - iat).toBe(15 * 60);
  });

  test('opens nothing once a single letter of its claims is changed', async () => {
    const { owner } = await buildOrganization(server);
    const [head, claims, signature] = (await tokenOf(owner)).split('.') as [string, string, string];
    const forged = Buffer.from(
      JSON.stringify({ ...decode(claims), sub: 'somebody else' }),
    ).toString('base64url');
    const { client } = callerOf(server, { authorization: `Bearer ${head}.${forged}.${signature}` });
    await expect(client.getMe()).rejects.toMatchObject({ status: 401 });
  });

  test('is signed with keys that are encrypted where they are kept', async () => {
    await tokenOf((await buildOrganization(server)).owner);
    const rows = await server.base.db.selectFrom('jwks').select('private_key').execute();
    expect(rows).not.toEqual([]);
    for (const { private_key } of rows) expect(private_key).not.toContain('"d"');
  });
});

describe('guessing passwords', async () => {
  const guarded = await testServer();

  test('ends with the tenth attempt of a minute, even for the right one', async () => {
    const { email, password } = await signUp(guarded, {});
    const attempt = (guess: string) =>
      callerOf(guarded, {}).post('/api/auth/sign-in/email', { email, password: guess });
    for (let n = 1; n <= 10; n++)
      expect((await attempt(`wrong horse battery ${n}`)).status).toBe(401);
    const eleventh = await attempt(password);
    expect(eleventh.status).toBe(429);
    expect(eleventh.body.error.code).toBe('RATE_LIMITED');
  });

  test('cannot go on under an address that the caller invents', async () => {
    const { email, password } = await signUp(guarded, {});
    const disguised = callerOf(guarded, {
      'x-forwarded-for': '203.0.113.9',
      'x-rapport-client': '203.0.113.9',
    });
    const { status } = await disguised.post('/api/auth/sign-in/email', { email, password });
    expect(status).toBe(429);
  });
});
