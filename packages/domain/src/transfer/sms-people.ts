// Who is in a message of a phone backup.
//
// A group message is one message to several people. We keep one history per contact, so an inbound
// one belongs to its sender alone, and an outbound one is given to each participant, with the
// participant added to the external id.
import { storable } from './rows.ts';
import type { XmlAttributes } from './xml-elements.ts';

/** An element with the parts and addresses of an MMS; both are empty for an SMS. */
export type SmsElement = {
  line: number;
  attributes: XmlAttributes;
  parts: XmlAttributes[];
  addresses: XmlAttributes[];
};

/** Stands for the phone's own number in MMS addresses. */
const OWN_TOKEN = 'insert-address-token';
/** Addresses of an MMS, by their PDU header. */
const FROM = '137';
const RECIPIENTS = new Set(['151', '130', '129']);

export type People = {
  /** The contacts that the message is filed under. */
  counterparts: string[];
  /** Everybody but us. */
  participants: string[];
};

/** Who wrote an SMS or MMS to whom. @param own digits of our numbers */
export function peopleOf(
  { attributes, addresses }: SmsElement,
  direction: 'inbound' | 'outbound',
  own: string[],
): People {
  const isOurs = (address: string) =>
    address === OWN_TOKEN || own.some((n) => sameLine(n, address));
  const thread = unique((attributes['address'] ?? '').split('~')).filter((one) => !isOurs(one));
  const withType = (wanted: (type: string) => boolean) =>
    unique(addresses.filter(({ type = '' }) => wanted(type)).map(({ address }) => address));
  const sender = withType((type) => type === FROM).find((one) => !isOurs(one));
  const recipients = withType((type) => RECIPIENTS.has(type));
  const others = recipients.filter((one) => !isOurs(one));

  if (direction === 'outbound') {
    const participants = thread.length > 1 || others.length === 0 ? thread : others;
    return { counterparts: participants, participants };
  }
  // One of the recipients is us; when none is known to be, a single one is.
  const oursIsListed = others.length < recipients.length;
  const heardOthers = thread.length > 1 ? thread : oursIsListed || others.length > 1 ? others : [];
  const from = sender ?? (thread.length === 1 ? thread[0] : undefined);
  const participants = unique(from === undefined ? heardOthers : [from, ...heardOthers]);
  return { counterparts: from === undefined ? [] : [from], participants };
}

function unique(addresses: (string | undefined)[]): string[] {
  return [...new Set(addresses.map(present).filter((one) => one !== undefined))];
}

/** Whether two writings end in the same digits: enough to know a number again on one's own phone. */
function sameLine(digits: string, address: string): boolean {
  const other = address.replace(/\D/g, '');
  return other.length >= 7 && (digits.endsWith(other) || other.endsWith(digits));
}

/** The text with which backups write "no value". */
export function present(value: string | undefined): string | undefined {
  const text = value === undefined ? '' : storable(value).trim();
  return text === '' || text === 'null' ? undefined : text;
}
