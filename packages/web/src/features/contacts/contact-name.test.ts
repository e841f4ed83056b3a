import { describe, expect, test } from 'vitest';
import { titleOf, workOf } from './contact-name.ts';

const nobody = { first_name: '', last_name: '', phones: [], emails: [], identities: [] };
const phone = (phone_number: string, is_preferred = false) => ({
  id: phone_number,
  phone_number,
  label: null,
  is_preferred,
});
const email = { id: 'e', email: 'anna@example.com', label: null, is_preferred: true };

describe('titleOf', () => {
  test('is the name when one is known', () => {
    expect(titleOf({ ...nobody, first_name: 'Anna', last_name: 'Berg' })).toBe('Anna Berg');
    expect(titleOf({ ...nobody, first_name: 'Unknown', last_name: 'Berg' })).toBe('Berg');
  });

  test('is the preferred phone number, then the e-mail address, then the channel id', () => {
    const phones = [phone('+12075550101'), phone('+12075550102', true)];
    expect(titleOf({ ...nobody, phones, emails: [email] })).toBe('(207) 555-0102');
    expect(titleOf({ ...nobody, emails: [email] })).toBe('anna@example.com');
    const identities = [{ channel: 'telegram' as const, external_id: '@anna' }];
    expect(titleOf({ ...nobody, identities })).toBe('@anna');
  });

  test('says so when nothing is known', () => {
    expect(titleOf({ ...nobody, first_name: ' unknown ', last_name: 'UNKNOWN' })).toBe('Unknown');
  });
});

test('workOf joins what is known', () => {
  expect(workOf({ company: 'Acme', job_title: 'Owner' })).toBe('Owner, Acme');
  expect(workOf({ company: 'Acme', job_title: null })).toBe('Acme');
  expect(workOf({ company: null, job_title: null })).toBe('');
});
