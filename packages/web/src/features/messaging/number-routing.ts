// Which of our numbers and addresses answers: the one that was written to, so that people see one sender.
import type { Message } from '@rapport/contract/messaging.api';

/**
 * The number that a reply goes out from: that of the newest inbound message, when it is still ours; else the
 * organization's first.
 * @param messages oldest first
 * @returns null when the organization has no number
 */
export const replyNumber = <T extends { id: string }>(
  messages: readonly Pick<Message, 'direction' | 'phone_number_id'>[],
  numbers: readonly T[],
): T | null => {
  const newest = messages.findLast(
    ({ direction, phone_number_id }) => direction === 'inbound' && phone_number_id !== null,
  );
  return numbers.find(({ id }) => id === newest?.phone_number_id) ?? numbers[0] ?? null;
};

/** The channel to start with: that of the newest message, when we can send on it. */
export const replyChannel = (
  messages: readonly Pick<Message, 'channel'>[],
  can: { sms: boolean; email: boolean },
): 'sms' | 'email' => {
  const newest = messages.findLast(
    ({ channel }) => (channel === 'sms' && can.sms) || (channel === 'email' && can.email),
  );
  if (newest) return newest.channel === 'email' ? 'email' : 'sms';
  return can.sms || !can.email ? 'sms' : 'email';
};
