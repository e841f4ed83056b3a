import type { Contact } from '@rapport/contract/contacts.api';
import type { EmailAddress } from '@rapport/contract/email-addresses.api';
import type { Message } from '@rapport/contract/messaging.api';
import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import { bareSubject, replySubject } from '@rapport/domain/messaging/email-subjects';
import { useState } from 'react';
import { formatPhone } from '../../lib/format.ts';
import { preferred } from '../contacts/contact-name.ts';
import type { ComposeChannel, ComposeDraft } from './compose-draft.ts';
import { replyNumber } from './number-routing.ts';

/** One end of a message: `label` is how a person reads it. */
export type Way = { id: string; value: string; label: string };

export type Ways = {
  recipients: Way[];
  recipient: Way | null;
  senders: Way[];
  sender: Way | null;
  onSender: (id: string) => void;
  /** Typed, or that of the e-mail that is answered. */
  subject: string;
  in_reply_to_message_id: string | null;
};

const recipientsOf = (
  contact: Contact,
  channel: ComposeChannel,
): (Way & { is_preferred: boolean })[] => {
  const withLabel = (text: string, label: string | null) => (label ? `${text} (${label})` : text);
  return channel === 'sms'
    ? contact.phones.map(({ id, phone_number, label, is_preferred }) => ({
        id,
        value: phone_number,
        label: withLabel(formatPhone(phone_number), label),
        is_preferred,
      }))
    : contact.emails.map(({ id, email, label, is_preferred }) => ({
        id,
        value: email,
        label: withLabel(email, label),
        is_preferred,
      }));
};

/** From whom and to whom: what was chosen, else what fits the conversation. */
export const useWays = ({
  contact,
  channel,
  messages,
  numbers,
  addresses,
  draft,
}: {
  contact: Contact;
  channel: ComposeChannel;
  /** Oldest first. */
  messages: readonly Message[];
  numbers: readonly PhoneNumber[];
  addresses: readonly EmailAddress[];
  draft: ComposeDraft;
}): Ways => {
  const [chosen, setChosen] = useState<Partial<Record<ComposeChannel, string>>>({});
  const recipients = recipientsOf(contact, channel);
  const senders: Way[] =
    channel === 'sms'
      ? numbers.map(({ id, phone_number, display, friendly_name }) => ({
          id,
          value: phone_number,
          label:
            friendly_name && friendly_name !== phone_number
              ? `${friendly_name} (${display})`
              : display,
        }))
      : addresses.map(({ id, address, sender_name }) => ({
          id,
          value: address,
          label: sender_name ? `${sender_name} (${address})` : address,
        }));
  const routed = channel === 'sms' ? replyNumber(messages, numbers)?.id : senders[0]?.id;
  const wanted = chosen[channel] ?? routed;
  const lastMail = messages.findLast((one) => one.channel === 'email' && one.subject);
  const subject =
    draft.subject === '' && lastMail?.subject ? replySubject(lastMail.subject) : draft.subject;
  const answers =
    lastMail?.subject && bareSubject(lastMail.subject) === bareSubject(subject) ? lastMail : null;
  return {
    recipients,
    recipient:
      recipients.find(({ id }) => id === draft.recipient_id) ?? preferred(recipients) ?? null,
    senders,
    sender: senders.find(({ id }) => id === wanted) ?? senders[0] ?? null,
    onSender: (id) => setChosen((before) => ({ ...before, [channel]: id })),
    subject: channel === 'email' ? subject : '',
    in_reply_to_message_id: answers?.id ?? null,
  };
};
