import { describe, expect, test } from 'vitest';
import {
  buildMember,
  buildOrganization,
  callerOf,
  cookieOf,
  type Posted,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer({ settings: { SIGN_UP: 'open' } });
const { ctx, owner } = await buildOrganization(server, { name: 'Workshop' });
const { client } = owner;

const accept = (email: string, invitation_token: string): Promise<Posted> =>
  callerOf(server, {}).post('/api/auth/sign-up/email', {
    name: 'Invited',
    email,
    password: 'correct horse battery',
    invitation_token,
  });

const hasAccount = async (email: string): Promise<boolean> => {
  const query = server.base.db.selectFrom('user').select('id').where('email', '=', email);
  return (await query.executeTakeFirst()) !== undefined;
};

describe('an invitation', () => {
  test('says what it is for, lets its person in with its role, and is used up', async () => {
    const email = 'Grace@Example.com';
    const { token, url, invitation } = await client.createInvitation({
      body: { email, role: 'admin' },
    });
    expect(url).toBe(`http://rapport.test/invite/${token}`);
    expect(await server.client().getInvitation({ params: { token } })).toEqual({
      email: 'grace@example.com',
      role: 'admin',
      organization_name: 'Workshop',
    });
    expect((await client.listInvitations()).invitations).toEqual([invitation]);

    const { status, headers } = await accept(email, token);
    expect(status).toBe(200);
    const invited = callerOf(server, { cookie: cookieOf(headers) });
    expect(await invited.client.getMe()).toMatchObject({
      organization: { id: ctx.organization_id },
      member: { role: 'admin' },
    });
    expect((await client.listInvitations()).invitations).toEqual([]);
    await expectUseless(token);
  });

  test('is not for another address', async () => {
    const { token } = await client.createInvitation({ body: { email: 'right@example.com' } });
    const { status, body } = await accept('wrong@example.com', token);
    expect(status).toBe(403);
    expect(body.error.code).toBe('INVITATION_INVALID');
    expect(await hasAccount('wrong@example.com')).toBe(false);
    expect((await accept('right@example.com', token)).status).toBe(200);
  });

  test('ends when it is withdrawn', async () => {
    const { token, invitation } = await client.createInvitation({
      body: { email: 'late@example.com' },
    });
    const params = { invitation_id: invitation.id };
    await client.removeInvitation({ params });
    await expectUseless(token, 'late@example.com');
    await expect(client.removeInvitation({ params })).rejects.toMatchObject({ status: 404 });
  });

  test('ends after two weeks', async () => {
    const { token, invitation } = await client.createInvitation({
      body: { email: 'slow@example.com' },
    });
    const days = (Date.parse(invitation.expires_at) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13);
    expect(days).toBeLessThan(15);
    await ctx.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', invitation.id)
      .execute();
    await expectUseless(token, 'slow@example.com');
    expect((await client.listInvitations()).invitations).not.toContainEqual(
      expect.objectContaining({ id: invitation.id }),
    );
  });

  test('lets one in, however many use it at the same moment', async () => {
    const { token } = await client.createInvitation({ body: { email: 'twice@example.com' } });
    const replies = await Promise.all([1, 2, 3].map(() => accept('twice@example.com', token)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    const { members } = await client.listMembers();
    expect(members.filter(({ email }) => email === 'twice@example.com')).toHaveLength(1);
  });

  test('is kept as a hash', async () => {
    const { token } = await client.createInvitation({ body: { email: 'hash@example.com' } });
    const rows = await ctx.db.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('of a guessed token is not there', async () => {
    await expectUseless('inv_0000000000000000000000000000');
  });
});

describe('who is invited', () => {
  test('as an owner, is so by an owner alone', async () => {
    const admin = await buildMember(ctx, 'admin');
    const body = { email: 'boss@example.com', role: 'owner' } as const;
    await expect(admin.client.createInvitation({ body })).rejects.toMatchObject({
      status: 403,
      code: 'OWNER_ONLY',
    });
    expect((await client.createInvitation({ body })).invitation.role).toBe('owner');
  });

  test('is no member yet', async () => {
    const member = await buildMember(ctx, 'member');
    const body = { email: member.email.toUpperCase() };
    await expect(client.createInvitation({ body })).rejects.toMatchObject({
      status: 409,
      code: 'ALREADY_MEMBER',
    });
  });
});

/** Nobody learns anything from the link, and nobody gets in by it. */
const expectUseless = async (token: string, email = 'somebody@example.com'): Promise<void> => {
  await expect(server.client().getInvitation({ params: { token } })).rejects.toMatchObject({
    status: 404,
    code: 'INVITATION_NOT_FOUND',
  });
  const { status, body } = await accept(email, token);
  expect({ status, code: body.error.code }).toEqual({ status: 403, code: 'INVITATION_INVALID' });
  expect(await hasAccount(email)).toBe(false);
};
