import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTACT_STATUSES } from '@rapport/contract/contacts.words';
import { PIPELINE_STAGES } from '@rapport/domain/enrichment/fields';
import { EVERYBODY, filterOf, isFiltered, readSearch, writeSearch } from './list-filter.ts';

const tag = '0190a1b2-0000-7000-8000-000000000001';

describe('the filter in the address', () => {
  test('the plain list has a plain address', () => {
    const plain = { ...EVERYBODY, sort: 'recently_added', page: 0 } as const;
    expect(writeSearch(plain)).toEqual({});
    expect(filterOf({})).toEqual(plain);
    expect(isFiltered(plain)).toBe(false);
  });

  test('pages count from 1 for people and from 0 for the API', () => {
    expect(filterOf(readSearch({ page: 3 })).page).toBe(2);
    expect(readSearch({ page: '3' })).toEqual({ page: 3 });
  });

  test.each([
    { page: -1 },
    { page: 'x' },
    { page: 1.5 },
    { sort: 'worst' },
    { tags: 'no-id' },
    { status: 'asleep' },
    { stage: 'won,,lost' },
    { assignee: 'somebody' },
    { search: {} },
  ])('what makes no sense is left out: %j', (raw) => expect(readSearch(raw)).toEqual({}));

  test('a search for digits is text again', () => {
    expect(readSearch({ search: 2075550101 })).toEqual({ search: '2075550101' });
  });

  test('what is written is read back', () => {
    const filters = fc.record({
      search: fc.string({ maxLength: 60 }).map((text) => text.trim()),
      sort: fc.constantFrom('recently_added', 'name_asc', 'last_contacted_at'),
      tags: fc.constantFrom<string[]>([], [tag]),
      statuses: fc.subarray([...CONTACT_STATUSES]),
      stages: fc.subarray([...PIPELINE_STAGES]),
      assignee: fc.constantFrom(null, 'unassigned', tag),
      page: fc.nat({ max: 5000 }),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterOf(readSearch(writeSearch(filter)))).toEqual(filter);
      }),
    );
  });
});
