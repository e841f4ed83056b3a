import { readFrames, type RealtimeFrame } from '@rapport/contract/events';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
  type Person,
} from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server, { members_see_assigned_only: true });
const { client } = owner;

const userOf = ({ member_id, user_id, name }: Person) => ({ member_id, user_id, name });

describe('assigning', () => {
  test('twice is assigning once, and so with removing', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const [nell, ada] = [
      await buildMember(ctx, 'member', { name: 'Nell' }),
      await buildMember(ctx, 'member', { name: 'Ada' }),
    ];
    const one = { params: { contact_id, member_id: nell.member_id } };
    const told = [
      { type: 'contact.updated', payload: { contact_id } },
      { type: 'assignments.changed', payload: { member_id: nell.member_id } },
    ];
    const assigned = async () =>
      (await client.getContact({ params: { contact_id } })).assigned_users;

    expect(await heardDuring(ctx, () => client.assignMember(one))).toEqual(told);
    expect(await heardDuring(ctx, () => client.assignMember(one))).toEqual([]);
    await client.assignMember({ params: { contact_id, member_id: ada.member_id } });
    expect(await assigned()).toEqual([userOf(ada), userOf(nell)]);
    expect(await heardDuring(ctx, () => client.unassignMember(one))).toEqual(told);
    expect(await heardDuring(ctx, () => client.unassignMember(one))).toEqual([]);
    expect(await assigned()).toEqual([userOf(ada)]);
    const { changes } = await client.listChanges({ params: { contact_id } });
    expect(changes.filter(({ field }) => field === 'assigned_user')).toMatchObject([
      { before: 'Nell', after: null },
      { before: null, after: 'Ada' },
      { before: null, after: 'Nell' },
    ]);
  });

  test('is for admins: a member may not even take themselves off', async () => {
    const member = await buildMember(ctx, 'member');
    const admin = await buildMember(ctx, 'admin');
    const { id: contact_id } = await buildContact(ctx, { assigned_to: [member] });
    const params = { contact_id, member_id: member.member_id };
    for (const call of [member.client.assignMember, member.client.unassignMember])
      await expect(call({ params })).rejects.toMatchObject({ status: 403 });
    await expect(member.client.listAssignments()).rejects.toMatchObject({ status: 403 });
    await admin.client.unassignMember({ params });
    await expect(member.client.getContact({ params })).rejects.toMatchObject({ status: 404 });
  });
});

test('a restricted member hears at once what is theirs, and what no longer is', async () => {
  const member = await buildMember(ctx, 'member');
  const { id: contact_id } = await buildContact(ctx);
  const frames: RealtimeFrame[] = [];
  const address = (await server.listen()).replace('http', 'ws');
  const socket = new WebSocket(`${address}/api/realtime`, { headers: member.headers });
  socket.on('message', (data) => frames.push(...readFrames(JSON.parse(String(data)))));
  const heard = (type: string) =>
    frames.filter((frame) => frame.kind === 'event' && frame.event.type === type);
  try {
    await until('the greeting', () => frames.some(({ kind }) => kind === 'hello'));
    const one = { params: { contact_id, member_id: member.member_id } };
    await client.assignMember(one);
    await until('the assignment', () => heard('assignments.changed').length === 1);
    expect(heard('contact.updated')).toMatchObject([{ event: { payload: { contact_id } } }]);
    await client.unassignMember(one);
    await until('the removal', () => heard('assignments.changed').length === 2);
    // Of the contact itself nothing more is heard.
    expect(heard('contact.updated')).toHaveLength(1);
  } finally {
    socket.close();
  }
});

describe('the list of assignments', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const { client } = owner;
  const [nell, ada] = [await buildMember(ctx, 'member'), await buildMember(ctx, 'member')];
  const { tags } = await client.listTags();
  const [lead, vip] = [tags[0]!, tags[7]!];
  const carl = await buildContact(ctx, { first_name: 'Carl', last_name: 'A', tag_ids: [vip.id] });
  const bea = await buildContact(ctx, {
    first_name: 'Bea',
    last_name: 'B',
    tag_ids: [lead.id],
    assigned_to: [nell],
  });
  const dora = await buildContact(ctx, {
    first_name: 'Dora',
    last_name: 'C',
    assigned_to: [nell, ada],
  });
  const stub = await buildContact(ctx, { first_name: '', last_name: '' });
  await buildMessage(ctx, { contact_id: dora.id, created_at: new Date('2026-01-02T03:04:05Z') });

  type Query = NonNullable<NonNullable<Parameters<typeof client.listAssignments>[0]>['query']>;
  const ids = async (query: Query) =>
    (await client.listAssignments({ query })).contacts.map(({ id }) => id);

  test('shows each contact with its number, members and tags', async () => {
    const reply = await client.listAssignments();
    expect(reply).toMatchObject({
      total_count: 4,
      assigned_count: 2,
      page: 0,
      page_size: 25,
      total_pages: 1,
    });
    expect(reply.contacts[0]).toEqual({
      id: bea.id,
      first_name: 'Bea',
      last_name: 'B',
      primary_phone: bea.phones[0]!.phone_number,
      assigned_users: [userOf(nell)],
      tags: [lead],
      created_at: bea.created_at,
      last_contacted_at: null,
    });
  });

  test('is sorted by name unless asked otherwise, those without one last', async () => {
    expect(await ids({})).toEqual([bea.id, carl.id, dora.id, stub.id]);
    expect(await ids({ sort: 'recently_added' })).toEqual([stub.id, dora.id, bea.id, carl.id]);
    expect((await ids({ sort: 'last_contacted_at' }))[0]).toBe(dora.id);
  });

  test('is narrowed by member, tag and search, and counts all that are assigned', async () => {
    expect(await ids({ member_filter: 'unassigned' })).toEqual([carl.id, stub.id]);
    expect(await ids({ member_filter: nell.member_id })).toEqual([bea.id, dora.id]);
    expect(await ids({ member_filter: ada.member_id })).toEqual([dora.id]);
    expect(await ids({ member_filter: bea.id })).toEqual([]);
    expect(await ids({ tag_ids: [lead.id, vip.id] })).toEqual([bea.id, carl.id]);
    expect(await ids({ tag_ids: [lead.id, vip.id], member_filter: 'unassigned' })).toEqual([
      carl.id,
    ]);
    expect(await ids({ search: 'dora' })).toEqual([dora.id]);
    expect(await ids({ search: bea.phones[0]!.phone_number.slice(-7) })).toEqual([bea.id]);
    const narrowed = await client.listAssignments({ query: { member_filter: 'unassigned' } });
    expect(narrowed).toMatchObject({ total_count: 2, assigned_count: 2 });
  });

  test('comes in pages of at most 50, with right totals beyond the last', async () => {
    expect(await ids({ page: 1, page_size: 3 })).toEqual([stub.id]);
    expect(await client.listAssignments({ query: { page: 20_000, page_size: 3 } })).toEqual({
      contacts: [],
      total_count: 4,
      assigned_count: 2,
      page: 20_000,
      page_size: 3,
      total_pages: 2,
    });
    await expect(ids({ page_size: 51 })).rejects.toMatchObject({ status: 400 });
    await expect(ids({ member_filter: 'nobody' })).rejects.toMatchObject({ status: 400 });
  });
});
