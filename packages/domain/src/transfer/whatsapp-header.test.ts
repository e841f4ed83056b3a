import { describe, expect, test } from 'vitest';
import { headerOf } from './whatsapp-header.ts';
import { splitSender } from './whatsapp-lines.ts';

const shown = (line: string) => {
  const header = headerOf(line);
  if (header === null) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  const time = [header.hour, header.minute, header.second].map(two).join(':');
  return `${header.numbers.join(' ')} ${time}|${header.rest}`;
};

describe('headerOf', () => {
  test.each([
    ['12/31/23, 9:45 PM - Anna: hi', '12 31 23 21:45:00|Anna: hi'],
    ['12/31/23, 9:45\u202fPM - Anna: hi', '12 31 23 21:45:00|Anna: hi'],
    ['31/12/2023, 21:45 - Anna: hi', '31 12 2023 21:45:00|Anna: hi'],
    ['31/12/2023 21:45 - Anna: hi', '31 12 2023 21:45:00|Anna: hi'],
    ['31.12.23, 21:45 - Anna: hi', '31 12 23 21:45:00|Anna: hi'],
    ['31. 12. 2023 21:45 - Anna: hi', '31 12 2023 21:45:00|Anna: hi'],
    ['31.12.2023 klo 21.45 - Anna: hi', '31 12 2023 21:45:00|Anna: hi'],
    ['31-12-2023 21:45 - Anna: hi', '31 12 2023 21:45:00|Anna: hi'],
    ['2023-12-31, 21:45 - Anna: hi', '2023 12 31 21:45:00|Anna: hi'],
    ['2023-12-31, 9:45 p.m. - Anna: hi', '2023 12 31 21:45:00|Anna: hi'],
    ['28/3/2025, 9:29\u00a0p.\u00a0m. - Anna: hi', '28 3 2025 21:29:00|Anna: hi'],
    ['28/3/2025, 12:05 a. m. - Anna: hi', '28 3 2025 00:05:00|Anna: hi'],
    ['31.12.23 г., 21:45 ч. - Anna: hi', '31 12 23 21:45:00|Anna: hi'],
    ['31/12/23 18.00 - Anna: hi', '31 12 23 18:00:00|Anna: hi'],
    ['2023/12/31 下午9:45 - Anna: hi', '2023 12 31 21:45:00|Anna: hi'],
    ['2023年12月31日 21:45 - Anna: hi', '2023 12 31 21:45:00|Anna: hi'],
    ['2023년 12월 31일 오후 9:45, Anna : hi', '2023 12 31 21:45:00|Anna : hi'],
    ['\u200f٣١\u200f/١٢\u200f/٢٠٢٣، ٩:٤٥ م - Anna: hi', '31 12 2023 21:45:00|Anna: hi'],
    ['31/12/2566 21:45 - Anna: hi', '31 12 2566 21:45:00|Anna: hi'],
    ['[31/12/23, 21:45:10] Anna: hi', '31 12 23 21:45:10|Anna: hi'],
    ['\u200e[31/12/23, 21:45:10] Anna: \u200ehi', '31 12 23 21:45:10|Anna: \u200ehi'],
    ['[12/31/23, 9:45:10\u202fPM] Anna: hi', '12 31 23 21:45:10|Anna: hi'],
    ['[31.12.2023 klo 14.08.18] Anna: hi', '31 12 2023 14:08:18|Anna: hi'],
    ['[31.12.23 um 21:45:10] Anna: hi', '31 12 23 21:45:10|Anna: hi'],
    ['[2023/12/31 下午9:45:10] Anna: hi', '2023 12 31 21:45:10|Anna: hi'],
    ['[31/12/2023, 9:45:10 ÖS] Anna: hi', '31 12 2023 21:45:10|Anna: hi'],
    ['3/24/14, 1:59:59 PM: Anna: hi', '3 24 14 13:59:59|Anna: hi'],
    ['24/3/14 13:59:59: Anna: hi', '24 3 14 13:59:59|Anna: hi'],
    ['\ufeff31/12/2023, 21:45 - Anna: hi', '31 12 2023 21:45:00|Anna: hi'],
  ])('%s', (line, expected) => {
    expect(shown(line)).toBe(expected);
  });

  test.each([
    '',
    'hi',
    '10 - 12 people: yes',
    '31/12/2023 - dinner: at 8',
    '12:30 - lunch: soup',
    '[1] first: item',
    '[not a date] Anna: hi',
    '31/12/2023, 25:45 - Anna: hi',
    '31/12/2023, 21:45 sharp - Anna: hi',
    '1.2.3.4 21:45 - x: y',
    '31/12/2023, 21:45 Anna: hi',
  ])('%s continues a message', (line) => {
    expect(headerOf(line)).toBe(null);
  });
});

describe('splitSender', () => {
  test.each([
    ['Anna: hi', 'Anna', 'hi'],
    ['Anna: hi: there', 'Anna', 'hi: there'],
    ['Anna:', 'Anna', ''],
    ['Anna : hi', 'Anna', 'hi'],
    ['+49 170 1234567: hi', '+49 170 1234567', 'hi'],
    ['\u202a+49 170 1234567\u202c: hi', '+49 170 1234567', 'hi'],
    ['~\u202fAnna: hi', 'Anna', 'hi'],
    ['Bob "Rock" Lee: hi', 'Bob "Rock" Lee', 'hi'],
    ['Anna: see http://x.example', 'Anna', 'see http://x.example'],
    ['Team: North: hi', 'Team: North', 'hi'],
    ['Anna: \u200eimage omitted', 'Anna', '\u200eimage omitted'],
    ['Anna: one\ntwo', 'Anna', 'one\ntwo'],
  ])('%s', (text, name, body) => {
    expect(splitSender(text, ['Team: North'])).toEqual({ name, body });
  });

  test.each([
    'Messages and calls are end-to-end encrypted.',
    'Anna created group "Rome: 2024"',
    'Anna hat die Gruppe „Rom: 2024“ erstellt',
    'Anna changed the subject to “a: b”',
    ': hi',
    '\u200e: hi',
    `${'x'.repeat(101)}: hi`,
    'Anna joined\nNote: hi',
  ])('%s is a system line', (text) => {
    expect(splitSender(text, [])).toBe(null);
  });
});
