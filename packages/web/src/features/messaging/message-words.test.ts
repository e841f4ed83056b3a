import type { Message } from '@rapport/contract/messaging.api';
import { describe, expect, test } from 'vitest';
import { statusOf } from './message-words.ts';

const message = (change: Partial<Message>): Message =>
  ({
    direction: 'outbound',
    status: 'sent',
    scheduled_at: null,
    is_cancellable: false,
    is_outcome_unknown: false,
    error_code: null,
    error_words: null,
    read_at: null,
    created_at: '2026-03-01T12:00:00Z',
    ...change,
  }) as Message;

describe('what became of a message', () => {
  test.each([
    ['queued', 'Sending…'],
    ['sent', 'Sent'],
    ['delivered', 'Delivered'],
    ['failed', 'Failed'],
  ] as const)('%s reads %s', (status, word) =>
    expect(statusOf(message({ status })).word).toBe(word),
  );

  test('of theirs nothing is said', () =>
    expect(statusOf(message({ direction: 'inbound', status: 'received' })).word).toBe(''));

  test('a failure comes with its reason', () =>
    expect(statusOf(message({ status: 'failed', error_words: 'It is a landline.' }))).toEqual({
      kind: 'failed',
      word: 'Failed',
      reason: 'It is a landline.',
    }));

  test('an unknown outcome is neither sent nor failed', () => {
    for (const status of ['queued', 'sent', 'failed'] as const)
      expect(statusOf(message({ status, is_outcome_unknown: true })).kind).toBe('unknown');
  });

  test('held back for a moment it can be undone; with a time of its own it is scheduled', () => {
    const waiting = { status: 'queued', is_cancellable: true } as const;
    expect(statusOf(message(waiting)).kind).toBe('undo');
    const later = statusOf(message({ ...waiting, scheduled_at: '2026-03-02T09:00:00Z' }));
    expect(later.kind).toBe('scheduled');
    expect(later.word).toMatch(/^Scheduled for /);
  });

  test('called back is no failure', () =>
    expect(statusOf(message({ status: 'failed', error_code: 'cancelled' })).kind).toBe(
      'cancelled',
    ));
});
