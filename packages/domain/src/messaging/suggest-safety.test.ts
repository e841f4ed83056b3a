import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../language/tokens.ts';
import { forOthers, type Person } from './suggest-safety.ts';
import { suggestReplies } from './suggest.ts';

const maria: Person = {
  contact_id: '1',
  names: ['Maria', 'Lopez', 'Stone and Sons'],
  addresses: ['maria.lopez@example.com', '+14155550123'],
};
const audience = (told: Record<string, number> = {}) => ({
  first_name: 'Ada',
  ours: new Set(['bella', 'sam']),
  told: (word: string) => told[word] ?? 1,
});
const said = (text: string, told?: Record<string, number>) =>
  forOthers(text, maria, audience(told));

describe('what was written to one person', () => {
  test.each([
    ['Yes, we have free parking.', 'Yes, we have free parking.'],
    ['Hi Maria, we are open tomorrow.', 'Hi Ada, we are open tomorrow.'],
    ['Thanks MARIA LOPEZ! See you soon.', 'Thanks Ada! See you soon.'],
    ['Dear Ms Lopez,\nwe will call you.', 'Dear Ada,\nwe will call you.'],
    ['Hello there, how can I help?', 'Hello there, how can I help?'],
    ['Sam from Bella will help you.', 'Sam from Bella will help you.'],
    ['Claro, tenemos estacionamiento gratis.', 'Claro, tenemos estacionamiento gratis.'],
  ])('%j may be said as %j', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    'Yes Maria, we are open.',
    'We told lopez already.',
    'Your order for STONE and sons is ready.',
    'Your brother Kevin can come too.',
    'tell kevin to come',
    'Is Xochitlani coming as well?',
    'Rexolo, sit!',
    'We wrote to someone@example.org.',
    'See www.private-page.example/abc',
    'See private.example',
    'Your code is 4711.',
    'Call me at (415) 555 0123.',
    'It costs $150 for you.',
    'We are @bellasalon',
    'Grüße an Jürgen',
    '',
    'x'.repeat(501),
  ])('%j may not', (text) => {
    expect(said(text)).toBeNull();
  });

  test('what many were told is ours: hours, a web address, a price; never what is on record of them', () => {
    expect(said('We open at 9.', { '9': 3 })).toBe('We open at 9.');
    expect(said('We open at 9.', { '9': 2 })).toBeNull();
    expect(said('See bella.example for more.', { 'bella.example': 3 })).not.toBeNull();
    expect(said('Call 415 555 0123', { '4155550123': 9 })).toBeNull();
    expect(said('Write to maria.lopez@example.com', { 'maria.lopez@example.com': 9 })).toBeNull();
  });
});

const FRAMES = [
  'Hi {x}, yes there is free parking.',
  'Yes {x}, there is parking.',
  'There is parking, {x}!',
  '{x}, there is parking.',
  'There is parking for {x} and you can find it behind the house.',
  'Thanks {x}! Parking is free. {x}',
];
const HARMLESS = 'Yes, parking is free for everybody.';
/** Nobody in this test is called what the frames say anyway. */
const isOrdinary = (name: string): boolean =>
  [HARMLESS, ...FRAMES].some((text) =>
    fold(text)
      .split(/[^a-z]+/)
      .includes(fold(name)),
  );
const letters = fc.stringMatching(/^[A-Za-zÀ-ÿ]{3,10}$/).filter((name) => !isOrdinary(name));
const person = fc.record({
  first: fc.oneof(letters, fc.constantFrom('Maria', 'José', 'Wei', 'Will', 'Grace', '明', 'Ольга')),
  last: fc.oneof(letters, fc.constantFrom('Lopez', 'Müller', 'Young', '王', 'Петрова')),
  phone: fc.stringMatching(/^\+1[2-9]\d{9}$/),
  domain: fc.stringMatching(/^[a-z]{4,8}$/).filter((name) => !isOrdinary(name)),
});

/** Everything of somebody that an answer could give away, as people write it. */
const traces = ({
  first,
  last,
  phone,
  domain,
}: typeof person extends fc.Arbitrary<infer P> ? P : never) => [
  first,
  first.toLowerCase(),
  last.toUpperCase(),
  `${first} ${last}`,
  `${domain}@mail.example`,
  phone,
  `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`,
  `https://${domain}.example/${last}`,
];

test('nothing of one person is ever in an answer to another', () => {
  fc.assert(
    fc.property(
      person,
      fc.nat(7),
      fc.constantFrom(...FRAMES),
      fc.nat(3),
      (who, which, frame, more) => {
        const trace = traces(who)[which]!;
        const their: Person = {
          contact_id: 'other',
          names: [who.first, who.last],
          addresses: [`${who.domain}@mail.example`, who.phone],
        };
        const answer = frame.replaceAll('{x}', () => trace);
        const question = 'Is there parking?';
        // Also when our own people said it to several: other contacts of other names.
        const answers = [
          { question, answer, person: their },
          ...Array.from({ length: more }, (_, n) => ({
            question,
            answer: HARMLESS,
            person: { contact_id: `${n}`, names: [], addresses: [] },
          })),
        ];
        const three = suggestReplies({
          turns: [{ id: 'm', direction: 'inbound', body: question, sent_at: '', channel: 'sms' }],
          contact: { first_name: '', preferred_language: 'en' },
          canned: [],
          answers,
          memory: [],
          home_names: [],
        });
        for (const { body, source } of three) {
          if (source !== 'earlier_answer') continue;
          const folded = ` ${fold(body).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
          const digits = body.replace(/\D/g, '');
          for (const part of [who.first, who.last, who.domain])
            expect(folded).not.toContain(` ${fold(part)} `);
          expect(digits).not.toContain(who.phone.slice(2));
          expect(body).not.toMatch(/@|:\/\//);
        }
      },
    ),
    { numRuns: 500 },
  );
});
