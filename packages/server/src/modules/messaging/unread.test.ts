import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildContact,
  buildImport,
  buildMember,
  buildMessage,
  buildOrganization,
  type Person,
} from '../../platform/testing/builders.ts';
import { idAt } from '../../platform/ids.ts';
import { listenAs } from '../../platform/realtime/listener.fixtures.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { advanceReading, listUnread } from './unread.queries.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);

const of = async (contact_id: string, caller: Person = owner) => {
  const row = await caller.client.getConversation({ params: { contact_id } });
  return [row.unread_count, row.is_unread];
};
const read = async (contact_id: string, message_id?: string, caller: Person = owner) =>
  caller.client.markRead({ params: { contact_id }, body: message_id ? { message_id } : {} });
const unread = async (contact_id: string, message_id?: string, caller: Person = owner) =>
  caller.client.markUnread({ params: { contact_id }, body: message_id ? { message_id } : {} });
const write = async (contact_id: string, direction: 'inbound' | 'outbound' = 'inbound') =>
  (await buildMessage(ctx, { contact_id, direction })).id;

describe('what is unread', () => {
  test('is what came in since, for each member alone', async () => {
    const member = await buildMember(ctx, 'member');
    const { id } = await buildContact(ctx);
    await write(id);
    await write(id, 'outbound');
    const second = await write(id);
    await write(id);
    expect(await of(id)).toEqual([3, true]);
    expect(await read(id, second)).toMatchObject({ unread_count: 1, is_unread: true });
    expect(await read(id)).toMatchObject({ unread_count: 0, is_unread: false });
    expect(await of(id, member)).toEqual([3, true]);
    await write(id);
    expect(await of(id)).toEqual([1, true]);
    await read(id, second);
    expect(await of(id), 'what was read stays read').toEqual([1, true]);
  });

  test('can be so again, from a message on or at its end', async () => {
    const { id } = await buildContact(ctx);
    const [first, second] = [await write(id), await write(id)];
    await read(id);
    await unread(id);
    expect(await of(id), 'a mark and nothing to count').toEqual([0, true]);
    await read(id);
    expect(await of(id)).toEqual([0, false]);
    await unread(id, first);
    expect(await of(id)).toEqual([2, true]);
    await unread(id);
    expect(await of(id), 'what is unread stays so').toEqual([2, true]);
    await read(id, first);
    await unread(id, second);
    expect(await of(id)).toEqual([1, true]);
    await read(id);
    expect(await of(id)).toEqual([0, false]);
  });

  test('is a conversation that is marked although nothing came in', async () => {
    const { id } = await buildContact(ctx);
    await write(id, 'outbound');
    await unread(id);
    expect(await of(id)).toEqual([0, true]);
    const { conversations } = await owner.client.listConversations({ query: { show: 'unread' } });
    expect(conversations.map(({ contact }) => contact.id)).toContain(id);
    await read(id);
    expect(await of(id)).toEqual([0, false]);
  });

  test('is nothing that was imported or is remembered, and nothing from before one was a member', async () => {
    const created_at = new Date(ctx.now().getTime() - 8 * 86_400_000);
    expect(await of((await buildMessage(ctx, { created_at })).contact_id)).toEqual([0, false]);
    const { id: import_id } = await buildImport(ctx);
    const { contact_id } = await buildMessage(ctx, { import_id });
    expect(await of(contact_id)).toEqual([0, false]);
    const { contact_id: older } = await buildMessage(ctx);
    const newcomer = await buildMember(ctx, 'member');
    expect(await of(older, newcomer)).toEqual([0, false]);
    await write(older);
    expect(await of(older, newcomer)).toEqual([1, true]);
  });

  test('stops counting at a hundred', async () => {
    const { id } = await buildContact(ctx);
    for (let n = 0; n < 101; n++) await write(id);
    expect(await of(id)).toEqual([100, true]);
  });

  test('is all gone when everything is read', async () => {
    const member = await buildMember(ctx, 'member');
    const { contact_id } = await buildMessage(ctx);
    const marked = (await buildMessage(ctx)).contact_id;
    await unread(marked, undefined, member);
    const before = await member.client.countInbox();
    expect(before.unread).toBe(2);
    await member.client.markAllRead();
    expect((await member.client.countInbox()).unread).toBe(0);
    expect(await of(contact_id, member)).toEqual([0, false]);
    await write(contact_id);
    expect((await member.client.countInbox()).unread).toBe(1);
  });

  test('is not read up to a message of somebody else', async () => {
    const { contact_id } = await buildMessage(ctx);
    const { id: elsewhere } = await buildMessage(ctx);
    for (const mark of [read, unread])
      await expect(mark(contact_id, elsewhere)).rejects.toMatchObject({
        status: 404,
        code: 'MESSAGE_NOT_FOUND',
      });
  });
});

test('moving the place up to which all is read changes nothing that is seen', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const { member_id } = owner;
  const people = await Promise.all([1, 2, 3, 4].map(async () => (await buildContact(ctx)).id));
  const step = fc.record({
    kind: fc.constantFrom('write', 'read', 'unread', 'advance'),
    who: fc.nat(3),
  });
  const look = async () => ({
    unread: (await listUnread(ctx, member_id, undefined, { limit: 9, after: null }))
      .map(({ id }) => id)
      .toSorted(),
    counts: await Promise.all(
      people.map(async (contact_id) => {
        const row = await owner.client.getConversation({ params: { contact_id } });
        return [row.unread_count, row.is_unread];
      }),
    ),
  });
  const advance = () => advanceReading(ctx, member_id, idAt(new Date(Date.now() + 60_000)));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      for (const { kind, who } of steps) {
        const contact_id = people[who]!;
        if (kind === 'write') await buildMessage(ctx, { contact_id });
        if (kind === 'read') await read(contact_id, undefined, owner);
        if (kind === 'unread') await unread(contact_id, undefined, owner);
        if (kind === 'advance') await advance();
      }
      const before = await look();
      await advance();
      expect(await look()).toEqual(before);
      expect(before.unread).toEqual(people.filter((_, i) => before.counts[i]![1]).toSorted());
    }),
    { numRuns: 12 },
  );
});

test('how far somebody has read is told to their own browsers only', async () => {
  const member = await buildMember(ctx, 'member');
  const { contact_id } = await buildMessage(ctx);
  const own = await listenAs(server, member);
  const other = await listenAs(server, owner);
  const told = await heardDuring(ctx, async () => {
    await read(contact_id, undefined, member);
    await member.client.markAllRead();
    await buildContact(ctx);
  });
  expect(told.slice(0, 2)).toEqual([
    { type: 'messaging.read.changed', payload: { contact_id, member_id: member.member_id } },
    { type: 'messaging.read.all', payload: { member_id: member.member_id } },
  ]);
  const types = (listener: typeof own) => listener.events().map(([, type]) => type);
  await until('the last event', () =>
    [own, other].every((listener) => types(listener).includes('contact.created')),
  );
  expect(types(own)).toEqual(['messaging.read.changed', 'messaging.read.all', 'contact.created']);
  expect(types(other)).toEqual(['contact.created']);
  expect(JSON.stringify(other.frames)).not.toContain(member.member_id);
});
