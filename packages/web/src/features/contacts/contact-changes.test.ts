import type { Contact } from '@rapport/contract/contacts.api';
import { describe, expect, test } from 'vitest';
import { clashesOf, currentValues, savedSentence } from './contact-changes.ts';

const seen = { company: 'Acme', job_title: null, first_name: 'Anna', last_name: '' } as Contact;

describe('two people change one contact', () => {
  test('other fields do not clash', () => {
    expect(clashesOf({ company: 'Berg' }, seen, { ...seen, job_title: 'Owner' })).toEqual([]);
  });

  test('the same field clashes unless both want the same', () => {
    expect(clashesOf({ company: 'Berg' }, seen, { ...seen, company: 'Bergs' })).toEqual([
      'company',
    ]);
    expect(clashesOf({ company: 'Berg' }, seen, { ...seen, company: 'Berg' })).toEqual([]);
    expect(
      clashesOf({ company: null, first_name: 'Ann' }, seen, { ...seen, company: 'B' }),
    ).toEqual(['company']);
  });
});

test('undo brings back what was there', () => {
  expect(currentValues(seen, { company: 'Berg', job_title: 'Owner' })).toEqual({
    company: 'Acme',
    job_title: null,
  });
});

test('says what was saved', () => {
  expect(savedSentence({ first_name: 'Anna', last_name: 'Berg' })).toBe('Name saved');
  expect(savedSentence({ job_title: 'Owner' })).toBe('Title saved');
  expect(savedSentence({ company: null })).toBe('Company cleared');
});
