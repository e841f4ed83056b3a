import type { ContactNote } from '@rapport/contract/notes.api';
import { describe, expect, test } from 'vitest';
import { findNotes, sortNotes } from './note-filter.ts';

const note = (id: string, more: Partial<ContactNote> = {}) =>
  ({
    id,
    body: id,
    origin: 'manual',
    area: 'general',
    author_label: 'Ada',
    pinned: false,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    ...more,
  }) as ContactNote;
const ids = (notes: ContactNote[]) => notes.map(({ id }) => id);

describe('the order of notes', () => {
  const early = note('early', { updated_at: '2026-03-01T00:00:00Z' });
  const late = note('late', {
    created_at: '2026-02-01T00:00:00Z',
    updated_at: '2026-02-01T00:00:00Z',
  });
  const pinned = note('pinned', { pinned: true });
  const memory = note('memory', { area: 'memory' });
  const all = [early, pinned, late, memory];

  test('memory, then pinned ones, whatever the order', () => {
    expect(ids(sortNotes(all, 'newest'))).toEqual(['memory', 'pinned', 'late', 'early']);
    expect(ids(sortNotes(all, 'oldest'))).toEqual(['memory', 'pinned', 'early', 'late']);
    expect(ids(sortNotes(all, 'recently_edited'))).toEqual(['memory', 'pinned', 'early', 'late']);
  });
});

test('a pill and words leave the notes that have both', () => {
  const all = [
    note('a', { body: 'Likes **oak**' }),
    note('b', { body: 'oak too', area: 'alert' }),
    note('c', { body: 'pine' }),
  ];
  expect(ids(findNotes(all, 'all', 'OAK'))).toEqual(['a', 'b']);
  expect(ids(findNotes(all, 'alert', 'oak'))).toEqual(['b']);
  expect(ids(findNotes(all, 'all', 'ada pine'))).toEqual(['c']);
});
