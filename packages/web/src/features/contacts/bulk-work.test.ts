import { describe, expect, test } from 'vitest';
import { type BulkRow, type BulkSelection, deleteWork, statusWork, tagWork } from './bulk-work.ts';
import { EVERYBODY } from './list-filter.ts';

const vip = { id: 'vip', name: 'VIP' };
const row = (id: string, status: BulkRow['status'], tags: string[] = []): BulkRow => ({
  id,
  ...(status && { status }),
  tags: tags.map((tag) => ({ id: tag, name: tag, color: '#000000' })),
  assigned_users: [],
});
const rows = [row('a', 'active', ['vip']), row('b', 'active'), row('c', 'archived')];
const byHand: BulkSelection = { kind: 'rows', rows, count: 3 };
const everybody: BulkSelection = {
  kind: 'all',
  choice: { ...EVERYBODY, search: 'anna' },
  count: 90,
};

describe('work on selected rows', () => {
  test('goes to those whom it changes, and back to the same', () => {
    const work = tagWork(byHand, vip, true);
    expect(work).toMatchObject({
      action: { action: 'tag', tag_id: 'vip' },
      target: { ids: ['b', 'c'] },
      undo: [{ action: { action: 'untag', tag_id: 'vip' }, target: { ids: ['b', 'c'] } }],
    });
    expect(work?.done(2)).toBe('2 contacts tagged VIP');
  });

  test('is none when it would change nobody', () => {
    const tagged: BulkSelection = { kind: 'rows', rows: rows.slice(0, 1), count: 1 };
    expect(tagWork(tagged, vip, true)).toBeNull();
    expect(tagWork(tagged, vip, false)?.target).toEqual({ ids: ['a'] });
  });

  test('a status goes back to what each had', () => {
    const work = statusWork(byHand, 'inactive');
    expect(work?.target).toEqual({ ids: ['a', 'b', 'c'] });
    expect(work?.undo).toEqual([
      { action: { action: 'status', status: 'active' }, target: { ids: ['a', 'b'] } },
      { action: { action: 'status', status: 'archived' }, target: { ids: ['c'] } },
    ]);
  });

  test('deleting has no way back', () => expect(deleteWork(byHand)).not.toHaveProperty('undo'));
});

test('everybody whom the list shows is named by the filter, without undo', () => {
  for (const work of [tagWork(everybody, vip, true), statusWork(everybody, 'archived')]) {
    expect(work?.target).toEqual({ choice: { ...EVERYBODY, search: 'anna' } });
    expect(work).not.toHaveProperty('undo');
  }
});
