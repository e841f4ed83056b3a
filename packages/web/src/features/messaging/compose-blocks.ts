// Why a message cannot be written to somebody right now, and what to do about it.
import type { Contact } from '@rapport/contract/contacts.api';
import type { Suppression } from '@rapport/contract/suppressions.api';
import { formatPhone } from '../../lib/format.ts';
import type { ComposeChannel } from './compose-draft.ts';

/** What somebody can press to get further. */
export type BlockFix = 'contact' | 'compliance' | 'simulator' | 'numbers' | 'addresses';
export type Block = { title: string; text: string; fixes: BlockFix[] };

type Situation = {
  channel: ComposeChannel;
  status: Contact['status'];
  /** What it would be sent to; null when the contact has none of the kind. */
  recipient: string | null;
  /** What it would be sent from; null when the organization has none of the kind. */
  sender: string | null;
  suppressions: readonly Pick<Suppression, 'channel' | 'address' | 'reason' | 'keyword'>[];
};

const WHY_SUPPRESSED: Record<Suppression['reason'], (one: { keyword: string | null }) => string> = {
  keyword: ({ keyword }) =>
    `They wrote ${keyword ?? 'STOP'}. They can write START to hear from you again.`,
  provider: () =>
    'The carrier says that they unsubscribed. They can write START to hear from you again.',
  manual: () => 'Somebody of your organization blocked it.',
  bounce: () => 'Mail to it came back for good. Use another address.',
  unsubscribe: () => 'They unsubscribed.',
};

/** @returns null when it can be sent */
export const blockOf = (situation: Situation): Block | null => {
  const { channel, status, recipient, sender, suppressions } = situation;
  if (status === 'do_not_contact')
    return {
      title: 'Do not contact',
      text: 'This contact is not to be written to. Change the status on the contact first.',
      fixes: ['contact'],
    };
  if (sender === null)
    return channel === 'sms'
      ? {
          title: 'No number to send from yet',
          text: 'The test phone works without an account; for real messages set up a number.',
          fixes: ['simulator', 'numbers'],
        }
      : {
          title: 'No address to send from yet',
          text: 'Add an e-mail address of your organization first.',
          fixes: ['addresses'],
        };
  if (recipient === null)
    return {
      title: channel === 'sms' ? 'No phone number' : 'No e-mail address',
      text: `Add ${channel === 'sms' ? 'a phone number' : 'an e-mail address'} to this contact first.`,
      fixes: ['contact'],
    };
  const suppressed = suppressions.find(
    (one) => one.channel === channel && one.address === recipient.toLowerCase(),
  );
  return suppressed
    ? {
        title: `${channel === 'sms' ? formatPhone(recipient) : recipient} must not be written to`,
        text: WHY_SUPPRESSED[suppressed.reason](suppressed),
        fixes: ['compliance'],
      }
    : null;
};
