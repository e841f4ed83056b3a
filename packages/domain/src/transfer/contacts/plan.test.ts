import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDirectory, enter, matchRow } from './match.ts';
import { applyPatch, isNothing, type KnownContact, nobody, planRow } from './plan.ts';
import type { ContactDraft } from './read-contact.ts';

const draft = (overrides: Partial<ContactDraft> = {}): ContactDraft => ({
  id: null,
  fields: {},
  phones: [],
  emails: [],
  addresses: [],
  tags: [],
  notes: [],
  ...overrides,
});
const phone = (phone_number: string, label: string | null = null) => ({
  phone_number,
  raw: phone_number,
  extension: null,
  label,
});
const known = (id: string, overrides: Partial<ContactDraft> = {}): KnownContact =>
  applyPatch(nobody(id), planRow(draft(overrides), nobody(id), 'fill_empty'));

const text = fc.constantFrom('a', 'b', 'Unknown', 'c');
const label = fc.option(text, { nil: null });
const drafts: fc.Arbitrary<ContactDraft> = fc.record({
  id: fc.constant(null),
  fields: fc.record(
    {
      first_name: text,
      company: text,
      status: fc.constantFrom('active', 'do_not_contact', 'archived'),
    },
    { requiredKeys: [] },
  ),
  phones: fc
    .uniqueArray(fc.record({ n: fc.nat(3), label }), { selector: ({ n }) => n })
    .map((all) => all.map((one) => phone(`+${one.n}`, one.label))),
  emails: fc.uniqueArray(fc.record({ email: fc.constantFrom('a', 'b'), label }), {
    selector: ({ email }) => email,
  }),
  addresses: fc.array(
    fc.record({
      street: text,
      city: label,
      state: fc.constant(null),
      zip: fc.constant(null),
      country: fc.constant(null),
      label,
    }),
  ),
  tags: fc.uniqueArray(text, { selector: (one) => one.toLowerCase() }),
  notes: fc.constant<string[]>([]),
});

describe('what a row does', () => {
  test('is nothing the second time, by either rule', () => {
    fc.assert(
      fc.property(
        drafts,
        drafts,
        fc.constantFrom('fill_empty', 'overwrite'),
        (one, other, rule) => {
          const before = known('1', one);
          const after = applyPatch(before, planRow(other, before, rule as 'overwrite'));
          expect(isNothing(planRow(other, after, rule as 'overwrite'))).toBe(true);
        },
      ),
    );
  });

  test('never takes away: numbers, addresses, tags, and what is filled by the mild rule', () => {
    fc.assert(
      fc.property(drafts, drafts, (one, other) => {
        const before = known('1', one);
        const after = applyPatch(before, planRow(other, before, 'fill_empty'));
        expect(after.tags).toEqual(expect.arrayContaining(before.tags));
        expect(after.addresses).toEqual(expect.arrayContaining(before.addresses));
        expect(after.phones.length).toBeGreaterThanOrEqual(before.phones.length);
        if (before.fields.company) expect(after.fields.company).toBe(before.fields.company);
      }),
    );
  });

  test('a stub gets its name; who must not be contacted stays so', () => {
    const stub = known('1', { fields: { first_name: 'Unknown', status: 'do_not_contact' } });
    const row = draft({ fields: { first_name: 'Ann', status: 'active' } });
    expect(planRow(row, stub, 'fill_empty').fields).toEqual({ first_name: 'Ann' });
    expect(planRow(row, stub, 'overwrite').fields).toEqual({ first_name: 'Ann' });
  });
});

describe('whom a row means', () => {
  const directory = emptyDirectory();
  const name = (first_name: string) => ({ fields: { first_name } });
  enter(
    directory,
    known('ann', {
      ...name('Ann'),
      phones: [phone('+1')],
      emails: [{ email: 'x@y', label: null }],
    }),
  );
  enter(
    directory,
    known('bo', { ...name('Bo'), phones: [phone('+2')], emails: [{ email: 'x@y', label: null }] }),
  );
  enter(directory, known('cy', { fields: { first_name: 'Cy', external_id: 'C1' } }));
  directory.ids.set('merged', 'ann');
  const email = [{ email: 'x@y', label: null }];

  test.each([
    ['a number', draft({ phones: [phone('+1'), phone('+9')] }), 'ann'],
    ['an external id', draft({ fields: { external_id: 'C1' } }), 'cy'],
    [
      'a number and an address that two share',
      draft({ phones: [phone('+2')], emails: email }),
      'bo',
    ],
    ['a shared address and a name', draft({ ...name('BO'), emails: email }), 'bo'],
    ['our id, whatever else', draft({ id: 'cy', emails: email }), 'cy'],
    ['the id of somebody merged away', draft({ id: 'merged' }), 'ann'],
    ['an id nobody has, and a number', draft({ id: 'new', phones: [phone('+1')] }), 'ann'],
    ['an id nobody has, and an address', draft({ id: 'new', emails: email }), null],
    ['nobody', draft({ phones: [phone('+9')] }), null],
  ])('%s', (_, row, found) => expect(matchRow(row, directory)).toEqual({ found }));

  test.each([
    [
      draft({ phones: [phone('+1'), phone('+2')] }),
      '+1 belongs to Ann, but +2 to Bo: merge the two, or part the row.',
    ],
    [
      draft({ fields: { external_id: 'C1' }, phones: [phone('+1')] }),
      'The external id C1 belongs to Cy, but +1 to Ann: merge the two, or part the row.',
    ],
    [
      draft({ id: 'cy', phones: [phone('+1')] }),
      'The ID cy belongs to Cy, but +1 to Ann: merge the two, or part the row.',
    ],
    [
      draft({ ...name('Di'), emails: email }),
      'x@y belongs to Ann and to Bo: add a phone number or an external id that tells them apart.',
    ],
  ])('is refused when it means two: %#', (row, conflict) => {
    expect(matchRow(row, directory)).toEqual({ conflict });
  });
});
