import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listenerOf, readFrame, readFrames, readPayload } from './events.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';

describe('what an event says', () => {
  test('is its own fields and nothing else', () => {
    const payload = { contact_id: id, run_id: id, body: 'private' };
    expect(readPayload('contact.enriched', payload)).toEqual({ contact_id: id, run_id: id });
    expect(readPayload('contacts.changed', undefined)).toEqual({});
  });
  test.each([
    ['contact.created', {}],
    ['contact.created', null],
    ['contact.created', { contact_id: 7 }],
    ['contact.created', { contact_id: 'anna' }],
    [
      'contact.enrich.progress',
      { batch_id: id, contact_id: id, succeeded: 1, completed: 1, total: 1 },
    ],
    ['contacts.bulk', { batch_id: id, done: '1', total: 2 }],
  ] as const)('%s with %j is not readable', (type, payload) => {
    expect(readPayload(type, payload)).toBeNull();
  });
});

test('only some events have one listener', () => {
  const payload = { contact_id: id, member_id: id };
  expect(listenerOf('messaging.read.changed', payload)).toBe(id);
  expect(listenerOf('assignments.changed', payload)).toBeNull();
  expect(listenerOf('contact.created', payload)).toBeNull();
});

describe('a frame', () => {
  test.each([
    { kind: 'hello', seq: 0 },
    { kind: 'skip', seq: 4 },
    { kind: 'reset', seq: 9 },
    { kind: 'event', event: { seq: 5, type: 'of a newer server', payload: { any: 1 } } },
  ])('$kind is read as it is', (frame) => {
    expect(readFrame(frame)).toEqual(frame);
  });
  test.each([
    { kind: 'party', seq: 1 },
    { kind: 'hello' },
    { kind: 'hello', seq: '1' },
    { kind: 'event', seq: 1 },
    { kind: 'event', event: { seq: 1, type: 'contact.created', payload: [] } },
    { kind: 'event', event: { seq: 1.5, type: 'contact.created', payload: {} } },
  ])('%j is none', (frame) => {
    expect(readFrame(frame)).toBeNull();
  });
  test('comes alone or in a list; what is none is left out', () => {
    const [one, two] = [
      { kind: 'skip', seq: 4 },
      { kind: 'reset', seq: 9 },
    ];
    expect(readFrames(one)).toEqual([one]);
    expect(readFrames([one, { kind: 'party' }, null, two])).toEqual([one, two]);
    expect(readFrames(null)).toEqual([]);
    expect(readFrames([])).toEqual([]);
  });
  test('nothing that JSON can say makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const frame = readFrame(value);
        expect(frame === null || typeof frame.kind === 'string').toBe(true);
      }),
    );
  });
});
