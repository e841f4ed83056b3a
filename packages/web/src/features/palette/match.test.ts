import { describe, expect, test } from 'vitest';
import { matchingEntries } from './match.ts';

const entries = [
  { label: 'Import a history', words: 'upload sms' },
  { label: 'Sign out', words: 'log leave' },
  { label: 'Theme: dark', words: 'switch' },
  { label: 'Zürich' },
];
const labels = (text: string) => matchingEntries(entries, text).map(({ label }) => label);

describe('what the palette finds', () => {
  test('all, for nothing typed', () => expect(labels('  ')).toHaveLength(4));
  test('each word may begin any word, in any order and case', () => {
    expect(labels('HIST imp')).toEqual(['Import a history']);
    expect(labels('dark theme')).toEqual(['Theme: dark']);
    expect(labels('upl')).toEqual(['Import a history']);
  });
  test('not the middle of a word', () => expect(labels('port')).toEqual([]));
  test('accents do not matter', () => expect(labels('zuri')).toEqual(['Zürich']));
  test('labels that begin with the text come first', () => {
    expect(labels('s')).toEqual(['Sign out', 'Import a history', 'Theme: dark']);
  });
});
