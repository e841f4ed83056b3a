import { EVENTS } from '@rapport/contract/events';
import { describe, expect, test } from 'vitest';
import { keys } from '../lib/keys.ts';
import { keysOf } from './event-keys.ts';

const contact_id = '0190a1b2-0000-7000-8000-000000000001';
const other_id = '0190a1b2-0000-7000-8000-000000000002';
const payload = {
  contact_id,
  message_id: other_id,
  run_id: other_id,
  import_id: other_id,
  member_id: other_id,
  batch_id: other_id,
  call_id: other_id,
  succeeded: true,
  completed: 1,
  done: 1,
  total: 2,
};

describe('what an event makes stale', () => {
  test.each(Object.keys(EVENTS))('%s makes something stale', (type) => {
    expect(keysOf({ type, payload })?.length).toBeGreaterThan(0);
  });
  test('a message: its conversation, its contact, the lists; nobody else', () => {
    const stale = keysOf({ type: 'messaging.message.new', payload }) ?? [];
    expect(stale).toContainEqual(keys.contactMessages(contact_id));
    expect(stale).toContainEqual(keys.contact(contact_id));
    expect(stale).toContainEqual(keys.contactLists);
    expect(stale).not.toContainEqual(keys.messages);
    expect(stale).not.toContainEqual(keys.contacts);
  });
  test('an event that this page does not know, or cannot read, may concern everything', () => {
    expect(keysOf({ type: 'call.started', payload })).toBeNull();
    expect(keysOf({ type: 'toString', payload })).toBeNull();
    expect(keysOf({ type: 'contact.updated', payload: {} })).toBeNull();
  });
});
