import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatPhone,
  isAlphanumericSender,
  isShortCode,
  parsePhone,
  phoneVariants,
  regionOf,
} from './phones.ts';

type Vector = {
  region: string;
  type: string;
  e164: string;
  national: string;
  international: string;
  rfc3966: string;
};

/** Example numbers of 244 regions with the expected forms, made by another implementation. */
const VECTORS: Vector[] = JSON.parse(
  readFileSync(new URL('./fixtures/phones_by_region.json', import.meta.url), 'utf8'),
);

const e164 = (raw: string, country: string | null = null) => {
  const phone = parsePhone(raw, country);
  return phone.ok ? phone.e164 : phone.reason;
};

describe('parsePhone on example numbers of every region', () => {
  test.each(['national', 'international', 'rfc3966', 'e164'] as const)('%s form', (form) => {
    for (const vector of VECTORS) {
      expect({ raw: vector[form], ...parsePhone(vector[form], vector.region) }).toMatchObject({
        raw: vector[form],
        ok: true,
        e164: vector.e164,
        warning: null,
        extension: null,
      });
    }
  });

  test('the region of the number', () => {
    // Shared plans: the number alone cannot tell Svalbard from Norway.
    const shared = { CC: 'AU', EH: 'MA', GG: 'GB', KZ: 'RU', MF: 'BL', SJ: 'NO' };
    for (const vector of VECTORS) {
      const expected =
        vector.type === 'TOLL_FREE' && vector.e164.startsWith('+180')
          ? 'US'
          : vector.type === 'MOBILE' && ['GG', 'KZ'].includes(vector.region)
            ? vector.region
            : (shared[vector.region as keyof typeof shared] ?? vector.region);
      expect([vector.e164, regionOf(vector.e164)]).toEqual([vector.e164, expected]);
    }
  });

  test('both printed forms', () => {
    // This library writes international numbers with spaces only.
    const spaced = (text: string) => text.replace(/[-.]/g, ' ');
    for (const vector of VECTORS) {
      expect(formatPhone(vector.e164, 'international')).toBe(spaced(vector.international));
      if (vector.region === 'HN' && vector.type === 'TOLL_FREE') continue; // newer grouping there
      expect(formatPhone(vector.e164, 'national')).toBe(vector.national);
    }
  });
});

describe('parsePhone on what people write', () => {
  test.each([
    ['(415) 555-2671', 'US', '+14155552671'],
    ['415.555.2671', 'US', '+14155552671'],
    ['0170 1234567', 'DE', '+491701234567'],
    ['0049 170 1234567', 'DE', '+491701234567'],
    ['011 49 170 1234567', 'US', '+491701234567'],
    ['+49 (0)170 1234567', 'US', '+491701234567'],
    ['14155552671', 'US', '+14155552671'],
    ['447911123456', 'GB', '+447911123456'],
    ['＋４９ １７０ １２３４５６７', null, '+491701234567'],
    ['tel:+1-415-555-2671', null, '+14155552671'],
    ['whatsapp:+14155552671', null, '+14155552671'],
    ['Mobile: +1 415 555 2671', null, '+14155552671'],
    ['Tel. 030 123456', 'DE', '+4930123456'],
    ['415-555-2671 (home)', 'US', '+14155552671'],
    ['415-555-2671 cell', 'US', '+14155552671'],
    [' +800 1234 5678 ', null, '+80012345678'],
  ])('%s in %s', (raw, country, expected) => {
    expect(e164(raw, country)).toBe(expected);
  });

  test.each([
    '+1 (415) 555-2671 x12',
    '+1 415-555-2671 ext. 12',
    'tel:+1-415-555-2671;ext=12',
    '+14155552671#12',
  ])('extension of %s', (raw) => {
    expect(parsePhone(raw, null)).toMatchObject({ e164: '+14155552671', extension: '12' });
  });

  test('a possible number of no known range is kept with a warning', () => {
    expect(parsePhone('+1 234 555 0123', null)).toMatchObject({ ok: true, warning: null });
    expect(parsePhone('+1 111 555 0123', null)).toMatchObject({
      ok: true,
      e164: '+11115550123',
      warning: 'possible_but_invalid',
    });
  });

  test("Mexico's outdated mobile form is kept as it is written", () => {
    expect(parsePhone('+52 1 55 1234 5678', null)).toEqual({
      ok: true,
      e164: '+5215512345678',
      extension: null,
      country: 'MX',
      warning: 'possible_but_invalid',
    });
  });

  test.each([
    ['', 'The phone number is empty.'],
    ['   ', 'The phone number is empty.'],
    ['hello', '"hello" is not a phone number.'],
    ['1', '"1" is too short to be a phone number.'],
    ['12', '"12" has too many or too few digits for a phone number of its country.'],
    ['anna@example.com', '"anna@example.com" is not a phone number.'],
    ['555 1234', '"555 1234" has too many or too few digits for a phone number of its country.'],
    [
      '+1 415 555 26719',
      '"+1 415 555 26719" has too many or too few digits for a phone number of its country.',
    ],
    ['+999 1234567', '"+999 1234567" has no known country code: write it as +country number.'],
    ['1'.repeat(80), 'The phone number is too long.'],
  ])('%s is refused', (raw, reason) => {
    expect(parsePhone(raw, 'US')).toEqual({ ok: false, reason });
  });

  test('without a country a national number is refused, with an unknown country too', () => {
    const reason = '"0170 1234567" has no known country code: write it as +country number.';
    expect(parsePhone('0170 1234567', null)).toEqual({ ok: false, reason });
    expect(parsePhone('0170 1234567', 'XX')).toEqual({ ok: false, reason });
  });

  test('any text gets an answer, and a number parses to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const phone = parsePhone(raw, 'US');
        if (!phone.ok) expect(phone.reason).toMatch(/\.$/);
        else expect(parsePhone(phone.e164, null)).toMatchObject({ ok: true, e164: phone.e164 });
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...VECTORS), fc.nat(9999), (vector, extension) => {
        const raw = `${vector.national} ext. ${extension}`;
        expect(parsePhone(raw, vector.region)).toMatchObject({
          e164: vector.e164,
          extension: String(extension),
        });
      }),
    );
  });
});

describe('senders that are no phone numbers', () => {
  test('short codes', () => {
    for (const code of ['262', '8383', '72345', '262966', ' 72345 ']) {
      expect(isShortCode(code)).toBe(true);
    }
    for (const other of ['12', '1234567', '+72345', 'DHL', '']) {
      expect(isShortCode(other)).toBe(false);
    }
    expect(isShortCode('72345', 'US')).toBe(true);
    // Ascension Island has subscriber numbers of five digits.
    expect(isShortCode('40123', 'AC')).toBe(false);
  });

  test('alphanumeric senders', () => {
    for (const sender of ['DHL', 'VM-HDFCBK', 'Bank24', 'ИНФО', 'My Shop']) {
      expect(isAlphanumericSender(sender)).toBe(true);
    }
    for (const other of ['+14155552671', '72345', '+1 415 555 2671 x12', 'a@b.de', '', '--']) {
      expect(isAlphanumericSender(other)).toBe(false);
    }
  });
});

describe('phoneVariants', () => {
  test.each([
    ['+525512345678', '+5215512345678'],
    ['+5491123456789', '+541123456789'],
    ['+5511987654321', '+551187654321'],
  ])('%s and %s are candidates of each other', (a, b) => {
    expect(phoneVariants(a)).toEqual([a, b]);
    expect(phoneVariants(b)).toEqual([b, a]);
  });

  test('a Brazilian landline, and any other number, stands alone', () => {
    for (const phone of ['+551123456789', '+14155552671', '+491701234567', '+52551234567']) {
      expect(phoneVariants(phone)).toEqual([phone]);
    }
  });

  test('being a variant is symmetric', () => {
    const digits = fc.stringMatching(/^[0-9]{8,12}$/);
    fc.assert(
      fc.property(fc.constantFrom('+52', '+54', '+55'), digits, (code, rest) => {
        const phone = code + rest;
        for (const variant of phoneVariants(phone)) {
          expect(phoneVariants(variant)).toContain(phone);
        }
      }),
    );
  });
});

test('formatPhone leaves what it cannot read', () => {
  expect(formatPhone('72345', 'national')).toBe('72345');
  expect(regionOf('72345')).toBe(null);
});
