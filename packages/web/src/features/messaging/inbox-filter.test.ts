import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInbox } from './inbox-filter.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';

test.each([
  [{}, {}],
  [{ show: 'all' }, {}],
  [{ show: 'unread' }, { show: 'unread' }],
  [{ show: 'mine' }, {}],
  [{ search: 5551003 }, { search: '5551003' }],
  [{ search: '  ' }, {}],
  [{ message: id }, { message: id }],
  [{ message: '<script>' }, {}],
])('%o reads as %o', (raw, read) => expect(readInbox(raw)).toEqual(read));

test('whatever the address says, reading it twice is reading it once', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('show', 'search', 'message'), fc.anything()),
      (raw) => {
        const once = readInbox(raw);
        expect(readInbox(once)).toEqual(once);
      },
    ),
  );
});
