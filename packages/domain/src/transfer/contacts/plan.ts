// What a row of a file does to the contact that it means: what is added, what is filled, what is overwritten.
import { isEmptyName } from '../../contacts/names.ts';
import type { Address } from './raw-contact.ts';
import { CONTACT_FIELDS, type ContactField } from './contact-fields.ts';
import type { ContactDraft, EmailEntry, PhoneEntry } from './read-contact.ts';

/** A contact as it is, as far as a file can change it. */
export type KnownContact = {
  id: string;
  fields: Record<ContactField, string | null>;
  phones: { phone_number: string; label: string | null }[];
  emails: { email: string; label: string | null }[];
  addresses: Address[];
  tags: string[];
};

export type UpdateRule = 'fill_empty' | 'overwrite';

/** What is to be written of a row; nothing of all is a contact that stays as it is. */
export type ContactPatch = {
  fields: Partial<Record<ContactField, string>>;
  phones: PhoneEntry[];
  emails: EmailEntry[];
  phone_labels: { phone_number: string; label: string }[];
  email_labels: { email: string; label: string }[];
  addresses: Address[];
  tags: string[];
};

/** A contact of whom nothing is known: what a new one starts as. */
export const nobody = (id: string): KnownContact => ({
  id,
  fields: Object.fromEntries(
    CONTACT_FIELDS.map((field) => [field, null]),
  ) as KnownContact['fields'],
  phones: [],
  emails: [],
  addresses: [],
  tags: [],
});

/**
 * Compares a row with the contact that it means.
 * Numbers, addresses and tags are only ever added. A field that is empty is filled; one that is not
 * is left or overwritten, by the rule. No file lifts a "do not contact".
 */
export const planRow = (
  draft: ContactDraft,
  known: KnownContact,
  rule: UpdateRule,
): ContactPatch => ({
  fields: fieldsToWrite(draft, known, rule),
  phones: draft.phones.filter(
    ({ phone_number }) => !known.phones.some((phone) => phone.phone_number === phone_number),
  ),
  emails: draft.emails.filter(
    ({ email }) => !known.emails.some((one) => one.email.toLowerCase() === email),
  ),
  phone_labels: draft.phones.flatMap(({ phone_number, label }) => {
    const phone = known.phones.find((one) => one.phone_number === phone_number);
    return phone && label && isWritten(phone.label, label, rule) ? [{ phone_number, label }] : [];
  }),
  email_labels: draft.emails.flatMap(({ email, label }) => {
    const one = known.emails.find((other) => other.email.toLowerCase() === email);
    return one && label && isWritten(one.label, label, rule) ? [{ email: one.email, label }] : [];
  }),
  addresses: newAddresses(draft.addresses, known.addresses),
  tags: draft.tags.filter(
    (tag) => !known.tags.some((name) => name.toLowerCase() === tag.toLowerCase()),
  ),
});

const isWritten = (was: string | null, is: string, rule: UpdateRule): boolean =>
  !was ? true : rule === 'overwrite' && was !== is;

const fieldsToWrite = (
  { fields }: ContactDraft,
  known: KnownContact,
  rule: UpdateRule,
): ContactPatch['fields'] => {
  const written: ContactPatch['fields'] = {};
  for (const field of CONTACT_FIELDS) {
    const value = fields[field];
    const was = known.fields[field];
    if (value === undefined || value === was) continue;
    const isName = field === 'first_name' || field === 'last_name';
    const before = was !== null && isName && isEmptyName(was) ? null : was;
    if (field === 'status' && before === 'do_not_contact') continue;
    if (isWritten(before, value, rule)) written[field] = value;
  }
  return written;
};

const addressText = ({ street, city, state, zip, country }: Address): string =>
  JSON.stringify(
    [street, city, state, zip, country].map((part) =>
      (part ?? '')
        .toLowerCase()
        .replaceAll(/[\s,]+/g, ' ')
        .trim(),
    ),
  );

/** Two addresses are one when both say the same, and their labels do not part them ("Home", "Work"). */
const isSame = (a: Address, b: Address): boolean =>
  addressText(a) === addressText(b) && (!a.label || !b.label || a.label === b.label);

const newAddresses = (given: Address[], known: Address[]): Address[] => {
  const all = [...known];
  return given.filter((address) => {
    if (all.some((other) => isSame(address, other))) return false;
    all.push(address);
    return true;
  });
};

export const isNothing = (patch: ContactPatch): boolean =>
  Object.keys(patch.fields).length === 0 &&
  Object.values(patch).every((part) => !Array.isArray(part) || part.length === 0);

/** The contact once a patch is written: what the next row of the same person is compared with. */
export const applyPatch = (known: KnownContact, patch: ContactPatch): KnownContact => {
  const phoneLabels = new Map(patch.phone_labels.map((one) => [one.phone_number, one.label]));
  const emailLabels = new Map(patch.email_labels.map((one) => [one.email, one.label]));
  return {
    id: known.id,
    fields: { ...known.fields, ...patch.fields },
    phones: [
      ...known.phones.map((one) => ({
        ...one,
        label: phoneLabels.get(one.phone_number) ?? one.label,
      })),
      ...patch.phones,
    ],
    emails: [
      ...known.emails.map((one) => ({ ...one, label: emailLabels.get(one.email) ?? one.label })),
      ...patch.emails,
    ],
    addresses: [...known.addresses, ...patch.addresses],
    tags: [...known.tags, ...patch.tags],
  };
};
