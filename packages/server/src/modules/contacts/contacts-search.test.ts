import { foldText } from '@rapport/domain/contacts/search-text';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { buildContact, buildMessage, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const people = {
  marta: await buildContact(ctx, {
    first_name: 'Märta',
    last_name: 'Lindqvist',
    company: 'Nordic Light',
    phone_number: '+46701234567',
    email: 'marta@lindqvist.se',
  }),
  john: await buildContact(ctx, {
    first_name: 'John',
    last_name: "O'Neil-Smith",
    company: '100%_sure\\now',
    phone_number: '+12125550188',
    email: 'js@example.com',
  }),
  nameless: await buildContact(ctx, {
    first_name: '',
    last_name: '',
    phone_number: '+442079460018',
  }),
};

const found = async (search: string): Promise<string[]> => {
  const { contacts, total_count } = await client.listContacts({ query: { search } });
  expect(total_count).toBe(contacts.length);
  const names = Object.entries(people);
  return contacts.map(({ id }) => names.find(([, person]) => person.id === id)![0]).toSorted();
};

describe('search finds', () => {
  test.each([
    ['a part of a name', 'indqv', ['marta']],
    ['a name in any case', 'LINDQVIST', ['marta']],
    ['letters beyond ASCII in any case', 'MÄRTA', ['marta']],
    ['the same letters written with a combining mark', 'ma\u0308rta', ['marta']],
    ['letters typed without their accents', 'marta', ['marta']],
    ['letters typed with accents that the name lacks', 'jóhn', ['john']],
    ['first and last name', 'märta lindqvist', ['marta']],
    ['words in any order and of any field', 'nordic märta', ['marta']],
    ['nobody when one of the words is missing', 'märta smith', []],
    ['punctuation in a name', "o'neil-sm", ['john']],
    ['a company', 'ordic li', ['marta']],
    ['an e-mail address', 'MARTA@lindqvist.se', ['marta']],
    ['a part of an e-mail address', 'lindqvist.s', ['marta']],
    ['nothing else', 'zebra', []],
    ['everybody without a word', '   ', ['john', 'marta', 'nameless']],
    ['everybody with blanks around', ' märta ', ['marta']],
  ])('%s: %s', async (_, search, names) => {
    expect(await found(search)).toEqual(names);
  });

  test.each([
    ['international', '+46701234567', ['marta']],
    ['with the prefix 00', '0046 70 123 45 67', ['marta']],
    ['without the plus', '46701234567', ['marta']],
    ['national, as it is dialled', '070-123 45 67', ['marta']],
    ['national, in the American way', '(212) 555-0188', ['john']],
    ['with dots', '212.555.0188', ['john']],
    ['the last digits', '4567', ['marta']],
    ['the last digits, the first of them a zero', '0188', ['john']],
    ['a part in the middle', '079 460', ['nameless']],
    ['of nobody', '5550199', []],
  ])('a phone number %s: %s', async (_, search, names) => {
    expect(await found(search)).toEqual(names);
  });

  test.each([
    ['m', ['marta']],
    ['L', ['marta']],
    ['jo', ['john']],
    ['ar', []],
    ['xy', []],
  ])('names that begin with one or two letters: %s', async (search, names) => {
    expect(await found(search)).toEqual(names);
  });

  test.each([
    ['100%', ['john']],
    ['%_sure', ['john']],
    ['sure\\now', ['john']],
    ['%', []],
    ['___', []],
    ['m%a', []],
    ["'; drop table contact; --", []],
  ])('wildcards and quotes as the characters they are: %s', async (search, names) => {
    expect(await found(search)).toEqual(names);
  });

  test('what was changed, at once, and no longer what it was', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const { id } = await buildContact(ctx, { first_name: 'Before', last_name: '' });
    const search = async (text: string) =>
      (await owner.client.listContacts({ query: { search: text } })).total_count;
    const body = { first_name: 'After', company: 'Brandnew' };
    await owner.client.updateContact({ params: { contact_id: id }, body });
    expect([await search('before'), await search('after'), await search('brandnew')]).toEqual([
      0, 1, 1,
    ]);
  });

  test('nothing and complains about nothing when it is too long or odd', async () => {
    const query = { search: 'x'.repeat(201) };
    await expect(client.listContacts({ query })).rejects.toMatchObject({ status: 400 });
    await expect(client.listContacts({ query: { search: 'a\u0000b' } })).rejects.toMatchObject({
      status: 400,
      code: 'UNSTORABLE',
    });
  });
});

describe('a list of contacts', async () => {
  const { ctx, owner } = await buildOrganization(server);
  const { tags } = await owner.client.listTags();
  const tag = (name: string) => tags.find((one) => one.name === name)!.id;
  const bo = await buildContact(ctx, { first_name: 'bo', tag_ids: [tag('VIP')] });
  const ann = await buildContact(ctx, { first_name: 'Ann', tag_ids: [tag('VIP'), tag('Urgent')] });
  const stub = await buildContact(ctx, { first_name: '', last_name: '' });
  const cy = await buildContact(ctx, { first_name: 'Cy', tag_ids: [tag('Complaint')] });
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  await buildMessage(ctx, { contact_id: ann.id, created_at: at(3) });
  await buildMessage(ctx, { contact_id: stub.id, created_at: at(5) });

  const list = async (query: Parameters<typeof owner.client.listContacts>[0] & {}) =>
    (await owner.client.listContacts(query)).contacts.map(({ id }) => id);
  const ids = (...contacts: { id: string }[]) => contacts.map(({ id }) => id);

  test('comes newest first unless told otherwise', async () => {
    expect(await list({})).toEqual(ids(cy, stub, ann, bo));
  });

  test('by name ignores case and puts the nameless last', async () => {
    expect(await list({ query: { sort: 'name_asc' } })).toEqual(ids(ann, bo, cy, stub));
  });

  test('by last contact puts those without any last', async () => {
    const sorted = await list({ query: { sort: 'last_contacted_at' } });
    expect(sorted.slice(0, 2)).toEqual(ids(stub, ann));
    expect(sorted.slice(2).toSorted()).toEqual(ids(bo, cy).toSorted());
  });

  test('with several tags holds who has any of them, once', async () => {
    const tag_ids = [tag('VIP'), tag('Urgent')];
    expect(await list({ query: { tag_ids } })).toEqual(ids(ann, bo));
    expect(await list({ query: { tag_ids: [tag('Unqualified')] } })).toEqual([]);
    expect(await list({ query: { tag_ids: [tag('VIP')], search: 'bo' } })).toEqual(ids(bo));
  });

  test('comes in pages that together hold everybody once', async () => {
    const pages = [0, 1, 2].map((page) =>
      owner.client.listContacts({ query: { page, page_size: 2, sort: 'name_asc' } }),
    );
    const [first, second, beyond] = await Promise.all(pages);
    expect([...first!.contacts, ...second!.contacts].map(({ id }) => id)).toEqual(
      ids(ann, bo, cy, stub),
    );
    expect(beyond).toEqual({
      contacts: [],
      total_count: 4,
      page: 2,
      page_size: 2,
      total_pages: 2,
    });
  });

  test.each([
    { page_size: 51 },
    { page_size: 0 },
    { page: -1 },
    { page: 1.5 },
    { sort: 'shoe_size' as 'name_asc' },
    { tag_ids: ['vip'] },
  ])('is refused for %j', async (query) => {
    await expect(owner.client.listContacts({ query })).rejects.toMatchObject({
      status: 400,
      details: { fields: [{ field: expect.stringMatching(Object.keys(query)[0]!) }] },
    });
  });
});

describe('names in their order', () => {
  test('are listed as if they had no accents, people without a name last', async () => {
    const { ctx, owner } = await buildOrganization(server);
    for (const first_name of ['Zoe', 'Özil', 'Paul', 'Ébert', 'Eva', 'Dan', 'Øyvind', ''])
      await buildContact(ctx, { first_name, last_name: '' });
    const { contacts } = await owner.client.listContacts({ query: { sort: 'name_asc' } });
    expect(contacts.map((contact) => contact.first_name)).toEqual([
      'Dan',
      'Ébert',
      'Eva',
      'Øyvind',
      'Özil',
      'Paul',
      'Zoe',
      '',
    ]);
  });

  test('are folded alike by the program and by the database', async () => {
    const letters = [...range(0x20, 0x52f), ...range(0x1e00, 0x1fff)]
      .map((code) => String.fromCodePoint(code))
      .filter((letter) => /\p{L}/u.test(letter));
    const { rows } = await sql<{ letter: string; folded: string }>`
      select letter, fold_text(letter) as folded
      from unnest(${letters}::text[]) as letter`.execute(server.base.db);
    const differing = rows.filter(({ letter, folded }) => foldText(letter) !== folded);
    expect(differing).toEqual([]);
    expect(rows.length).toBe(letters.length);
  });
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
