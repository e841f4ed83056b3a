import { describe, expect, test } from 'vitest';
import { callerOf, cookieOf, type Posted, signUp } from '../../platform/testing/builders.ts';
import { testServer, type TestServer } from '../../platform/testing/test-server.ts';

const invited = { settings: { SIGN_UP: 'invitation' } };

const signUpAs = (server: TestServer, email: string, more: object = {}): Promise<Posted> =>
  callerOf(server, {}).post('/api/auth/sign-up/email', {
    name: 'Ada Byron',
    email,
    password: 'correct horse battery',
    ...more,
  });

describe('the first sign-up', async () => {
  const server = await testServer(invited);
  const visitor = server.client();

  test('makes the owner of a new organization with ten tags', async () => {
    expect(await visitor.getSetup()).toEqual({ sign_up: 'first_owner' });
    const { status, headers } = await signUpAs(server, 'Ada@Example.com', {
      organization_name: 'Engines',
    });
    expect(status).toBe(200);
    const { client } = callerOf(server, { cookie: cookieOf(headers) });
    expect(await client.getMe()).toMatchObject({
      user: { name: 'Ada Byron', email: 'ada@example.com', super_admin: false },
      organization: { name: 'Engines' },
      member: { role: 'owner' },
      has_contacts: false,
      has_sample: false,
    });
    const { tags } = await client.listTags();
    expect(tags).toHaveLength(10);
    expect(tags).toContainEqual({ id: expect.any(String), name: 'New Lead', color: '#6366f1' });
  });

  test('is the last one without an invitation', async () => {
    expect(await visitor.getSetup()).toEqual({ sign_up: 'invitation' });
    const { status, body } = await signUpAs(server, 'eve@example.com');
    expect(status).toBe(403);
    expect(body.error).toMatchObject({
      code: 'SIGN_UP_CLOSED',
      message: expect.stringContaining('ask an owner or admin'),
    });
    expect(await emails(server)).toEqual(['ada@example.com']);
  });

  test('needs a real address and a password of eight characters', async () => {
    const short = await signUpAs(server, 'x@example.com', { password: 'short' });
    expect(short).toMatchObject({ status: 400, body: { error: { code: 'PASSWORD_TOO_SHORT' } } });
    const nowhere = await signUpAs(server, 'nowhere');
    expect(nowhere.status).toBe(400);
    expect(await emails(server)).toEqual(['ada@example.com']);
  });

  test('that broke off before its organization was made is completed at the next request', async () => {
    const { headers } = await callerOf(server, {}).post('/api/auth/sign-in/email', {
      email: 'ada@example.com',
      password: 'correct horse battery',
    });
    await server.base.db.deleteFrom('organization').execute();
    const { client } = callerOf(server, { cookie: cookieOf(headers) });
    expect((await client.getMe()).member.role).toBe('owner');
    expect((await client.listTags()).tags).toHaveLength(10);
  });
});

describe('two first sign-ups at the same moment', async () => {
  const server = await testServer(invited);

  test('make one owner; the other is refused and leaves no account', async () => {
    const replies = await Promise.all([
      signUpAs(server, 'one@example.com'),
      signUpAs(server, 'two@example.com'),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    const refused = replies.find(({ status }) => status === 403)!;
    expect(refused.body.error.code).toBe('SIGN_UP_CLOSED');
    expect(await emails(server)).toHaveLength(1);
    const members = await server.base.db.selectFrom('member').select('role').execute();
    expect(members).toEqual([{ role: 'owner' }]);
    expect(await server.base.db.selectFrom('organization').select('id').execute()).toHaveLength(1);
    expect(await server.base.db.selectFrom('account').select('id').execute()).toHaveLength(1);
    expect(await server.base.db.selectFrom('session').select('id').execute()).toHaveLength(1);
  });
});

describe('where sign-up is open', async () => {
  const server = await testServer();

  test('everybody gets an organization of their own', async () => {
    const one = await signUp(server, {});
    const two = await signUp(server, {});
    expect(await server.client().getSetup()).toEqual({ sign_up: 'open' });
    const [mine, theirs] = [await one.client.getMe(), await two.client.getMe()];
    expect(mine.organization.id).not.toBe(theirs.organization.id);
    expect((await one.client.listMembers()).members).toHaveLength(1);
  });

  test('an address signs up once', async () => {
    await signUp(server, { email: 'once@example.com' });
    const { status } = await signUpAs(server, 'once@example.com');
    expect(status).toBe(422);
  });
});

const emails = async ({ base }: TestServer): Promise<string[]> =>
  (await base.db.selectFrom('user').select('email').execute()).map(({ email }) => email);
