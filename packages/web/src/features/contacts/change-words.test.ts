import { describe, expect, test } from 'vitest';
import { changeWords, groupChanges } from './change-words.ts';
import type { Change } from './history.api.ts';

const change = (id: string, more: Partial<Change> = {}): Change => ({
  id,
  member_id: 'm1',
  member_name: 'Nell Prescott',
  way: 'person',
  field: 'company',
  before: null,
  after: 'Globex',
  created_at: '2026-03-04T10:00:00.000Z',
  ...more,
});

describe('who changed it', () => {
  test('lines of one moment, person and way are one group', () => {
    const groups = groupChanges([
      change('a'),
      change('b', { field: 'job_title' }),
      change('c', { way: 'merge' }),
      change('d', { created_at: '2026-03-03T10:00:00.000Z' }),
    ]);
    expect(groups.map(({ changes, way }) => [changes.map(({ id }) => id).join(''), way])).toEqual([
      ['ba', null],
      ['c', 'Merge'],
      ['d', null],
    ]);
  });

  test.each([
    [{ member_name: 'Nell Prescott', way: 'enrichment' }, 'Nell Prescott', 'Enrichment'],
    [{ member_id: null, member_name: null, way: 'program' }, 'Program', null],
    [{ member_id: null, member_name: null, way: 'import' }, 'Import', null],
    [{ member_name: null, way: 'person' }, 'A former member', null],
  ] as [Partial<Change>, string, string | null][])('%j', (more, author, way) => {
    expect(groupChanges([change('a', more)])[0]).toMatchObject({ author, way });
  });
});

test.each([
  [
    { field: 'status', before: 'active', after: 'do_not_contact' },
    'Status',
    'Active',
    'Do not contact',
  ],
  [
    { field: 'phone', before: null, after: '+14155550132 (Work)' },
    'Phone',
    null,
    '(415) 555-0132 (Work)',
  ],
  [{ field: 'tag', before: 'VIP', after: null }, 'Tag', 'VIP', null],
  [{ field: 'merge', before: null, after: 'Bo Lind' }, 'Merged with', null, 'Bo Lind'],
  [{ field: 'merge', before: 'Bo Lind', after: null }, 'Parted again from', null, 'Bo Lind'],
  [{ field: 'contact', before: null, after: 'created' }, 'Contact created', null, null],
  [{ field: 'shoe_size', before: '41', after: '42' }, 'Shoe size', '41', '42'],
])('%j', (line, label, before, after) => {
  expect(changeWords(line)).toEqual({ label, before, after });
});
