import { CONTACT_SORTS } from '@rapport/contract/contacts.words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYBODY, filterOf, readAssignments, writeAssignments } from './assignments-filter.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';

describe('the filter in the address', () => {
  test('the plain list has a plain address, sorted by name', () => {
    expect(writeAssignments(EVERYBODY)).toEqual({});
    expect(filterOf({})).toEqual(EVERYBODY);
    expect(readAssignments({ sort: 'name_asc', member: 'all' })).toEqual({});
  });

  test.each([{ member: 'nobody' }, { member: 7 }, { sort: 'worst' }, { tags: 'x' }, { page: 0 }])(
    'what makes no sense is left out: %j',
    (raw) => expect(readAssignments(raw)).toEqual({}),
  );

  test('what is written is read back', () => {
    const filters = fc.record({
      search: fc.string({ maxLength: 60 }).map((text) => text.trim()),
      sort: fc.constantFrom(...CONTACT_SORTS),
      tags: fc.constantFrom<string[]>([], [id]),
      member: fc.constantFrom('all', 'unassigned', id),
      page: fc.nat({ max: 5000 }),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterOf(readAssignments(writeAssignments(filter)))).toEqual(filter);
      }),
    );
  });
});
