// A message that failed, as a request to send it once more.
import type { Contact } from '@rapport/contract/contacts.api';
import type { EmailAddress } from '@rapport/contract/email-addresses.api';
import type { Message } from '@rapport/contract/messaging.api';
import type { SendRequest } from './outgoing.ts';

type Known = {
  contact: Pick<Contact, 'phones' | 'emails'> | undefined;
  numbers: readonly { id: string }[];
  addresses: readonly Pick<EmailAddress, 'id' | 'address'>[];
};

/**
 * By the same line to the same recipient.
 * @returns null when that is not possible any more: a line was given back, or its attachments belong to the
 * first message
 */
export const sendAgain = (message: Message, known: Known): SendRequest | null => {
  const { contact_id, channel, body, attachments, to_address, from_address } = message;
  if (!contact_id || !body || attachments.length > 0 || !known.contact) return null;
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const base = {
    contact_id,
    channel,
    body,
    ...(message.ai_origin && { ai_origin: message.ai_origin as SendRequest['ai_origin'] }),
  };
  if (channel === 'sms') {
    const phone = known.contact.phones.find(({ phone_number }) => phone_number === to_address);
    const number = known.numbers.find(({ id }) => id === message.phone_number_id);
    return phone && number
      ? { ...base, contact_phone_id: phone.id, phone_number_id: number.id }
      : null;
  }
  const email = known.contact.emails.find((one) => same(one.email, to_address));
  const sender = known.addresses.find(({ address }) => same(address, from_address));
  return channel === 'email' && email && sender && message.subject
    ? { ...base, contact_email_id: email.id, email_address_id: sender.id, subject: message.subject }
    : null;
};
