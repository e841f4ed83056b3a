import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonLinesOptions, jsonLinesParser } from './json-lines.ts';
import { chunkSizes, readAll } from './parsing.fixtures.ts';

const message = (changes: Record<string, unknown> = {}) => ({
  contact: { phone: '+15550100' },
  direction: 'inbound',
  channel: 'sms',
  body: 'Hello',
  sent_at: '2023-07-04T17:06:07Z',
  ...changes,
});
const read = (file: string, options?: JsonLinesOptions) => readAll(jsonLinesParser(options), file);
const rowOf = (changes: Record<string, unknown>, options?: JsonLinesOptions) => {
  const { rows, rejections } = read(JSON.stringify(message(changes)), options);
  expect(rejections).toEqual([]);
  return rows[0]!;
};
const reasonOf = (line: unknown) => {
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  const { rows, rejections } = read(text);
  expect(rows).toEqual([]);
  expect(rejections).toHaveLength(1);
  return rejections[0]!.reason;
};

describe('valid lines', () => {
  test('every field', () => {
    const line = message({
      contact: {
        name: ' Anna Beck ',
        phone: '+15550100',
        email: 'anna@example.com',
        external_id: 'wa-7',
        channel: 'whatsapp',
      },
      direction: 'outbound',
      channel: 'email',
      subject: 'Lunch',
      id: 'm-1',
    });
    expect(read(JSON.stringify(line))).toEqual({
      rows: [
        {
          line: 1,
          contact: {
            name: 'Anna Beck',
            phone: '+15550100',
            email: 'anna@example.com',
            external_id: 'wa-7',
            channel: 'whatsapp',
          },
          direction: 'outbound',
          channel: 'email',
          body: 'Hello',
          subject: 'Lunch',
          sent_at: '2023-07-04T17:06:07.000Z',
          external_id: 'm-1',
          attachments: [],
        },
      ],
      rejections: [],
      summary: { skipped: {} },
    });
  });

  test("an external id without a channel belongs to the row's channel", () => {
    const row = rowOf({ contact: { external_id: 'u7' }, channel: 'telegram' });
    expect(row.contact).toEqual({ external_id: 'u7', channel: 'telegram' });
  });

  test('null and blank optional fields are absent, unknown fields are ignored', () => {
    const row = rowOf({ contact: { phone: '+15550100', name: ' ', email: null }, id: null, x: 1 });
    expect(row).not.toHaveProperty('external_id');
    expect(row.contact).toEqual({ phone: '+15550100' });
  });

  test.each([
    ['2023-07-04T17:06:07Z', '2023-07-04T17:06:07.000Z'],
    ['2023-07-04T17:06:07.5+02:00', '2023-07-04T15:06:07.500Z'],
    ['2023-07-04 17:06:07.123456-0330', '2023-07-04T20:36:07.123Z'],
    ['2023-07-04T17:06+02', '2023-07-04T15:06:00.000Z'],
    ['2024-02-29T23:59:59-12:00', '2024-03-01T11:59:59.000Z'],
    ['2023-07-04T17:06:07', '2023-07-04T15:06:07.000Z'],
    ['2023-07-04', '2023-07-03T22:00:00.000Z'],
  ])('sent_at %s', (sent_at, expected) => {
    expect(rowOf({ sent_at }, { zone: 'Europe/Berlin' }).sent_at).toBe(expected);
  });

  test('blank lines, CR LF, a byte order mark and a last line without an end', () => {
    const line = JSON.stringify(message());
    expect(read(`\ufeff${line}\r\n\r\n  \n${line}`).rows.map((row) => row.line)).toEqual([1, 4]);
  });

  test('NUL and halves of surrogate pairs are removed', () => {
    expect(rowOf({ body: 'a\0b\ud83dc😀' }).body).toBe('abc😀');
  });
});

describe('rejected lines', () => {
  test.each([
    ['hello', 'The line is not valid JSON.'],
    ['{"contact":', 'The line is not valid JSON.'],
    ['[{}]', 'The line is a list: write one object per line.'],
    ['7', 'The line is not an object.'],
    ['null', 'The line is not an object.'],
  ])('%s', (line, reason) => {
    expect(reasonOf(line)).toBe(reason);
  });

  test.each([
    [{ contact: undefined }, 'contact is missing.'],
    [{ contact: 'Anna' }, 'contact is not an object.'],
    [{ contact: {} }, 'The contact has no phone, e-mail or external id.'],
    [
      { contact: { name: 'Anna', channel: 'sms' } },
      'The contact has no phone, e-mail or external id.',
    ],
    [{ contact: { phone: 15550100 } }, 'contact.phone is not text: 15550100'],
    [{ contact: { phone: 'Anna' } }, 'contact.phone is not a phone number: "Anna"'],
    [{ contact: { email: 'anna' } }, 'contact.email is not an e-mail address: "anna"'],
    [
      { contact: { phone: '1', name: 'x'.repeat(201) } },
      'contact.name is longer than 200 characters.',
    ],
    [{ direction: 'in' }, 'direction is not one of inbound, outbound: "in"'],
    [{ direction: undefined }, 'direction is missing.'],
    [{ body: undefined }, 'body is missing.'],
    [{ body: ' \n' }, 'body is empty.'],
    [{ body: 7 }, 'body is not text: 7'],
    [{ body: 'x'.repeat(100_001) }, 'body is longer than 100,000 characters.'],
    [{ sent_at: undefined }, 'sent_at is missing.'],
    [{ sent_at: 'yesterday' }, 'sent_at is not a date: "yesterday"'],
    [{ sent_at: '2023-02-29T10:00:00Z' }, 'sent_at is not a date: "2023-02-29T10:00:00Z"'],
    [
      { sent_at: '2023-01-01T10:00:00+25:00' },
      'sent_at is not a date: "2023-01-01T10:00:00+25:00"',
    ],
    [{ sent_at: 1688490367000 }, 'sent_at is not a date: 1688490367000'],
    [{ subject: ['a'] }, 'subject is not text: ["a"]'],
    [
      { channel: 'fax' },
      'channel is not one of sms, whatsapp, facebook_messenger, instagram_dm, email, voice, telegram, widget: "fax"',
    ],
  ])('%j', (changes, reason) => {
    expect(reasonOf(message(changes))).toBe(reason);
  });

  test('a line of more than 1 MB costs only itself', () => {
    const line = JSON.stringify(message());
    const file = `${line}\n${' '.repeat(1_000_001)}\n${JSON.stringify(message({ body: 'x'.repeat(1_100_000) }))}\n${line}`;
    expect(readAll(jsonLinesParser(), file, [65_536])).toMatchObject({
      rows: [{ line: 1 }, { line: 4 }],
      rejections: [{ line: 3, reason: 'The line is longer than 1 MB.' }],
    });
  });
});

test('any chunks give the same result', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.string({ unit: 'grapheme' }).map((body) => JSON.stringify(message({ body }))),
    fc.constantFrom('', '\r', '\ufeff'),
  );
  const end = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end)), chunkSizes, (lines, sizes) => {
      const file = lines.flat().join('');
      expect(readAll(jsonLinesParser(), file, sizes)).toEqual(read(file));
    }),
  );
});
