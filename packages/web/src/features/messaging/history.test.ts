import type { Message } from '@rapport/contract/messaging.api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type History, mergeNewest, prependOlder, putMessage } from './history.ts';

/** A server's history of `total` messages, numbered from the oldest. */
const page = (total: number, from: number, to: number): History => ({
  messages: Array.from(
    { length: to - from },
    (_, index) => ({ id: String(from + index) }) as Message,
  ),
  total_count: total,
  next_before: from === 0 ? null : `before ${from}`,
});
const newest = (total: number, size: number) => page(total, Math.max(0, total - size), total);
const ids = (history: History) => history.messages.map(({ id }) => Number(id));

describe('the loaded part of a conversation', () => {
  test('grows towards the past', () => {
    const grown = prependOlder(newest(500, 100), page(500, 200, 400));
    expect(ids(grown)).toEqual(Array.from({ length: 300 }, (_, index) => 200 + index));
    expect(grown.next_before).toBe('before 200');
  });

  test('takes in a new message and keeps the past that was loaded', () => {
    const scrolledBack = prependOlder(newest(500, 100), page(500, 200, 400));
    const renewed = mergeNewest(scrolledBack, newest(501, 100));
    expect(renewed.messages).toHaveLength(301);
    expect(renewed.next_before).toBe('before 200');
  });

  test('starts again where the two do not meet', () => {
    const away = prependOlder(newest(500, 100), page(500, 200, 400));
    expect(mergeNewest(away, newest(800, 100))).toEqual(newest(800, 100));
  });

  test('starts again when the past itself changed', () => {
    const before = prependOlder(newest(500, 100), page(500, 200, 400));
    const changed = { ...newest(500, 100), total_count: 650 };
    expect(mergeNewest(before, changed)).toEqual(changed);
  });

  test('whatever arrives, what is loaded is the end of the history, without gap or repetition', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('arrive' as const), count: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ kind: fc.constant('older' as const), count: fc.integer({ min: 1, max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.array(step), (start, steps) => {
        let total = start;
        let history = mergeNewest(undefined, newest(total, 10));
        for (const { kind, count } of steps) {
          if (kind === 'arrive') {
            total += count;
            history = mergeNewest(history, newest(total, 10));
          } else if (history.next_before !== null) {
            const from = ids(history)[0] ?? 0;
            history = prependOlder(history, page(total, Math.max(0, from - count), from));
          }
        }
        const shown = ids(history);
        expect(shown).toEqual(shown.map((_, index) => total - shown.length + index));
        expect(history.next_before === null).toBe((shown[0] ?? 0) === 0);
      }),
    );
  });
});

describe('a message that the server has just told of', () => {
  const at = (id: string, created_at: string) => ({ id, created_at }) as Message;
  const history: History = {
    messages: [at('a', '2026-01-01T10:00:00Z'), at('c', '2026-01-01T12:00:00Z')],
    total_count: 2,
    next_before: null,
  };

  test('stands where its time is', () => {
    const end = putMessage(history, at('d', '2026-01-01T13:00:00Z'));
    expect(end.messages.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(end.total_count).toBe(3);
    const middle = putMessage(history, at('b', '2026-01-01T11:00:00Z'));
    expect(middle.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('replaces itself', () => {
    const again = putMessage(history, { ...at('c', '2026-01-01T12:00:00Z'), status: 'delivered' });
    expect(again.messages.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(again.messages[1]?.status).toBe('delivered');
    expect(again.total_count).toBe(2);
  });
});
