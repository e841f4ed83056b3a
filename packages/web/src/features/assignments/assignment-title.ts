// What to call a contact in the list of assignments, also when no name is known.
import type { ContactAssignment } from '@rapport/contract/assignments.api';
import { fullName } from '@rapport/domain/contacts/names';
import { formatPhone } from '../../lib/format.ts';

/** The name; without one the phone number. */
export const titleOf = ({ primary_phone, ...contact }: ContactAssignment): string =>
  fullName(contact) || (primary_phone ? formatPhone(primary_phone) : 'Unknown');
