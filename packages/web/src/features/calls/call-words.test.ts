import type { Call, CallSegment } from '@rapport/contract/calls.api';
import { describe, expect, test } from 'vitest';
import { callTitle, clockOf, segmentAt, speakerOf } from './call-words.ts';

const call = (values: Partial<Call>): Call =>
  ({
    direction: 'inbound',
    status: 'completed',
    outcome: null,
    contact: { first_name: '', last_name: '' },
    ...values,
  }) as Call;

describe('a call is called', () => {
  test.each([
    [{ outcome: 'voicemail' }, 'Voicemail'],
    [{ outcome: 'missed' }, 'Missed call'],
    [{ outcome: 'missed', direction: 'outbound' }, 'No answer'],
    [{ outcome: 'answered', direction: 'outbound' }, 'Outgoing call'],
    [{ status: 'in-progress' }, 'Incoming call, going on'],
    [{}, 'Incoming call'],
  ] as const)('%j: %s', (values, title) => {
    expect(callTitle(call(values))).toBe(title);
  });
});

const at = (start_seconds: number | null): CallSegment => ({
  speaker: 'contact',
  name: null,
  text: 'Hello',
  start_seconds,
  end_seconds: null,
});

test('the segment that is heard is the last one that began', () => {
  const segments = [at(0), at(4), at(null), at(9.5)];
  expect([-1, 0, 3.9, 4, 9.4, 9.5, 100].map((seconds) => segmentAt(segments, seconds))).toEqual([
    -1, 0, 0, 1, 1, 3, 3,
  ]);
});

test('the contact speaks under their name, once there is one', () => {
  expect(speakerOf(at(0), call({}))).toBe('Caller');
  const contact = { first_name: 'Ada', last_name: 'Byron' };
  expect(speakerOf(at(0), call({ contact }))).toBe('Ada Byron');
  expect(speakerOf({ ...at(0), speaker: 'agent' }, call({ contact }))).toBe('Agent');
});

test('a clock counts up to hours', () => {
  expect([0, 7.9, 65, 760, 3723].map(clockOf)).toEqual([
    '0:00',
    '0:07',
    '1:05',
    '12:40',
    '1:02:03',
  ]);
});
