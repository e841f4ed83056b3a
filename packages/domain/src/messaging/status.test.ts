import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, type Progress, type Report, statusOf } from './status.ts';

const NEW: Progress = { status: 'queued', error_code: null, error_message: null, read_at: null };
const at = new Date('2026-03-01T10:00:00Z');
const report = (status: string, error_code: string | null = null): Report => ({
  status,
  error_code,
  error_message: null,
  at,
});
const after = (...reports: Report[]) => reports.reduce(advance, NEW);

describe('the states of a message', () => {
  test('of Twilio are five of ours', () => {
    const ours = (...words: string[]) => new Set(words.map(statusOf));
    expect(ours('accepted', 'scheduled', 'queued', 'sending')).toEqual(new Set(['queued']));
    expect(ours('undelivered', 'failed', 'canceled')).toEqual(new Set(['failed']));
    expect(ours('delivered', 'read')).toEqual(new Set(['delivered']));
    expect(ours('receiving', 'received')).toEqual(new Set(['received']));
    expect(statusOf('sent')).toBe('sent');
    expect(statusOf('something-new')).toBeNull();
  });

  test('only rise, and the last ones stay', () => {
    expect(after(report('delivered'), report('sent'), report('queued')).status).toBe('delivered');
    expect(after(report('delivered'), report('failed', '30008'))).toMatchObject({
      status: 'delivered',
      error_code: null,
    });
    expect(after(report('failed', '30003'), report('delivered')).status).toBe('failed');
  });

  test('keep the code of a failure when a later one names none, and learn one that comes late', () => {
    expect(after(report('undelivered', '30003'), report('failed')).error_code).toBe('30003');
    expect(after(report('undelivered'), report('undelivered', '30003')).error_code).toBe('30003');
  });

  test('say when it was read, whether "delivered" came before or after', () => {
    const read = { status: 'delivered', read_at: at };
    expect(after(report('delivered'), report('read'))).toMatchObject(read);
    expect(after(report('read'), report('delivered'))).toMatchObject(read);
  });

  test('of a word that nobody knows say nothing', () => {
    expect(after(report('sent'), report('teleported'), report('received'))).toEqual(
      after(report('sent')),
    );
  });

  const lives = [
    ['accepted', 'queued', 'sending', 'sent', 'delivered', 'read'].map((word) => report(word)),
    [...['queued', 'sending', 'sent'].map((word) => report(word)), report('undelivered', '30007')],
    [report('queued'), report('failed', '21610')],
    [report('scheduled'), report('canceled')],
  ];

  test('end the same in whatever order and however often they are told', () => {
    const shuffled = fc
      .constantFrom(...lives)
      .chain((life) =>
        fc.tuple(
          fc.constant(life),
          fc.shuffledSubarray([...life, ...life, ...life], { minLength: life.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([life, told]) => {
        const all = [...told, ...life.filter((one) => !told.includes(one))];
        expect(after(...all)).toEqual(after(...life));
      }),
    );
  });
});
