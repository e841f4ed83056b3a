import { describe, expect, test } from 'vitest';
import { replyChannel, replyNumber } from './number-routing.ts';

const numbers = [{ id: 'first' }, { id: 'second' }];
const inbound = (phone_number_id: string | null) => ({
  direction: 'inbound' as const,
  phone_number_id,
});
const outbound = (phone_number_id: string | null) => ({
  direction: 'outbound' as const,
  phone_number_id,
});

describe('which number answers', () => {
  test('that of the newest inbound message, whatever we sent since', () => {
    const messages = [inbound('first'), inbound('second'), outbound('first')];
    expect(replyNumber(messages, numbers)?.id).toBe('second');
  });
  test('the first number when nobody wrote to one of ours', () => {
    expect(replyNumber([], numbers)?.id).toBe('first');
    expect(replyNumber([outbound('second')], numbers)?.id).toBe('first');
    expect(replyNumber([inbound(null)], numbers)?.id).toBe('first');
  });
  test('an e-mail in between, which has no number, does not hide the number that was texted', () => {
    expect(replyNumber([inbound('second'), inbound(null)], numbers)?.id).toBe('second');
  });
  test('the first number when the one that was texted was given back', () => {
    expect(replyNumber([inbound('gone')], numbers)?.id).toBe('first');
  });
  test('none without numbers', () => expect(replyNumber([inbound('first')], [])).toBeNull());
});

describe('which channel answers', () => {
  const both = { sms: true, email: true };
  test('that of the newest message which we can send on', () => {
    expect(replyChannel([{ channel: 'sms' }, { channel: 'email' }], both)).toBe('email');
    expect(replyChannel([{ channel: 'email' }, { channel: 'voice' }], both)).toBe('email');
    expect(replyChannel([{ channel: 'email' }], { sms: true, email: false })).toBe('sms');
  });
  test('SMS before e-mail when nothing was said', () => {
    expect(replyChannel([], both)).toBe('sms');
    expect(replyChannel([], { sms: false, email: true })).toBe('email');
    expect(replyChannel([], { sms: false, email: false })).toBe('sms');
  });
});
