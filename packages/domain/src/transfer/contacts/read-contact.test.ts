import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddText } from './odd-text.fixtures.ts';
import { mapRow } from './map-row.ts';
import { emptyRaw, type RawContact } from './raw-contact.ts';
import { readContact } from './read-contact.ts';
import type { ColumnMapping } from './targets.ts';
import { readDate } from './text-date.ts';

const SETTINGS = { country: 'US', date_order: 'dmy', year: 2026 } as const;
const read = (raw: Partial<RawContact>) => readContact({ ...emptyRaw(), ...raw }, SETTINGS);

describe('a date', () => {
  test.each([
    ['1990-02-28', '1990-02-28'],
    ['19900228', '1990-02-28'],
    ['1990-02-28T00:00:00Z', '1990-02-28'],
    ['28.02.1990', '1990-02-28'],
    ['28. 2. 1990', '1990-02-28'],
    ['3/4/1990', '1990-04-03'],
    ['2/28/1990', '1990-02-28'],
    ['28/2/90', '1990-02-28'],
    ['1/2/12', '2012-02-01'],
    ['28 Feb 1990', '1990-02-28'],
    ['Feb 28, 1990', '1990-02-28'],
    ['28. Februar 1990', '1990-02-28'],
    ['28 de febrero de 1990', '1990-02-28'],
    ['28 février 1990', '1990-02-28'],
    ['March 3rd, 1990', '1990-03-03'],
  ])('%s is %s', (text, date) => expect(readDate(text, 'dmy', 2026)).toBe(date));

  test('that can be two is read as told', () => {
    expect(readDate('3/4/1990', 'mdy', 2026)).toBe('1990-03-04');
    expect(readDate('28/2/1990', 'mdy', 2026)).toBe('1990-02-28');
    expect(readDate('3.4.1990', 'mdy', 2026)).toBe('1990-04-03');
  });

  test.each(['31.02.1990', '1990-13-01', 'soon', '', '12', '--02-28', '1/2', '0001-01-01'])(
    '%j is none',
    (text) => expect(readDate(text, 'dmy', 2026)).toBe(null),
  );

  test('any text gets an answer that is a date of the calendar', () => {
    fc.assert(
      fc.property(oddText(), fc.constantFrom('dmy', 'mdy'), (text, order) => {
        const date = readDate(text, order as 'dmy', 2026);
        if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

describe('a row', () => {
  const map = (cells: string[], ...mapping: Omit<ColumnMapping, 'column'>[]) =>
    mapRow(
      cells,
      mapping.map((entry, column) => ({ column, ...entry })),
    );

  test('has labels beside their numbers, wherever they stand', () => {
    const google = map(
      ['Mobile', '+1 415 555 0100 ::: +1 415 555 0101', 'Work', 'a@b.example'],
      { target: 'phone_label', group: 1 },
      { target: 'phone', group: 1 },
      { target: 'email_label', group: 1 },
      { target: 'email', group: 1 },
    );
    expect(google.phones).toEqual([
      { value: '+1 415 555 0100', label: 'Mobile' },
      { value: '+1 415 555 0101', label: 'Mobile' },
    ]);
    expect(google.emails).toEqual([{ value: 'a@b.example', label: 'Work' }]);
    const beside = map(['1', 'Home'], { target: 'phone' }, { target: 'phone_label' });
    expect(beside.phones).toEqual([{ value: '1', label: 'Home' }]);
    const before = map(['Home', '1'], { target: 'phone_label' }, { target: 'phone' });
    expect(before.phones).toEqual([{ value: '1', label: 'Home' }]);
  });

  test('has the parts of each address together', () => {
    const { addresses } = map(
      ['Main Street 1', 'Oslo', 'Dock 2', '', 'Suite 3'],
      { target: 'street', group: 101, label: 'Home' },
      { target: 'city', group: 101, label: 'Home' },
      { target: 'street', group: 102, label: 'Work' },
      { target: 'city', group: 103 },
      { target: 'street', group: 101 },
    );
    expect(addresses).toMatchObject([
      { street: 'Main Street 1\nSuite 3', city: 'Oslo', label: 'Home' },
      { street: 'Dock 2', city: null, label: 'Work' },
    ]);
  });

  test('takes the first of two columns that is not empty, and loses the guard of a formula', () => {
    const { fields, tags } = map(
      ['', "'=Acme", '* myContacts ::: * friends ::: VIP'],
      { target: 'company' },
      { target: 'company' },
      { target: 'tags' },
    );
    expect(fields.company).toBe('=Acme');
    expect(tags).toEqual(['friends', 'VIP']);
  });
});

describe('a contact of a file', () => {
  test('is read into what the product keeps', () => {
    expect(
      read({
        fields: { name: 'Berg, Anna', status: 'Do Not Contact', pipeline_stage: 'Lead' },
        phones: [
          { value: '(415) 555-2671 x12', label: ' Work ' },
          { value: '+1 415-555-2671', label: null },
        ],
        emails: [{ value: 'mailto:Anna@Example.com', label: null }],
        tags: ['VIP', 'vip', ' '],
        notes: ['a', 'a'],
      }),
    ).toEqual({
      draft: {
        id: null,
        fields: {
          first_name: 'Anna',
          last_name: 'Berg',
          status: 'do_not_contact',
          pipeline_stage: 'lead',
        },
        phones: [
          {
            phone_number: '+14155552671',
            raw: '(415) 555-2671 x12',
            extension: '12',
            label: 'Work',
          },
        ],
        emails: [{ email: 'anna@example.com', label: null }],
        addresses: [],
        tags: ['VIP'],
        notes: ['a'],
      },
    });
  });

  test('says all that is wrong with it', () => {
    expect(
      read({
        fields: {
          id: '7',
          company: 'x'.repeat(201),
          status: 'gone',
          date_of_birth: 'soon',
          timezone: 'Mars',
          avatar_url: 'http://x',
        },
        phones: [{ value: '12', label: null }],
        emails: [{ value: 'none', label: null }],
        tags: ['t'.repeat(61)],
      }),
    ).toEqual({
      problems: [
        '"7" is not a Rapport ID; map the column to External ID instead.',
        'The company is longer than 200 characters.',
        '"gone" is not a status: use active, inactive, do_not_contact or archived.',
        '"soon" is not a date: write it as 1990-02-28.',
        '"Mars" is not a time zone such as Europe/Berlin.',
        '"http://x" is not an https address.',
        '"12" has too many or too few digits for a phone number of its country.',
        '"none" is not an e-mail address.',
        `The tag "${'t'.repeat(60)}..." is longer than 60 characters.`,
      ],
    });
    expect(read({ tags: ['VIP'] })).toEqual({
      problems: ['The row has neither a name nor a company, phone or e-mail address.'],
    });
  });

  test('has nothing that the database cannot keep', () => {
    const text = oddText();
    fc.assert(
      fc.property(text, text, (company, note) => {
        const result = read({ fields: { company, first_name: 'Ann' }, notes: [note] });
        if ('problems' in result) return;
        expect(JSON.stringify(result.draft)).not.toContain('\\u0000');
        expect(result.draft.notes.every((one) => one.isWellFormed())).toBe(true);
      }),
    );
  });
});
