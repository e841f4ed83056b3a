import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extraction, Turn } from './fields.ts';
import { sift } from './rules.ts';

const turn = (body: string, direction: 'inbound' | 'outbound' = 'inbound', id = 't1'): Turn => ({
  id,
  direction,
  body,
  sent_at: '2026-01-01T00:00:00Z',
  channel: 'sms',
});
const nothing: Extraction = {
  ai_summary: '',
  interests: [],
  next_steps: [],
  key_dates: [],
  pain_points: [],
  sentiment: 'neutral',
};
const from = (quote: string, turn_id = 't1') => ({ turn_id, quote });

describe('sift', () => {
  test('passes what was really said', () => {
    const { accepted, refused } = sift(
      { ...nothing, first_name: { value: 'Anna', evidence: from('my name is Anna') } },
      [turn('Hi, my name is Anna')],
    );
    expect(accepted).toEqual([
      { field: 'first_name', value: 'Anna', evidence: from('Hi, my name is Anna') },
    ]);
    expect(refused).toEqual([]);
  });

  test.each(['Unknown', ' unknown ', 'CALLER', 'N/A', '12345', 'a@b.co', '<b>'])(
    'refuses the name %j',
    (value) => {
      const said = { ...nothing, first_name: { value, evidence: from('hello') } };
      expect(sift(said, [turn('hello')]).accepted).toEqual([]);
    },
  );

  test('an e-mail address counts only where the contact wrote it', () => {
    const said = { ...nothing, email: { value: 'eve@evil.example', evidence: from('hello') } };
    const ours = turn('write to eve@evil.example', 'outbound', 't2');
    expect(sift(said, [turn('hello'), ours]).refused[0]?.reason).toBe(
      'the contact did not write this address',
    );
    expect(
      sift(said, [turn('hello'), turn('EVE@evil.example', 'inbound', 't3')]).accepted,
    ).toHaveLength(1);
  });

  test('refuses a quote that nobody said', () => {
    const said = { ...nothing, company: { value: 'Acme', evidence: from('I run Acme') } };
    expect(sift(said, [turn('hello')]).refused[0]?.reason).toBe(
      'the quote is not in the conversation',
    );
  });

  test.each([
    ['gender', { value: 'female', confidence: 'low' }],
    ['pipeline_stage', { value: 'vip' }],
    ['timezone', { value: 'Mars/Olympus' }],
    ['preferred_language', { value: 'English' }],
  ])('refuses a doubtful %s', (field, value) => {
    const said = { ...nothing, [field]: { ...value, evidence: from('hello') } } as Extraction;
    expect(sift(said, [turn('hello')]).accepted).toEqual([]);
  });

  test('whatever an engine says, an accepted e-mail stands in inbound text', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), fc.string(), (value, quote, body) => {
        const said = { ...nothing, email: { value, evidence: from(quote) } };
        const { accepted } = sift(said, [turn(body)]);
        return accepted.every((one) => body.toLowerCase().includes(one.value.toLowerCase()));
      }),
    );
  });
});
