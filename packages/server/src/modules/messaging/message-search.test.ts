import { lexemesOf } from '@rapport/domain/messaging/search-words';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
  type TestCtx,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server, { timezone: 'America/New_York' });

type Query = Parameters<typeof owner.client.searchMessages>[0]['query'];
const search = async (query: Query, caller = owner) =>
  (await caller.client.searchMessages({ query })).messages;
const bodies = async (query: Query, caller = owner) =>
  (await search(query, caller)).map(({ snippet }) => snippet);

/** So many messages of one contact at once, a minute apart, the last one the newest. */
const buildMany = async (
  { db, organization_id }: TestCtx,
  contact_id: string,
  count: number,
  body: string,
  last = '2026-01-01T00:00:00Z',
) => {
  const key = newId();
  await sql`
    insert into message (organization_id, id, contact_id, channel, direction, body, status, dedup_key, created_at)
    select ${organization_id}, gen_random_uuid(), ${contact_id}, 'sms', 'inbound', ${body}::text || ' ' || n,
           'received', ${key}::text || n, ${last}::timestamptz - (${count} - n) * interval '1 minute'
    from generate_series(1, ${count}::int) n`.execute(db);
};

test('the words in the database are those of the domain', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom('José', 'don’t', 'ẞ', '会議室', 'สวัสดี', '안녕', '👍🏽', ' ', '-', 'x', 'Ａ'),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );
  const texts = fc
    .sample(text, 400)
    .map((one) => one.replaceAll('\0', '').toWellFormed())
    .concat('a'.repeat(100), 'café ﬁ ½ Ⅷ ①', 'ΌΔΟΣ όδος', 'İstanbul ırmak');
  const { rows } = await sql<{ words: string[] }>`
    select tsvector_to_array(message_words(null, t)) as words
    from unnest(${texts}::text[]) with ordinality as given (t, n) order by n`.execute(ctx.db);
  expect(rows).toHaveLength(texts.length);
  for (const [n, { words }] of rows.entries())
    expect(words.toSorted(), JSON.stringify(texts[n])).toEqual(lexemesOf(texts[n]!).toSorted());
});

describe('a search', () => {
  test.each([
    ['The deposit for the tables is paid', 'deposit table', true],
    ['The deposit is paid', 'deposit table', false],
    ['A stable price', 'table', false],
    ['Ça va très bien, José!', 'tres jose', true],
    ['Did you call ann.lee@example.com?', 'lee@example', true],
    ['call 415-555-0132', '5550132', false],
    ['call 415-555-0132', '555 0132', true],
    ['明日の会議室を予約しました', '会議室', true],
    ['会議の後で議室', '会議室', false],
    ['明日の会議室を予約しました', '会', true],
    ['ขอบคุณมากครับ', 'คุณ', true],
    ['Прекрасный ресторан', 'ресторан', true],
    ['انا في المكتب', 'المكتب', true],
    ['see you 🎉🎉', '🎉', true],
    ["'; drop table message; --", "'; drop", true],
    ['100% sure\\_', '100% \\_', true],
  ])('of %j by %j: %s', async (body, q, isFound) => {
    const { ctx, owner } = await buildOrganization(server);
    await buildMessage(ctx, { body });
    expect(await bodies({ q }, owner)).toEqual(isFound ? [body] : []);
  });

  test('finds subjects, and says where everything stands', async () => {
    const contact = await buildContact(ctx, { first_name: 'Zoë' });
    const { id, created_at } = await buildMessage(ctx, {
      contact_id: contact.id,
      channel: 'email',
      direction: 'outbound',
      subject: 'Your zebracake',
      body: 'We bake zebra cakes. A ZEBRA is striped.',
    });
    expect(await search({ q: 'zebra' })).toEqual([
      {
        message_id: id,
        contact: { id: contact.id, first_name: 'Zoë', last_name: contact.last_name },
        channel: 'email',
        direction: 'outbound',
        subject: 'Your zebracake',
        subject_highlights: [{ start: 5, end: 10 }],
        snippet: 'We bake zebra cakes. A ZEBRA is striped.',
        snippet_highlights: [
          { start: 8, end: 13 },
          { start: 23, end: 28 },
        ],
        created_at: created_at.toISOString(),
      },
    ]);
  });

  test('shows of a long message the part around what was found', async () => {
    const body = `${'many words 👍 '.repeat(300)}the quokka ${'and more 👍 '.repeat(300)}`;
    await buildMessage(ctx, { body });
    const [hit] = await search({ q: 'quokka' });
    const { snippet, snippet_highlights } = hit!;
    expect(snippet.length).toBeLessThanOrEqual(241);
    expect(snippet.isWellFormed()).toBe(true);
    const [mark] = snippet_highlights;
    expect(snippet.slice(mark!.start, mark!.end)).toBe('quokka');
    expect(
      snippet.startsWith('words') || snippet.startsWith('many') || snippet.startsWith('👍'),
    ).toBe(true);
  });

  test.each([
    [{ q: '?!' }, 'q'],
    [{ q: ' ' }, 'q'],
    [{ q: 'x'.repeat(201) }, 'q'],
    [{ q: 'x', from: 'yesterday' }, 'from'],
    [{ q: 'x', cursor: '2026' }, 'cursor'],
    [{ q: 'x', channel: 'pigeon' }, 'channel'],
    [{ q: 'x', limit: 101 }, 'limit'],
  ])('for %j is refused, by name of the field', async (query, field) => {
    const error = await owner.client
      .searchMessages({ query: query as Query })
      .catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ status: 400, details: { fields: [{}] } });
    expect((error as Error).message).toContain(field);
  });
});

describe('filters', async () => {
  const { ctx, owner } = await buildOrganization(server, { timezone: 'America/New_York' });
  const [one, other] = [await buildContact(ctx), await buildContact(ctx)];
  const built = [
    ['sms in', one, 'sms', 'inbound', '2026-03-01T04:59:59Z'],
    ['sms out', one, 'sms', 'outbound', '2026-03-01T05:00:00Z'],
    ['mail in', other, 'email', 'inbound', '2026-03-02T04:59:59Z'],
    ['mail out', other, 'email', 'outbound', '2026-03-02T05:00:00Z'],
  ] as const;
  for (const [body, { id: contact_id }, channel, direction, at] of built)
    await buildMessage(ctx, {
      body: `needle ${body}`,
      contact_id,
      channel,
      direction,
      created_at: new Date(at),
    });
  const found = async (query: Partial<Query>) =>
    (await bodies({ q: 'needle', ...query }, owner)).map((body) => body.slice(7));

  test.each<[Partial<Query>, string[]]>([
    [{}, ['mail out', 'mail in', 'sms out', 'sms in']],
    [{ contact_id: one.id }, ['sms out', 'sms in']],
    [{ channel: 'email' }, ['mail out', 'mail in']],
    [{ channel: 'email,sms', direction: 'inbound' }, ['mail in', 'sms in']],
    // A day begins at midnight in New York.
    [{ from: '2026-03-01' }, ['mail out', 'mail in', 'sms out']],
    [{ to: '2026-03-01' }, ['mail in', 'sms out', 'sms in']],
    [{ from: '2026-03-01', to: '2026-03-01' }, ['mail in', 'sms out']],
    [
      { from: '2026-03-01T00:00:00-05:00', to: '2026-03-02T00:00:00-05:00' },
      ['mail in', 'sms out'],
    ],
  ])('%j find %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });
});

describe('pages', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const { id: contact_id } = await buildContact(ctx);
  // Rare words are found by the index, common ones along the time, old common ones by both.
  await buildMany(ctx, contact_id, 30, 'rare', '2026-02-01T00:00:00Z');
  await buildMany(ctx, contact_id, 6000, 'olden days', '2025-12-01T00:00:00Z');
  await buildMany(ctx, contact_id, 4600, 'common', '2026-01-01T00:00:00Z');

  const pagesOf = async (q: string, limit: number, most: number) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < most; page++) {
      const { messages, next_cursor } = await owner.client.searchMessages({
        query: { q, limit, cursor },
      });
      seen.push(...messages.map(({ snippet }) => snippet));
      if (next_cursor === null) return seen;
      cursor = next_cursor;
    }
    return seen;
  };
  const down = (word: string, from: number, count: number) =>
    Array.from({ length: count }, (_, n) => `${word} ${from - n}`);

  test.each([1, 7, 30, 100])('of %i hold every rare hit once, the newest first', async (limit) => {
    expect(await pagesOf('rar', limit, 40)).toEqual(down('rare', 30, 30));
  });

  test.each(['common', 'olden', 'olden day'])('of %s go back in time without a gap', async (q) => {
    const word = q === 'common' ? 'common' : 'olden days';
    const count = q === 'common' ? 4600 : 6000;
    expect(await pagesOf(q, 100, 27)).toEqual(down(word, count, Math.min(count, 2700)));
  });
});

test('a restricted member finds what is said with their contacts, and nothing else', async () => {
  const { ctx, owner } = await buildOrganization(server, { members_see_assigned_only: true });
  const member = await buildMember(ctx, 'member');
  const mine = await buildContact(ctx, { assigned_to: [member] });
  await buildMessage(ctx, { contact_id: mine.id, body: 'secret of mine' });
  const { contact_id } = await buildMessage(ctx, { body: 'secret of others' });
  expect(await bodies({ q: 'secret' }, member)).toEqual(['secret of mine']);
  expect(await bodies({ q: 'secret' }, owner)).toHaveLength(2);
  await expect(search({ q: 'secret', contact_id }, member)).rejects.toMatchObject({ status: 404 });
});

test('what is corrected or deleted is found as it is now', async () => {
  const { id, contact_id } = await buildMessage(ctx, { body: 'wombats ahead' });
  await ctx.db.updateTable('message').set({ body: 'numbats ahead' }).where('id', '=', id).execute();
  expect(await bodies({ q: 'wombat' })).toEqual([]);
  expect(await bodies({ q: 'numbat' })).toEqual(['numbats ahead']);
  await owner.client.removeContact({ params: { contact_id } });
  expect(await bodies({ q: 'numbat' })).toEqual([]);
});
