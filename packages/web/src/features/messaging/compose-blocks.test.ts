import { describe, expect, test } from 'vitest';
import { blockOf } from './compose-blocks.ts';

const open = {
  channel: 'sms' as const,
  status: 'active' as const,
  recipient: '+14155552671',
  sender: '+14155550100',
  suppressions: [],
};
const stopped = {
  channel: 'sms' as const,
  address: '+14155552671',
  reason: 'keyword' as const,
  keyword: 'STOP',
};

describe('why nothing can be sent', () => {
  test('nothing is in the way', () => expect(blockOf(open)).toBeNull());
  test('do not contact comes before everything else', () =>
    expect(
      blockOf({ ...open, status: 'do_not_contact', sender: null, recipient: null })?.fixes,
    ).toEqual(['contact']));
  test('without a number of our own, the test phone works', () =>
    expect(blockOf({ ...open, sender: null })?.fixes).toContain('simulator'));
  test('without an address of our own', () =>
    expect(blockOf({ ...open, channel: 'email', sender: null })?.fixes).toEqual(['addresses']));
  test('the contact has no number', () =>
    expect(blockOf({ ...open, recipient: null })?.title).toBe('No phone number'));
  test('the contact said stop: on this number only, by text only', () => {
    const block = blockOf({ ...open, suppressions: [stopped] });
    expect(block?.title).toMatch(/\(415\) 555-2671/);
    expect(block?.text).toMatch(/START/);
    expect(blockOf({ ...open, recipient: '+14155550000', suppressions: [stopped] })).toBeNull();
    expect(
      blockOf({
        ...open,
        channel: 'email',
        recipient: 'a@example.com',
        sender: 'b@example.com',
        suppressions: [stopped],
      }),
    ).toBeNull();
  });
  test('an address in capitals is the same address', () =>
    expect(
      blockOf({
        ...open,
        channel: 'email',
        recipient: 'Anna@Example.com',
        suppressions: [
          { channel: 'email', address: 'anna@example.com', reason: 'bounce', keyword: null },
        ],
      })?.text,
    ).toMatch(/came back/));
});
