import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSegments } from './segments.ts';
import { smartEncode } from './smart-encoding.ts';

type Vector = { text: string; encoding: string; segments: number; units?: number };
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('./fixtures/sms_segments_edge_expected.json', import.meta.url), 'utf8'),
);

describe('the parts of an SMS', () => {
  test.each(vectors)('are those of an independent counter: $text', ({ text, ...expected }) => {
    const { encoding, segments, units } = countSegments(text);
    expect({ encoding, segments, units }).toEqual({ units: 0, ...expected });
  });

  test('begin anew where the first is full', () => {
    const partsOf = (text: string) => countSegments(text).segments;
    expect([160, 161, 306, 307].map((n) => partsOf('a'.repeat(n)))).toEqual([1, 2, 2, 3]);
    expect([70, 71, 134, 135].map((n) => partsOf('ж'.repeat(n)))).toEqual([1, 2, 2, 3]);
  });

  test('never tear an escape or a pair apart', () => {
    // 152 septets leave one free, which an escape and its letter do not fit into.
    expect(countSegments('a'.repeat(152) + '€'.repeat(76)).segments).toBe(2);
    expect(countSegments('a'.repeat(152) + '€' + 'a'.repeat(152)).segments).toBe(3);
    expect(countSegments('ж'.repeat(66) + '😀'.repeat(33)).segments).toBe(2);
    expect(countSegments('ж'.repeat(66) + '😀' + 'ж'.repeat(66)).segments).toBe(3);
  });

  test('hold what is said to be left of the last one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { segments, room_left, encoding } = countSegments(text);
        const filler = encoding === 'GSM-7' ? 'a' : 'ж';
        const full = text + filler.repeat(room_left);
        fc.pre(text !== '' && countSegments(text + filler).encoding === encoding);
        expect(countSegments(full).segments).toBe(segments);
        expect(countSegments(full + filler).segments).toBeGreaterThan(segments);
      }),
    );
  });
});

describe('smart encoding', () => {
  test('turns what word processors put in into plain characters', () => {
    const text = '“It’s here”\u00a0– see you…';
    expect(countSegments(text).encoding).toBe('UCS-2');
    expect(smartEncode(text)).toBe('"It\'s here" - see you...');
    expect(countSegments(smartEncode(text)).encoding).toBe('GSM-7');
  });

  test('leaves letters and emoji as they are', () => {
    for (const text of ['Žluťoučký kůň', 'Grüße, Ñandú', '👩‍👩‍👧 ok', 'a\nb\r\nc'])
      expect(smartEncode(text)).toBe(text);
  });

  test('never needs more parts than the text itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!/[…‥‼¼½¾]/.test(text));
        expect(countSegments(smartEncode(text)).segments).toBeLessThanOrEqual(
          countSegments(text).segments,
        );
      }),
    );
  });
});
