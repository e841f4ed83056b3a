// What phones, e-mails and addresses are called, and how an address is written.
import type { Contact } from '@rapport/contract/contacts.api';
import { formatPhone } from '../../lib/format.ts';
import type { Way, WayKind } from './ways.api.ts';

export const WAY_WORDS: Record<WayKind, { title: string; one: string; first: string }> = {
  phone: { title: 'Phone', one: 'phone number', first: 'preferred' },
  email: { title: 'E-mail', one: 'e-mail address', first: 'preferred' },
  address: { title: 'Address', one: 'address', first: 'primary' },
};

const addressLines = (address: Contact['addresses'][number]): string =>
  [
    address.street,
    [address.zip, address.city].filter(Boolean).join(' '),
    [address.state, address.country].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join('\n');

/** What is copied. */
export const wayValue = ({ kind, entry }: Way): string => {
  if (kind === 'phone') return entry.phone_number;
  return kind === 'email' ? entry.email : addressLines(entry);
};

/** What is read. */
export const wayShown = (way: Way): string =>
  way.kind === 'phone' ? formatPhone(way.entry.phone_number) : wayValue(way);

/** Whether it is the preferred or primary one of its kind. */
export const isFirst = ({ kind, entry }: Way): boolean =>
  kind === 'address' ? entry.is_primary : entry.is_preferred;
