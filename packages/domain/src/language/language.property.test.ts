import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, Sourced, Turn } from '../enrichment/fields.ts';
import { extractContactInfo } from './extract.ts';
import { fold, plain, sentences, tokens } from './tokens.ts';

/** Pieces of which the cues are made, so that random texts come near them. */
const pieces = fc.constantFrom(
  'my name is ',
  "I'm ",
  'this is ',
  'Anna',
  ' Berg',
  ' here',
  'name: ',
  'soy ',
  'je m’appelle ',
  'ich heiße ',
  'mera naam ',
  'ana@berg.example',
  ' dot ',
  ' at ',
  'gmail',
  'https://a.example/b?c=d',
  '\n',
  '- ',
  'Thanks,\n',
  '> quoted',
  ' from Harlow Dental',
  'I work at ',
  "I'm in Denver",
  ' tomorrow at 5',
  '12/05/2026',
  '💛',
  '👩‍👩‍👧',
  '\u202e',
  '\u0000',
  'İ',
  'ﬁ',
  '王伟',
  '"',
  '(',
  '.',
  '?',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 14 })
    .map((parts) => parts.join('')),
);
const turns = fc
  .array(
    fc.record({ body: text, direction: fc.constantFrom<Turn['direction']>('inbound', 'outbound') }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map((turn, index): Turn => ({
      ...turn,
      id: `t${index}`,
      sent_at: new Date(Date.UTC(2026, 2, 2, 9, index)).toISOString(),
      channel: 'sms',
    })),
  );

function evidences(found: ReturnType<typeof extractContactInfo>): Evidence[] {
  const {
    first_name,
    last_name,
    email,
    company,
    job_title,
    preferred_language,
    timezone,
    gender,
    pipeline_stage,
  } = found;
  const single = [
    first_name,
    last_name,
    email,
    company,
    job_title,
    preferred_language,
    timezone,
    gender,
    pipeline_stage,
  ];
  const lists = [...found.interests, ...found.next_steps, ...found.key_dates, ...found.pain_points];
  return [...single.filter((value) => value !== undefined), ...lists].map(
    (value: Sourced<unknown>) => value.evidence,
  );
}

/** Milliseconds for a property of some hundred conversations on a busy machine. */
const SLOW = 60_000;

describe('extractContactInfo', () => {
  test(
    'never throws, says the same twice, and quotes verbatim',
    () => {
      fc.assert(
        fc.property(turns, (list) => {
          const found = extractContactInfo(list);
          expect(extractContactInfo(structuredClone(list))).toEqual(found);
          for (const { turn_id, quote } of evidences(found)) {
            const body = list.find(({ id }) => id === turn_id)?.body ?? '';
            expect(body).toContain(quote);
            expect(quote.length).toBeLessThanOrEqual(200);
          }
        }),
        { numRuns: 100 },
      );
    },
    SLOW,
  );

  test(
    'an e-mail is never taken from our own messages',
    () => {
      fc.assert(
        fc.property(turns, (list) => {
          const { email } = extractContactInfo(list);
          const turn = list.find(({ id }) => id === email?.evidence.turn_id);
          expect(turn?.direction ?? 'inbound').toBe('inbound');
        }),
        { numRuns: 100 },
      );
    },
    SLOW,
  );

  test('a name is short and holds no digit, address or line break', () => {
    fc.assert(
      fc.property(turns, (list) => {
        const { first_name, last_name } = extractContactInfo(list);
        for (const name of [first_name, last_name]) {
          if (name) expect(name.value).toMatch(/^[\p{L}\p{M}' -]{1,80}$/u);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('plain text', () => {
  test('keeps the length, so that offsets stay valid', () => {
    fc.assert(fc.property(text, (body) => plain(body).length === body.length));
  });

  test('words and sentences lie where they say', () => {
    fc.assert(
      fc.property(text, (body) => {
        for (const token of tokens(body)) {
          expect(body.slice(token.start, token.end)).toBe(token.text);
          expect(token.folded).toBe(fold(token.text));
        }
        const spans = sentences(body);
        for (const [index, { start, end }] of spans.entries()) {
          expect(end).toBeGreaterThan(start);
          if (index > 0) expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});

/** Long texts that make a backtracking pattern explode: each must come back, which the runner's limit enforces. */
test.each([
  ['a'.repeat(20_000)],
  [`${'a.'.repeat(10_000)}@`],
  [`${'a-'.repeat(10_000)}`],
  [`my name is ${'Anna '.repeat(4000)}`],
  [`${'my name is '.repeat(2000)}`],
  [`${"I'm ".repeat(5000)}`],
  [' '.repeat(20_000)],
  ['\n'.repeat(20_000)],
  [`${'Thanks,\n'.repeat(2500)}Anna`],
  [`${'Anna Berg\n'.repeat(2000)}`],
  [`a${' dot a'.repeat(4000)} at`],
  [`${'"'.repeat(20_000)}`],
  [`${'I work at '.repeat(2000)}`],
  [`${'the office manager of '.repeat(1000)}`],
  [`${'1/1/2026 '.repeat(2000)}`],
  [`${'hi '.repeat(7000)}`],
  [`${'S-M-Y-T-H '.repeat(2000)}`],
  [`${'> '.repeat(10_000)}`],
  [`${'not Anna but '.repeat(1500)}`],
])('long text %#', (body) => {
  const inbound: Turn = {
    id: 'a',
    direction: 'inbound',
    body,
    sent_at: '2026-03-02T09:00:00Z',
    channel: 'sms',
  };
  const outbound: Turn = { ...inbound, id: 'b', direction: 'outbound' };
  expect(extractContactInfo([outbound, inbound, outbound, inbound]).sentiment).toBeDefined();
});
