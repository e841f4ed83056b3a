import { describe, expect, test } from 'vitest';
import { buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();

describe('the last owner', () => {
  test('stays owner and stays in', async () => {
    const { owner } = await buildOrganization(server);
    const params = { member_id: owner.member_id };
    const demoted = owner.client.updateMember({ params, body: { role: 'admin' } });
    await expect(demoted).rejects.toMatchObject({ status: 409, code: 'LAST_OWNER' });
    await expect(owner.client.removeMember({ params })).rejects.toMatchObject({
      code: 'LAST_OWNER',
    });
    expect((await owner.client.getMe()).member.role).toBe('owner');
  });

  test('may go once there is another one', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const heir = await buildMember(ctx, 'admin');
    const body = { role: 'owner' } as const;
    await owner.client.updateMember({ params: { member_id: heir.member_id }, body });
    await owner.client.removeMember({ params: { member_id: owner.member_id } });
    const { members } = await heir.client.listMembers();
    expect(members.map(({ id, role }) => ({ id, role }))).toEqual([
      { id: heir.member_id, role: 'owner' },
    ]);
  });

  test('is left when two owners take the role from each other at the same moment', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const other = await buildMember(ctx, 'owner');
    const body = { role: 'member' } as const;
    const results = await Promise.allSettled([
      owner.client.updateMember({ params: { member_id: other.member_id }, body }),
      other.client.updateMember({ params: { member_id: owner.member_id }, body }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const roles = await ctx.db
      .selectFrom('member')
      .select('role')
      .where('organization_id', '=', ctx.organization_id)
      .execute();
    expect(roles.map(({ role }) => role).toSorted()).toEqual(['member', 'owner']);
  });
});

describe('an admin', () => {
  test('neither makes nor unmakes nor removes an owner', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const admin = await buildMember(ctx, 'admin');
    const refusal = { status: 403, code: 'OWNER_ONLY' };
    const self = { member_id: admin.member_id };
    const boss = { member_id: owner.member_id };
    await expect(
      admin.client.updateMember({ params: self, body: { role: 'owner' } }),
    ).rejects.toMatchObject(refusal);
    await expect(
      admin.client.updateMember({ params: boss, body: { role: 'member' } }),
    ).rejects.toMatchObject(refusal);
    await expect(admin.client.removeMember({ params: boss })).rejects.toMatchObject(refusal);
  });

  test('changes what members may do, from their next request on', async () => {
    const { ctx } = await buildOrganization(server);
    const admin = await buildMember(ctx, 'admin');
    const member = await buildMember(ctx, 'member');
    await expect(member.client.listImports()).rejects.toMatchObject({ status: 403 });
    const params = { member_id: member.member_id };
    const changed = await admin.client.updateMember({ params, body: { role: 'admin' } });
    expect(changed).toMatchObject({ id: member.member_id, role: 'admin' });
    expect(await member.client.listImports()).toEqual({ imports: [] });
  });
});

describe('a removed member', () => {
  test('is out at once, and what they wrote stays', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const member = await buildMember(ctx, 'member');
    const contact = await member.client.createContact({ body: { first_name: 'Kept' } });
    await owner.client.removeMember({ params: { member_id: member.member_id } });
    await expect(member.client.getMe()).rejects.toMatchObject({ status: 401 });
    const params = { contact_id: contact.id };
    expect(await owner.client.getContact({ params })).toEqual(contact);
  });
});

describe("an organization's settings", () => {
  test('are changed one by one, and a zone or country that is none is refused', async () => {
    const { owner } = await buildOrganization(server, { name: 'Before' });
    const changed = await owner.client.updateOrganization({
      body: { default_country: 'SE', timezone: 'Europe/Stockholm' },
    });
    expect(changed).toMatchObject({
      name: 'Before',
      default_country: 'SE',
      timezone: 'Europe/Stockholm',
    });
    const body = { default_country: 'XQ', timezone: 'Mars/Olympus' };
    await expect(owner.client.updateOrganization({ body })).rejects.toMatchObject({
      details: {
        fields: [
          { field: 'default_country', message: 'is not a country' },
          { field: 'timezone', message: 'must be a time zone such as Europe/Berlin' },
        ],
      },
    });
  });
});

test('the operator sees all organizations with their sizes, and nothing more', async () => {
  const { ctx, owner } = await buildOrganization(server, { name: 'Counted' });
  await buildMember(ctx, 'member');
  await owner.client.createContact({ body: { first_name: 'One' } });
  await ctx.db
    .updateTable('user')
    .set({ super_admin: true })
    .where('id', '=', owner.user_id)
    .execute();
  const { organizations } = await owner.client.listOrganizations();
  expect(organizations).toContainEqual({
    id: ctx.organization_id,
    name: 'Counted',
    created_at: expect.any(String),
    members: 2,
    contacts: 1,
  });
});
