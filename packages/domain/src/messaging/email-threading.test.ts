import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answeredIds,
  chooseAnswered,
  headerId,
  headerIds,
  type KnownMail,
  referencesOf,
} from './email-threading.ts';

const id = fc.stringMatching(/^[a-z0-9.]{1,12}@[a-z]{1,6}\.example$/);

describe('ids in headers', () => {
  test.each([
    ['<a@x.example> <b@x.example>', ['a@x.example', 'b@x.example']],
    ['<a@x.example>\r\n\t<b@x.example>', ['a@x.example', 'b@x.example']],
    ['<a@x.exam\r\n ple>', ['a@x.example']],
    ['a@x.example', ['a@x.example']],
    ['Your message of Tuesday <a@x.example>', ['a@x.example']],
    ['<a@x.example><a@x.example>', ['a@x.example']],
    ['<not-an-address>', ['not-an-address']],
    ['', []],
    [undefined, []],
    ['nonsense', []],
  ])('of %j are %j', (text, ids) => expect(headerIds(text)).toEqual(ids));

  test('are found however they are joined', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { maxLength: 20 }),
        fc.constantFrom(' ', '\r\n ', '', ',\t'),
        (ids, space) => {
          expect(headerIds(ids.map((one) => `<${one}>`).join(space))).toEqual(ids);
        },
      ),
    );
  });

  test('of any length cost what their length costs', () => {
    for (const text of [
      'a'.repeat(500_000),
      '<a '.repeat(100_000),
      `<${'a'.repeat(2000)}@x.example>`,
    ])
      expect(headerIds(text)).toEqual([]);
  });

  test('lose their brackets', () => expect(headerId(' <a@x.example> ')).toBe('a@x.example'));
});

test('what is answered is asked for first by In-Reply-To, then by References from the right', () => {
  expect(answeredIds({ in_reply_to: ['c'], references: ['a', 'b', 'c', 'd'] })).toEqual([
    'c',
    'd',
    'b',
    'a',
  ]);
  expect(answeredIds({ in_reply_to: [], references: ['a', 'b'] })).toEqual(['b', 'a']);
});

describe('the mail that is answered', () => {
  const mail = fc.record({
    header_id: id,
    thread_id: fc.constantFrom('t1', 't2', 't3'),
    contact_id: fc.constantFrom('ada', 'bob', 'eve'),
  });
  const scene = fc.record({
    by_token: fc.option(mail),
    known: fc.uniqueArray(mail, { selector: (one) => one.header_id, maxLength: 6 }),
    others: fc.array(id, { maxLength: 4 }),
    senders: fc.uniqueArray(fc.constantFrom('ada', 'bob', 'eve'), { maxLength: 2 }),
  });
  const run = (
    s: { by_token: KnownMail | null; known: KnownMail[]; senders: string[] },
    ids: string[],
  ) => chooseAnswered(s.by_token, s.known, ids, new Set(s.senders));
  const mixed = fc.tuple(scene, fc.infiniteStream(fc.nat())).map(([s, keys]) => {
    const ids = [...s.known.map(({ header_id }) => header_id), ...s.others];
    const order = ids
      .map((one) => [keys.next().value ?? 0, one] as const)
      .toSorted(([a], [b]) => a - b);
    return { ...s, ids: [...new Set(order.map(([, one]) => one))] };
  });

  test('is never one of another contact', () => {
    fc.assert(
      fc.property(mixed, (s) => {
        const chosen = run(s, s.ids);
        expect(chosen === null || new Set<string>(s.senders).has(chosen.contact_id)).toBe(true);
      }),
    );
  });

  test('is by the token when that is of the sender, whatever the headers say', () => {
    fc.assert(
      fc.property(mixed, (s) => {
        fc.pre(s.by_token !== null && s.senders.includes(s.by_token.contact_id));
        expect(run(s, s.ids)).toBe(s.by_token);
      }),
    );
  });

  test('is else the first that is known, of those of the sender', () => {
    fc.assert(
      fc.property(mixed, (s) => {
        const chosen = run({ ...s, by_token: null }, s.ids);
        const ours = s.known.filter(({ contact_id }) => s.senders.includes(contact_id));
        const first = s.ids.find((one) => ours.some(({ header_id }) => header_id === one));
        expect(chosen?.header_id).toBe(first);
      }),
    );
  });

  test('does not depend on the order in which the known ones were read', () => {
    fc.assert(
      fc.property(mixed, (s) => {
        expect(run({ ...s, known: s.known.toReversed() }, s.ids)).toEqual(run(s, s.ids));
      }),
    );
  });
});

describe('References of an answer', () => {
  test('name the parent last, the first mail first, each once, and stay short', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 1, maxLength: 60 }),
        ([parent = '', ...before]) => {
          const all = referencesOf({ header_id: parent, reference_ids: before });
          expect(all.at(-1)).toBe(parent);
          expect(all[0]).toBe(before[0] ?? parent);
          expect(new Set(all).size).toBe(all.length);
          expect(all.length).toBe(Math.min(before.length + 1, 20));
        },
      ),
    );
  });

  test('name a parent that names itself once', () => {
    expect(referencesOf({ header_id: 'a', reference_ids: ['a', 'b'] })).toEqual(['b', 'a']);
  });
});
