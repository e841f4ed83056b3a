// What to call a contact, also when no name is known.
import type { Contact } from '@rapport/contract/contacts.api';
import { fullName } from '@rapport/domain/contacts/names';
import { formatPhone } from '../../lib/format.ts';

type Named = Pick<Contact, 'first_name' | 'last_name' | 'phones' | 'emails' | 'identities'>;

/** The preferred entry of a list, else the first one. */
export const preferred = <T extends { is_preferred: boolean }>(
  entries: readonly T[],
): T | undefined => entries.find((entry) => entry.is_preferred) ?? entries[0];

/** The name; else the phone number, the e-mail address, the channel's own id; else "Unknown". */
export const titleOf = (contact: Named): string => {
  const name = fullName(contact);
  if (name !== '') return name;
  const phone = preferred(contact.phones)?.phone_number;
  if (phone) return formatPhone(phone);
  return preferred(contact.emails)?.email ?? contact.identities[0]?.external_id ?? 'Unknown';
};

/** What the initials are taken from: a name only, never the digits of a number. */
export const avatarName = (contact: Named): string => fullName(contact);

/** "Principal, Holloway Voss Architects"; empty when neither is known. */
export const workOf = (contact: Pick<Contact, 'company' | 'job_title'>): string =>
  [contact.job_title, contact.company].filter(Boolean).join(', ');
