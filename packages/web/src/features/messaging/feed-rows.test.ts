import type { CallDetails } from '@rapport/contract/calls.api';
import type { Message } from '@rapport/contract/messaging.api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayKey, feedRows, isLong, passes } from './feed-rows.ts';
import { splitAtQuote } from './quotes.ts';

const message = (id: string, at: string, change: Partial<Message> = {}): Message =>
  ({
    id,
    created_at: at,
    channel: 'sms',
    direction: 'inbound',
    body: 'Hello',
    ...change,
  }) as Message;

describe('feedRows', () => {
  test('puts a divider before each day and joins what was said in one breath', () => {
    const rows = feedRows(
      {
        messages: [
          message('a', '2026-03-01T12:00:00'),
          message('b', '2026-03-01T12:01:00'),
          message('c', '2026-03-01T12:02:00', { direction: 'outbound' }),
          message('d', '2026-03-01T12:30:00', { direction: 'outbound' }),
          message('e', '2026-03-02T12:30:00', { direction: 'outbound' }),
        ],
      },
      'all',
    );
    expect(
      rows.map((row) =>
        row.kind === 'message' ? `${row.key}${row.continues ? '+' : ''}` : row.kind,
      ),
    ).toEqual(['day', 'a', 'b+', 'c', 'd', 'day', 'e']);
  });

  test('names the channel first and where it changes', () => {
    const rows = feedRows(
      {
        messages: [
          message('a', '2026-03-01T12:00:00'),
          message('b', '2026-03-01T12:01:00'),
          message('c', '2026-03-01T12:02:00', { channel: 'whatsapp' }),
        ],
      },
      'all',
    );
    expect(
      rows.flatMap((row) => (row.kind === 'message' && row.names_channel ? row.key : [])),
    ).toEqual(['a', 'c']);
  });

  test('calls stand among the messages by their time, and end a breath', () => {
    const call = (id: string, started_at: string) => ({ id, started_at }) as CallDetails;
    const feed = {
      messages: [message('a', '2026-03-01T12:00:00Z'), message('b', '2026-03-01T12:02:00Z')],
      calls: [
        call('late', '2026-03-01T13:00:00Z'),
        call('between', '2026-03-01T12:01:00Z'),
        call('early', '2026-02-01T12:00:00Z'),
      ],
    };
    const keysOf = (...given: Parameters<typeof feedRows>) =>
      feedRows(...given)
        .filter(({ kind }) => kind !== 'day')
        .map(({ key }) => key);
    expect(keysOf(feed, 'all')).toEqual(['early', 'a', 'between', 'b', 'late']);
    expect(feedRows(feed, 'all').every((row) => row.kind !== 'message' || !row.continues)).toBe(
      true,
    );
    expect(keysOf({ ...feed, hasOlder: true }, 'all')).toEqual(['a', 'between', 'b', 'late']);
    expect(keysOf({ ...feed, hasOlder: true }, 'calls')).toEqual(['early', 'between', 'late']);
    expect(keysOf(feed, 'emails')).toEqual([]);
  });

  test('what is being sent stands at the end, under its filter', () => {
    const outgoing = [
      { key: 'o', request: { channel: 'email' }, created_at: '2026-03-01T12:00:00Z' } as never,
    ];
    expect(feedRows({ messages: [], outgoing }, 'emails').map(({ kind }) => kind)).toEqual([
      'day',
      'outgoing',
    ]);
    expect(feedRows({ messages: [], outgoing }, 'messages')).toEqual([]);
  });

  test('the three filters share out every message', () => {
    const channels = ['sms', 'whatsapp', 'email', 'voice', 'widget', 'telegram'] as const;
    for (const channel of channels) {
      const one = message('a', '2026-03-01T12:00:00', { channel });
      expect(
        (['calls', 'messages', 'emails'] as const).filter((filter) => passes(one, filter)),
      ).toHaveLength(1);
    }
  });

  test('keeps order and count; a divider stands exactly where the day changes; keys are unique', () => {
    const times = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(times, (minutes) => {
        const messages = minutes
          .toSorted((a, b) => a - b)
          .map((minute, index) => message(`m${index}`, new Date(minute * 60_000).toISOString()));
        const rows = feedRows({ messages }, 'all');
        expect(rows.filter((row) => row.kind === 'message').map((row) => row.key)).toEqual(
          messages.map(({ id }) => id),
        );
        expect(rows.filter((row) => row.kind === 'day')).toHaveLength(
          new Set(messages.map(({ created_at }) => dayKey(created_at))).size,
        );
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });
});

test('isLong counts letters and lines', () => {
  expect(isLong('short')).toBe(false);
  expect(isLong('x'.repeat(701))).toBe(true);
  expect(isLong('a\n'.repeat(20))).toBe(true);
});

describe('splitAtQuote', () => {
  test('finds a quote whatever the white space and case', () => {
    expect(splitAtQuote('Hi,\nmy name  is Anna (really).', 'My name is Anna (really)')).toEqual([
      'Hi,\n',
      'my name  is Anna (really)',
      '.',
    ]);
    expect(splitAtQuote('Hi', 'Anna')).toBeNull();
    expect(splitAtQuote('Hi', '  ')).toBeNull();
  });

  test('loses nothing, and never throws on what looks like a pattern', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom('é\n', '👩‍👩‍👧 ', '\u202e'),
      fc.constant('a.*+?^${}()|[]\\/-'),
    );
    fc.assert(
      fc.property(texts, texts, texts, (before, quote, after) => {
        const body = `${before}${quote}${after}`;
        const parts = splitAtQuote(body, quote);
        if (parts) expect(parts.join('')).toBe(body);
        else expect(quote.trim()).toBe('');
      }),
    );
  });
});
