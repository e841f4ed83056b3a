import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunkSizes, chunksOf, readAll } from './parsing.fixtures.ts';
import { contactNameFromFileName } from './whatsapp-people.ts';
import { scanWhatsApp } from './whatsapp-scan.ts';
import { type WhatsAppOptions, whatsAppParser } from './whatsapp.ts';

const scan = (file: string, sizes = [file.length || 1]) => {
  const first = scanWhatsApp();
  for (const chunk of chunksOf(file, sizes)) first.push(chunk);
  return first.end();
};
const read = (file: string, options?: WhatsAppOptions, sizes?: number[]) =>
  readAll(whatsAppParser(scan(file, sizes), options), file, sizes);
const withAnna = { contact_name: 'Anna Beck' };
/** "12:00 in Anna: hi" */
const short = (file: string, options: WhatsAppOptions = withAnna) =>
  read(file, options).rows.map(
    ({ sent_at, direction, contact, body }) =>
      `${sent_at.slice(0, 16)} ${direction} ${contact.name ?? contact.phone}: ${body}`,
  );

const ANDROID = `31/12/2023, 21:40 - Messages and calls are end-to-end encrypted. Tap to learn more.
31/12/2023, 21:45 - Anna Beck: Happy new year!
Two lines

and a third after a gap
31/12/2023, 21:46 - Kai Lund: You too <This message was edited>
31/12/2023, 21:46 - Anna Beck: <Media omitted>
31/12/2023, 21:47 - Anna Beck: IMG-20231231-WA0001.jpg (file attached)
The fireworks
01/01/2024, 08:00 - Kai Lund: This message was deleted
01/01/2024, 08:01 - Anna Beck: ratio 1:2, see: this
`;

describe('an Android chat of two', () => {
  test('everything', () => {
    const anna = { name: 'Anna Beck', external_id: 'Anna Beck', channel: 'whatsapp' };
    const row = { contact: anna, direction: 'inbound', channel: 'whatsapp', attachments: [] };
    expect(read(ANDROID, { ...withAnna, zone: 'Europe/Berlin' })).toEqual({
      rows: [
        {
          ...row,
          line: 2,
          body: 'Happy new year!\nTwo lines\n\nand a third after a gap',
          sent_at: '2023-12-31T20:45:00.000Z',
        },
        {
          ...row,
          line: 6,
          direction: 'outbound',
          body: 'You too',
          sent_at: '2023-12-31T20:46:00.000Z',
        },
        {
          ...row,
          line: 7,
          body: null,
          sent_at: '2023-12-31T20:46:00.000Z',
          attachments: [{ name: null, content_type: 'application/octet-stream', omitted: true }],
        },
        {
          ...row,
          line: 8,
          body: 'The fireworks',
          sent_at: '2023-12-31T20:47:00.000Z',
          attachments: [
            { name: 'IMG-20231231-WA0001.jpg', content_type: 'image/jpeg', omitted: false },
          ],
        },
        { ...row, line: 11, body: 'ratio 1:2, see: this', sent_at: '2024-01-01T07:01:00.000Z' },
      ],
      rejections: [],
      summary: { skipped: { system: 1, deleted: 1 } },
    });
  });

  test('a phone number for the contact replaces the name as identity', () => {
    const { rows } = read(ANDROID, { ...withAnna, contact_phone: '+49 170 1234567' });
    expect(rows[0]!.contact).toEqual({ name: 'Anna Beck', phone: '+49 170 1234567' });
  });

  test('a contact who is shown by number', () => {
    const file = ANDROID.replaceAll('Anna Beck', '+49 170 1234567');
    expect(read(file, { own_names: ['Kai Lund'] }).rows[0]!.contact).toEqual({
      phone: '+49 170 1234567',
    });
  });
});

describe('an iOS chat', () => {
  const IOS = `\ufeff[07.03.26, 21:22:39] Anna Beck: \u200eNachrichten in einer Sprache von morgen.
[07.03.26, 21:22:40] Anna Beck: Hey 👋
\u200e[07.03.26, 21:23:00] Kai Lund: \u200eBild weggelassen
[07.03.26, 21:24:00] Anna Beck: \u200eVerpasster Sprachanruf
[07.03.26, 21:25:00] Kai Lund: \u200e<Anhang: 00000005-PHOTO-2026.jpg>\r
[07.03.26, 21:26:00] Anna Beck: Bis morgen \u200e<Diese Nachricht wurde bearbeitet.>`;

  test('marks, seconds, and notices under the name of the contact', () => {
    expect(short(IOS)).toEqual([
      '2026-03-07T21:22 inbound Anna Beck: Hey 👋',
      '2026-03-07T21:23 outbound Anna Beck: null',
      '2026-03-07T21:25 outbound Anna Beck: null',
      '2026-03-07T21:26 inbound Anna Beck: Bis morgen',
    ]);
    expect(read(IOS, withAnna).summary.skipped).toEqual({ system: 1, call: 1 });
  });

  test('a group writes notices under its own name, and is no participant', () => {
    const file = `[01/02/24, 10:00:00] Trip 2024: \u200eMessages are end-to-end encrypted.
[01/02/24, 10:00:00] Trip 2024: \u200eAnna created this group
[13/02/24, 10:00:01] Anna: hello
[13/02/24, 10:00:02] Kai: hi`;
    expect(scan(file).participants.map(({ name }) => name)).toEqual(['Anna', 'Kai']);
    expect(read(file, { own_names: ['kai'] })).toMatchObject({
      rows: [{ direction: 'inbound' }, { direction: 'outbound' }],
      summary: { skipped: { system: 2 } },
    });
  });

  test('a first message that is a photo is not a notice', () => {
    const file = `[13/02/24, 10:00:01] Anna Beck: \u200eimage omitted\n[13/02/24, 10:00:02] Kai: hi`;
    expect(read(file, withAnna).rows).toHaveLength(2);
  });
});

describe('day and month', () => {
  const chat = (...dates: string[]) =>
    dates.map((date, i) => `${date} - ${i % 2 === 0 ? 'Anna Beck' : 'Kai'}: hi`).join('\n');
  const orderOf = (...dates: string[]) => {
    const { date_order, date_order_certain } = scan(chat(...dates));
    return `${date_order}${date_order_certain ? '' : '?'}`;
  };

  test.each([
    ['a day above 12 comes late', ['1/2/23, 10:00', '2/2/23, 10:00', '13/2/23, 10:00'], 'dmy'],
    ['a day above 12 in second place', ['1/2/23, 10:00', '1/13/23, 10:00'], 'mdy'],
    ['time runs forward as day, month', ['5/1/23, 10:00', '3/2/23, 10:00'], 'dmy'],
    ['time runs forward as month, day', ['1/5/23, 10:00', '2/3/23, 10:00'], 'mdy'],
    ['dots', ['1.2.23, 10:00'], 'dmy?'],
    ['slashes and 24 hours', ['1/2/23, 10:00'], 'dmy?'],
    ['slashes, AM and a short year', ['1/2/23, 10:00 AM'], 'mdy?'],
    ['slashes, am and a long year', ['1/2/2023, 10:00 am'], 'dmy?'],
    ['the year first', ['2023-01-02, 10:00'], 'ymd'],
  ])('%s', (_, dates, expected) => {
    expect(orderOf(...dates)).toBe(expected);
  });

  test('the order of the scan is used from the first line on, and can be forced', () => {
    const file = chat('1/2/23, 10:00', '13/2/23, 10:00');
    expect(short(file).map((row) => row.slice(0, 10))).toEqual(['2023-02-01', '2023-02-13']);
    const open = chat('1/2/23, 10:00', '1/3/23, 10:00');
    expect(short(open, { ...withAnna, date_order: 'mdy' }).map((row) => row.slice(0, 10))).toEqual([
      '2023-01-02',
      '2023-01-03',
    ]);
  });

  test('a date that does not exist is rejected with its line', () => {
    const file = chat('1/2/23, 10:00', '13/2/23, 10:00');
    expect(read(file, { ...withAnna, date_order: 'mdy' }).rejections).toEqual([
      { line: 2, reason: 'The date 13/2/23 does not exist with the month before the day.' },
    ]);
  });

  test('a Buddhist year', () => {
    expect(short(chat('31/12/2566 21:45'))[0]).toMatch(/^2023-12-31T21:45/);
  });

  test('times are of the zone, across the change of clocks', () => {
    const file = chat('30/03/2024, 12:00', '31/03/2024, 12:00');
    expect(short(file, { ...withAnna, zone: 'Europe/Berlin' }).map((r) => r.slice(11, 16))).toEqual(
      ['11:00', '10:00'],
    );
  });
});

describe('who is who', () => {
  const chat = (...names: string[]) =>
    names.map((name, i) => `13/02/2024, 10:${i + 10} - ${name}: hi ${i}`).join('\n');

  test('nobody can tell: the participants are given, and no row', () => {
    expect(read(chat('Kai', 'Anna', 'Anna'))).toEqual({
      rows: [],
      rejections: [],
      summary: { skipped: {}, needs: 'own_name', participants: ['Anna', 'Kai'] },
    });
  });

  test.each<[string, string[], WhatsAppOptions, string[]]>([
    ['own name', ['Anna', 'Kai'], { own_names: ['KAI '] }, ['in Anna', 'out Anna']],
    [
      'one of several own names',
      ['Anna', 'Kai'],
      { own_names: ['K. Lund', 'Kai'] },
      ['in Anna', 'out Anna'],
    ],
    ['the contact of the file', ['Anna', 'Kai'], { contact_name: 'anna' }, ['in Anna', 'out Anna']],
    [
      'a file name without ":"',
      ['A/B: C', 'Kai', 'A/B: C', 'A/B: C'],
      { contact_name: 'A B  C' },
      ['in A/B: C', 'out A/B: C', 'in A/B: C', 'in A/B: C'],
    ],
    [
      'the contact, though own names are others',
      ['Anna', 'Kai'],
      { own_names: ['Acme'], contact_name: 'Anna' },
      ['in Anna', 'out Anna'],
    ],
    ['only the contact wrote', ['Anna'], { contact_name: 'Anna' }, ['in Anna']],
    ['only somebody else wrote', ['Anna'], { own_names: ['Kai'] }, ['in Anna']],
    ['only we wrote', ['Kai'], { own_names: ['Kai'], contact_name: 'Anna' }, ['out Anna']],
  ])('%s', (_, names, options, expected) => {
    expect(
      read(chat(...names), options).rows.map(
        ({ direction, contact }) => `${direction.replace('bound', '')} ${contact.name}`,
      ),
    ).toEqual(expected);
  });

  test.each<[string, string[], WhatsAppOptions]>([
    ['a contact who is not among two', ['Anna', 'Kai'], { contact_name: 'Trip' }],
    ['an own name that nobody has', ['Anna', 'Kai'], { own_names: ['Kia'] }],
    ['one writer, nothing known', ['Kai'], {}],
    ['one writer, who is not the contact', ['Kai'], { contact_name: 'Anna' }],
    ['we alone, and the contact unknown', ['Kai'], { own_names: ['Kai'] }],
    ['a group', ['Anna', 'Ben', 'Kai'], { contact_name: 'Trip' }],
    ['a group with the name of a member', ['Anna', 'Ben', 'Kai'], { contact_name: 'Anna' }],
  ])('%s: a person must say', (_, names, options) => {
    expect(read(chat(...names), options).summary.needs).toBe('own_name');
  });

  test('a group: inbound belongs to the sender, outbound goes to each', () => {
    const file = chat('~\u202fAnna', '+49 170 1234567', 'Kai');
    const { rows } = read(file, { own_names: ['Kai'], contact_name: 'Trip', contact_phone: '1' });
    expect(rows.map(({ line, contact }) => [line, contact.name ?? contact.phone])).toEqual([
      [1, 'Anna'],
      [2, '+49 170 1234567'],
      [3, 'Anna'],
      [3, '+49 170 1234567'],
    ]);
    expect(rows[0]!.group).toEqual({ name: 'Trip', participants: ['Anna', '+49 170 1234567'] });
  });

  test('our messages to a group of more than 20 are counted, not multiplied', () => {
    const names = Array.from({ length: 21 }, (_, i) => `Person ${i}`);
    const { rows, summary } = read(chat(...names, 'Kai'), { own_names: ['Kai'] });
    expect(rows).toHaveLength(21);
    expect(summary.skipped).toEqual({ sent_to_large_group: 1 });
    const smaller = read(chat(...names.slice(1), 'Kai'), { own_names: ['Kai'] });
    expect(smaller.rows).toHaveLength(40);
  });
});

describe('damaged and foreign files', () => {
  test.each(['', 'hello\nworld', '{"a":1}'])('%j is no chat', (file) => {
    expect(read(file)).toEqual({
      rows: [],
      rejections: [
        {
          line: 1,
          reason: 'This is no WhatsApp chat export: no line begins with a date and time.',
        },
      ],
      summary: { skipped: {} },
    });
  });

  test('text before the first message', () => {
    expect(read(`lost\nlines\n${ANDROID}`, withAnna)).toMatchObject({
      rows: Array(5).fill({}),
      rejections: [
        { line: 1, reason: 'The text before the first message has no date and was left out.' },
      ],
    });
  });

  test('quoted headers of another layout are text', () => {
    const file = ANDROID.replace('Two lines', '[31/12/23, 21:45:10] Bob: quoted');
    expect(read(file, withAnna).rows[0]!.body).toContain('\n[31/12/23, 21:45:10] Bob: quoted\n');
    expect(scan(file).style).toBe('dash');
  });

  test('a message of more than 100,000 characters, in one line or in many', () => {
    for (const body of ['x'.repeat(250_000), 'x\n'.repeat(60_000)]) {
      const file = ANDROID.replace('Two lines', body);
      expect(read(file, withAnna)).toMatchObject({
        rows: Array(4).fill({}),
        rejections: [{ line: 2, reason: 'The text is longer than 100,000 characters.' }],
      });
    }
  });

  test('NUL and halves of surrogate pairs are removed', () => {
    const file = '13/02/2024, 10:00 - An\0na: a\0b\ud83dc';
    expect(read(file, { contact_name: 'Anna' }).rows[0]).toMatchObject({
      contact: { name: 'Anna' },
      body: 'abc',
    });
    expect(read('13/02/2024, 10:00 - Anna: \0', { contact_name: 'Anna' })).toMatchObject({
      rows: [],
      summary: { skipped: { empty: 1 } },
    });
  });

  test('an unknown zone', () => {
    expect(() => read(ANDROID, { ...withAnna, zone: 'Nowhere' })).toThrow(RangeError);
  });
});

test.each([
  ['WhatsApp Chat with Anna Beck.txt', 'Anna Beck'],
  ['/tmp/up/WhatsApp Chat with Anna Beck (2).txt', 'Anna Beck'],
  ['WhatsApp_Chat_with_Anna.txt', 'Anna'],
  ['WhatsApp Chat - Anna.zip', 'Anna'],
  ['WhatsApp Chat mit Anna.txt', 'Anna'],
  ['Chat de WhatsApp con Anna.txt', 'Anna'],
  ['Conversa do WhatsApp com Anna.txt', 'Anna'],
  ['Discussion WhatsApp avec Anna.txt', 'Anna'],
  ['WhatsApp-chat met Anna.txt', 'Anna'],
  ['Чат WhatsApp с Анна.txt', 'Анна'],
  ['Czat WhatsApp z użytkownikiem Anna.txt', 'Anna'],
  ['WhatsApp Chat with +49 170 1234567.txt', '+49 170 1234567'],
  ['_chat.txt', null],
  ['notes with Anna.txt', null],
])('contactNameFromFileName(%s)', (fileName, expected) => {
  expect(contactNameFromFileName(fileName)).toBe(expected);
});

test('any chunks give the same result, in both passes', () => {
  const line = fc.oneof(
    fc.constantFrom(...ANDROID.split('\n')),
    fc.constantFrom(
      '[07.03.26, 21:22:40] Anna Beck: Hey',
      '',
      '\r',
      '\u200e',
      '99/99/99, 1:1 - x: y',
    ),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }).map((body) => `13/02/2024, 9:00\u202fPM - Kai: ${body}`),
  );
  fc.assert(
    fc.property(fc.array(line), chunkSizes, fc.boolean(), (lines, sizes, known) => {
      const file = lines.join('\n');
      const options = known ? { own_names: ['Kai', 'Kai Lund'] } : {};
      expect(scan(file, sizes)).toEqual(scan(file));
      expect(read(file, options, sizes)).toEqual(read(file, options));
    }),
  );
});
