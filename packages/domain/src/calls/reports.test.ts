import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterReport, type CallReport, type CallState } from './reports.ts';
import { CALL_STATUSES, callStatusOf, laterStatus, outcomeOf } from './status.ts';

const WORDS = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
  'something new',
];

const fresh = (direction: CallState['direction']): CallState => ({
  direction,
  status: 'in-progress',
  outcome: null,
  duration_seconds: null,
  recording_sid: null,
  recording_source: null,
  recording_seconds: null,
});

const word = fc.constantFrom(...WORDS);
const report: fc.Arbitrary<CallReport> = fc.record(
  {
    status: word,
    leg: word,
    duration_seconds: fc.nat(7200),
    recording: fc
      .record({
        sid: fc.constantFrom('RE1', 'RE2', 'RE3'),
        seconds: fc.nat(3),
        is_message: fc.boolean(),
      })
      .map(({ sid, ...rest }) => ({ sid, source: `at ${sid}`, ...rest })),
  },
  { requiredKeys: [] },
);
const direction = fc.constantFrom('inbound', 'outbound') as fc.Arbitrary<CallState['direction']>;

const fold = (state: CallState, reports: CallReport[]) =>
  reports.reduce((before, one) => afterReport(before, one), state);

describe('reports of a call', () => {
  test('come to the same in every order and number', () => {
    const reports = fc.array(report, { maxLength: 8 });
    fc.assert(
      fc.property(direction, reports, fc.array(fc.nat()), (way, told, dice) => {
        const again = told.filter((_, i) => (dice[i] ?? 0) % 2 === 1);
        const shuffled = [...told, ...again]
          .map((one, i) => ({ one, at: dice[i % (dice.length || 1)] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(fold(fresh(way), shuffled)).toEqual(fold(fresh(way), told));
      }),
    );
  });

  test('never bring a call back that is over', () => {
    fc.assert(
      fc.property(direction, fc.array(report), (way, told) => {
        const over = afterReport(fresh(way), { status: 'completed' });
        expect(fold(over, told).status).toBe('completed');
      }),
    );
  });

  test.each([
    ['inbound', [{ status: 'completed' }], 'missed'],
    ['inbound', [{ status: 'canceled' }], 'missed'],
    ['inbound', [{ leg: 'no-answer' }, { status: 'completed' }], 'missed'],
    ['inbound', [{ leg: 'completed' }, { status: 'completed' }], 'answered'],
    ['outbound', [{ status: 'no-answer' }], 'canceled'],
    ['outbound', [{ leg: 'busy' }, { status: 'completed' }], 'busy'],
    ['outbound', [{ leg: 'completed' }, { status: 'completed' }], 'answered'],
    ['inbound', [{ status: 'completed', is_memory: true }], null],
    ['inbound', [{ status: 'no-answer', is_memory: true }], 'missed'],
  ] as const)('%s, %j: %s', (way, told, outcome) => {
    expect(fold(fresh(way), [...told]).outcome).toBe(outcome);
  });
});

describe('a status', () => {
  test.each([
    ['queued', 'in-progress'],
    ['ringing', 'in-progress'],
    ['in-progress', 'in-progress'],
    ['completed', 'completed'],
    ['busy', 'completed'],
    ['no-answer', 'completed'],
    ['failed', 'completed'],
    ['canceled', 'completed'],
    ['something new', 'unknown'],
  ])('%s is %s', (said, status) => {
    expect(callStatusOf(said)).toBe(status);
  });

  test('only moves on', () => {
    for (const before of CALL_STATUSES)
      for (const reported of CALL_STATUSES) {
        const after = laterStatus(before, reported);
        expect([before, reported]).toContain(after);
        expect(laterStatus(after, before)).toBe(after);
        if (before === 'completed') expect(after).toBe('completed');
      }
  });

  test('says how a leg ended, once it has', () => {
    expect(WORDS.map(outcomeOf)).toEqual([
      null,
      null,
      null,
      null,
      'answered',
      'busy',
      'missed',
      'failed',
      'canceled',
      null,
    ]);
  });
});
