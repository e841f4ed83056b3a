import { sql } from 'kysely';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
  type Person,
} from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);

/** Yesterday: what is a week older is a memory. */
const yesterday = Math.floor(Date.now() / 60_000) - 24 * 60;
const at = (minute: number): Date => new Date((yesterday + minute) * 60_000);
const daysAgo = (days: number): Date => new Date(ctx.now().getTime() - days * 86_400_000);
const of = (contact_id: string, caller: Person = owner) =>
  caller.client.getConversation({ params: { contact_id } });
const say = async (
  contact_id: string,
  direction: 'inbound' | 'outbound',
  values: Partial<Parameters<typeof buildMessage>[1]> = {},
) => buildMessage(ctx, { contact_id, direction, ...values });
type Query = NonNullable<
  NonNullable<Parameters<typeof owner.client.listConversations>[0]>['query']
>;
const idsOf = async (query: Query, caller: Person = owner) =>
  (await caller.client.listConversations({ query })).conversations.map(({ contact }) => contact.id);

describe('a row of the inbox', () => {
  test('tells the last message, whoever wrote it', async () => {
    const contact = await buildContact(ctx, { first_name: 'Ada', email: 'ada@example.com' });
    expect(await of(contact.id)).toMatchObject({ last_message: null, is_unread: false });
    const body = `Shall we\n\n meet?  ${'x'.repeat(300)}`;
    const { id } = await say(contact.id, 'inbound', { body, created_at: at(1) });
    expect(await of(contact.id)).toEqual({
      contact: {
        id: contact.id,
        first_name: 'Ada',
        last_name: contact.last_name,
        company: null,
        avatar_url: null,
        status: 'active',
        phone_number: contact.phones[0]!.phone_number,
        email: 'ada@example.com',
      },
      last_contacted_at: at(1).toISOString(),
      last_message: {
        id,
        channel: 'sms',
        direction: 'inbound',
        status: 'received',
        subject: null,
        preview: `Shall we meet? ${'x'.repeat(144)}…`,
        attachment_count: 0,
        created_at: at(1).toISOString(),
      },
      unread_count: 1,
      is_unread: true,
      needs_reply: true,
      needs_follow_up: false,
      waiting_since: at(1).toISOString(),
      has_draft: false,
    });
    await say(contact.id, 'outbound', { body: 'Yes', created_at: at(2) });
    await say(contact.id, 'inbound', { body: 'Older, told late', created_at: at(0) });
    expect(await of(contact.id)).toMatchObject({
      last_message: { preview: 'Yes', direction: 'outbound' },
      needs_reply: false,
    });
  });

  test('counts a scheduled message once it goes out, and a failed one as no answer', async () => {
    const { id } = await buildContact(ctx);
    await say(id, 'inbound', { body: 'Hi', created_at: at(1) });
    const later = await say(id, 'outbound', { body: 'Later', status: 'queued', created_at: at(2) });
    const set = async (values: object) =>
      ctx.db
        .updateTable('message')
        .set(values)
        .where('organization_id', '=', ctx.organization_id)
        .where('id', '=', later.id)
        .execute();
    expect(await of(id)).toMatchObject({ last_message: { preview: 'Later' }, needs_reply: false });
    await set({ scheduled_at: at(50) });
    expect(await of(id)).toMatchObject({ last_message: { preview: 'Hi' }, needs_reply: true });
    await set({ status: 'sent', created_at: at(50) });
    expect(await of(id)).toMatchObject({ last_message: { preview: 'Later' }, needs_reply: false });
    await set({ status: 'delivered' });
    expect(await of(id)).toMatchObject({ last_message: { status: 'delivered' } });
    await set({ scheduled_at: null, status: 'failed' });
    expect(await of(id)).toMatchObject({
      last_message: { preview: 'Later', status: 'failed' },
      needs_reply: true,
    });
  });

  test('needs no reply to a keyword that a program answers', async () => {
    const { id } = await buildContact(ctx);
    const { id: stop } = await say(id, 'inbound', { body: 'STOP' });
    await ctx.db.updateTable('message').set({ opt_out: 'stop' }).where('id', '=', stop).execute();
    expect(await of(id)).toMatchObject({ needs_reply: false, last_message: { preview: 'STOP' } });
  });
});

/** What the row must say, read from the messages themselves. */
const recount = async (contact_id: string) => {
  const { rows } = await sql`
    select (select id from message where organization_id = ${ctx.organization_id} and contact_id = ${contact_id}
              and (scheduled_at is null or status not in ('queued', 'failed'))
            order by created_at desc, id desc limit 1) as last_message_id,
           max(created_at) filter (where direction = 'inbound') as last_inbound_at,
           max(created_at) filter (where direction = 'outbound' and status <> 'failed'
             and (scheduled_at is null or status <> 'queued')) as last_outbound_at,
           (select id from message where organization_id = ${ctx.organization_id} and contact_id = ${contact_id}
              and direction = 'inbound' order by id desc limit 1) as last_arrival_id
    from message where organization_id = ${ctx.organization_id} and contact_id = ${contact_id}`.execute(
    ctx.db,
  );
  return rows[0];
};

const kept = async (contact_id: string) =>
  ctx.db
    .selectFrom('conversation')
    .select(['last_message_id', 'last_inbound_at', 'last_outbound_at', 'last_arrival_id'])
    .where('organization_id', '=', ctx.organization_id)
    .where('contact_id', '=', contact_id)
    .executeTakeFirst();

test('the row stays true whatever happens to the messages', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('say' as const),
      direction: fc.constantFrom('inbound' as const, 'outbound' as const),
      minute: fc.nat(5),
      who: fc.nat(1),
    }),
    fc.record({
      kind: fc.constantFrom(
        'delete' as const,
        'move' as const,
        'fail' as const,
        'schedule' as const,
        'send' as const,
      ),
      which: fc.nat(9),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const people = [(await buildContact(ctx)).id, (await buildContact(ctx)).id];
      const said: { id: string; who: number }[] = [];
      for (const one of steps) {
        if (one.kind === 'say') {
          const values = { created_at: at(one.minute) };
          said.push({ ...(await say(people[one.who]!, one.direction, values)), who: one.who });
          continue;
        }
        const message = said[one.which % (said.length || 1)];
        if (!message) continue;
        const update = ctx.db.updateTable('message').where('id', '=', message.id);
        if (one.kind === 'delete')
          await ctx.db.deleteFrom('message').where('id', '=', message.id).execute();
        if (one.kind === 'move') {
          message.who = 1 - message.who;
          await update.set({ contact_id: people[message.who]! }).execute();
        }
        if (one.kind === 'fail') await update.set({ status: 'failed' }).execute();
        if (one.kind === 'schedule')
          await update.set({ status: 'queued', scheduled_at: at(9) }).execute();
        if (one.kind === 'send') await update.set({ status: 'sent' }).execute();
      }
      for (const id of people)
        expect((await kept(id)) ?? (await recount(id))).toEqual(await recount(id));
    }),
    { numRuns: 25 },
  );
});

test('the row of a conversation goes with its contact', async () => {
  const { contact_id } = await buildMessage(ctx);
  await owner.client.removeContact({ params: { contact_id } });
  expect(await kept(contact_id)).toBeUndefined();
});

test('two contacts made one have one conversation, and two again when parted', async () => {
  const [one, two] = [(await buildContact(ctx)).id, (await buildContact(ctx)).id];
  await say(one, 'inbound', { body: 'First', created_at: at(1) });
  await say(two, 'outbound', { body: 'Second', created_at: at(2) });
  const params = { contact_id: two, channel: 'sms' as const };
  await owner.client.saveDraft({ params, body: { body: 'Half', version: null } });
  const { merge } = await owner.client.mergeContacts({
    params: { contact_id: one },
    body: { other_id: two },
  });
  expect(await of(one)).toMatchObject({
    last_message: { preview: 'Second' },
    needs_reply: false,
    has_draft: true,
  });
  await owner.client.undoMerge({ params: { merge_id: merge.id } });
  expect(await of(one)).toMatchObject({ last_message: { preview: 'First' }, needs_reply: true });
  expect(await of(two)).toMatchObject({ last_message: { preview: 'Second' } });
});

describe('the list of conversations', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const say = async (contact_id: string, direction: 'inbound' | 'outbound', created_at: Date) =>
    buildMessage(ctx, { contact_id, direction, created_at });
  const named = async (first_name: string, values = {}) =>
    (await buildContact(ctx, { first_name, ...values })).id;
  const silent = await named('Silent');
  const asked = await named('Asked');
  const waiting = await named('Waiting');
  const recent = await named('Recent');
  const left = await named('Left', { status: 'do_not_contact' });
  await say(asked, 'inbound', daysAgo(1));
  await say(waiting, 'inbound', daysAgo(6));
  await say(waiting, 'outbound', daysAgo(5));
  await say(recent, 'outbound', daysAgo(2));
  await say(left, 'outbound', daysAgo(6));

  test('has who was spoken with last first, and who never was at the end', async () => {
    expect(await idsOf({}, owner)).toEqual([asked, recent, waiting, left, silent]);
  });

  test('is narrowed to who waits', async () => {
    expect(await idsOf({ show: 'needs_reply' }, owner)).toEqual([asked]);
    expect(await idsOf({ show: 'needs_follow_up' }, owner)).toEqual([waiting]);
    expect(await owner.client.countInbox()).toEqual({
      unread: 2,
      needs_reply: 1,
      needs_follow_up: 1,
    });
  });

  test('is searched, all of it and narrowed', async () => {
    expect(await idsOf({ search: 'wait' }, owner)).toEqual([waiting]);
    expect(await idsOf({ search: 'wait', show: 'needs_reply' }, owner)).toEqual([]);
    expect(await idsOf({ search: 'ask', show: 'needs_reply' }, owner)).toEqual([asked]);
    expect(await idsOf({ search: 'ask', show: 'unread' }, owner)).toEqual([asked]);
  });

  test.each<Query>([{}, { search: 'contact' }, { show: 'unread' }])(
    'comes in pages that miss nobody and repeat nobody: %o',
    async (query) => {
      const all = await idsOf(query, owner);
      const paged: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await owner.client.listConversations({
          query: { ...query, limit: 1, ...(cursor ? { cursor } : {}) },
        });
        paged.push(...page.conversations.map(({ contact }) => contact.id));
        cursor = page.next_cursor;
      } while (cursor);
      expect(paged).toEqual(all);
      expect(all.length).toBeGreaterThan(1);
    },
  );

  test.each(['x', '_', '2026-06-31T12:00:00.000Z_x', '-1'])(
    'takes no cursor %s',
    async (cursor) => {
      for (const query of [
        { cursor },
        { cursor, search: 'a' },
        { cursor, show: 'unread' as const },
      ])
        await expect(owner.client.listConversations({ query })).rejects.toMatchObject({
          status: 400,
          message: 'cursor must be the next_cursor of the page before.',
        });
    },
  );

  test('follows up later or sooner as the setting says', async () => {
    await owner.client.updateInboxSettings({ body: { follow_up_days: 1 } });
    expect(await idsOf({ show: 'needs_follow_up' }, owner)).toEqual([recent, waiting]);
    await owner.client.updateInboxSettings({ body: { follow_up_days: 3 } });
    expect(await owner.client.getInboxSettings()).toEqual({ follow_up_days: 3 });
  });

  test('forgets who was dismissed until somebody writes again', async () => {
    const told = await heardDuring(ctx, () =>
      owner.client.dismissUnanswered({ params: { contact_id: asked } }),
    );
    expect(told).toEqual([
      { type: 'messaging.conversation.changed', payload: { contact_id: asked } },
    ]);
    expect(await idsOf({ show: 'needs_reply' }, owner)).toEqual([]);
    await owner.client.restoreUnanswered({ params: { contact_id: asked } });
    expect(await idsOf({ show: 'needs_reply' }, owner)).toEqual([asked]);
    await owner.client.dismissUnanswered({ params: { contact_id: asked } });
    await owner.client.dismissUnanswered({ params: { contact_id: waiting } });
    expect(await idsOf({ show: 'needs_follow_up' }, owner)).toEqual([]);
    await say(asked, 'inbound', daysAgo(0));
    expect(await idsOf({ show: 'needs_reply' }, owner)).toEqual([asked]);
  });
});

test('a restricted member has an inbox of assigned contacts only', async () => {
  const { ctx, owner } = await buildOrganization(server, { members_see_assigned_only: true });
  const member = await buildMember(ctx, 'member');
  const build = async (assigned_to: Person[], direction: 'inbound' | 'outbound', days: number) => {
    const { id } = await buildContact(ctx, { assigned_to, first_name: 'Carla' });
    await buildMessage(ctx, { contact_id: id, direction, created_at: daysAgo(days) });
    return id;
  };
  const [asked, waiting] = [
    await build([member], 'inbound', 1),
    await build([member], 'outbound', 9),
  ];
  await build([], 'inbound', 1);
  await build([], 'outbound', 9);
  expect(await idsOf({}, member)).toEqual([asked, waiting]);
  expect(await idsOf({ search: 'carla' }, member)).toEqual([asked, waiting]);
  expect(await idsOf({ show: 'needs_reply' }, member)).toEqual([asked]);
  expect(await idsOf({ show: 'needs_follow_up' }, member)).toEqual([waiting]);
  expect(await idsOf({ show: 'unread' }, member)).toEqual([asked]);
  const counts = { unread: 1, needs_reply: 1, needs_follow_up: 1 };
  expect(await member.client.countInbox()).toEqual(counts);
  expect(await owner.client.countInbox()).toMatchObject({ needs_reply: 2, needs_follow_up: 2 });
});
