// A contact as a file has it -> one that may be written, or what is wrong with it.
import { parseEmail } from '../../contacts/emails.ts';
import { splitName } from '../../contacts/names.ts';
import { parsePhone } from '../../contacts/phones.ts';
import { storable } from '../rows.ts';
import {
  CONTACT_FIELDS,
  type ContactField,
  FIELD_LENGTHS,
  FIELD_READERS,
  FIELD_WORDS,
  quote,
  type ReadSettings,
} from './contact-fields.ts';
import type { Address, RawContact } from './raw-contact.ts';

const ADDRESS_LENGTHS = { street: 300, city: 120, state: 120, zip: 20, country: 80, label: 60 };
const LONGEST_LABEL = 60;
const LONGEST_TAG = 60;
const LONGEST_NOTE = 100_000;

export type PhoneEntry = {
  phone_number: string;
  raw: string;
  extension: string | null;
  label: string | null;
};
export type EmailEntry = { email: string; label: string | null };

/** A contact of a file, checked. Fields that are empty are not there. */
export type ContactDraft = {
  /** The id that this product gave the contact, from an export of its own. */
  id: string | null;
  fields: Partial<Record<ContactField, string>>;
  phones: PhoneEntry[];
  emails: EmailEntry[];
  addresses: Address[];
  tags: string[];
  notes: string[];
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Checks a contact of a file.
 * @returns the contact, or one sentence for each thing that is wrong: then nothing of the row is written
 */
export const readContact = (
  raw: RawContact,
  settings: ReadSettings,
): { draft: ContactDraft } | { problems: string[] } => {
  const problems: string[] = [];
  const draft: ContactDraft = {
    id: idOf(raw.fields.id, problems),
    fields: fieldsOf(raw, settings, problems),
    phones: phonesOf(raw, settings, problems),
    emails: emailsOf(raw, problems),
    addresses: raw.addresses.map((address) => addressOf(address, problems)),
    tags: tagsOf(raw.tags, problems),
    notes: [...new Set(raw.notes.map((note) => bounded(note, 'note', LONGEST_NOTE, problems)))],
  };
  if (problems.length === 0 && isNobody(draft))
    problems.push('The row has neither a name nor a company, phone or e-mail address.');
  return problems.length > 0 ? { problems } : { draft };
};

const isNobody = ({ id, fields, phones, emails }: ContactDraft): boolean =>
  !id &&
  phones.length === 0 &&
  emails.length === 0 &&
  !fields.first_name &&
  !fields.last_name &&
  !fields.company &&
  !fields.external_id;

const bounded = (text: string, what: string, most: number, problems: string[]): string => {
  const clean = storable(text).trim();
  if (clean.length > most)
    problems.push(`The ${what} is longer than ${most.toLocaleString('en')} characters.`);
  return clean;
};

const idOf = (text: string | undefined, problems: string[]): string | null => {
  if (text === undefined) return null;
  if (UUID.test(text)) return text.toLowerCase();
  problems.push(`${quote(text)} is not a Rapport ID; map the column to External ID instead.`);
  return null;
};

const fieldsOf = (
  { fields }: RawContact,
  settings: ReadSettings,
  problems: string[],
): ContactDraft['fields'] => {
  const read: ContactDraft['fields'] = {};
  const name = fields.name ? splitName(storable(fields.name)) : null;
  for (const field of CONTACT_FIELDS) {
    const given = fields[field] ?? (name && isName(field) ? name[field] : undefined);
    if (given === undefined || given.trim() === '') continue;
    const text = bounded(given, FIELD_WORDS[field], FIELD_LENGTHS[field], problems);
    const value = FIELD_READERS[field]?.(text, settings) ?? text;
    if (typeof value === 'string') read[field] = value;
    else problems.push(value.problem);
  }
  return read;
};

const isName = (field: ContactField): field is 'first_name' | 'last_name' =>
  field === 'first_name' || field === 'last_name';

const labelOf = (label: string | null): string | null =>
  (label && storable(label).trim().slice(0, LONGEST_LABEL)) || null;

const phonesOf = (
  { phones }: RawContact,
  { country }: ReadSettings,
  problems: string[],
): PhoneEntry[] => {
  const read = new Map<string, PhoneEntry>();
  for (const { value, label } of phones) {
    const raw = storable(value).trim();
    const phone = parsePhone(raw, country);
    if (!phone.ok) problems.push(phone.reason);
    else if (!read.has(phone.e164))
      read.set(phone.e164, {
        phone_number: phone.e164,
        raw,
        extension: phone.extension,
        label: labelOf(label),
      });
  }
  return [...read.values()];
};

const emailsOf = ({ emails }: RawContact, problems: string[]): EmailEntry[] => {
  const read = new Map<string, EmailEntry>();
  for (const { value, label } of emails) {
    const email = parseEmail(storable(value).replace(/^mailto:/i, ''));
    if (!email) problems.push(`${quote(value)} is not an e-mail address.`);
    else if (!read.has(email)) read.set(email, { email, label: labelOf(label) });
  }
  return [...read.values()];
};

const addressOf = (address: Address, problems: string[]): Address => {
  const read = { ...address };
  for (const part of ['street', 'city', 'state', 'zip', 'country'] as const) {
    const text = address[part];
    read[part] = text && (bounded(text, part, ADDRESS_LENGTHS[part], problems) || null);
  }
  read.label = labelOf(address.label);
  return read;
};

const tagsOf = (tags: string[], problems: string[]): string[] => {
  const read = new Map<string, string>();
  for (const tag of tags) {
    const name = bounded(tag, `tag ${quote(tag)}`, LONGEST_TAG, problems);
    if (name !== '' && !read.has(name.toLowerCase())) read.set(name.toLowerCase(), name);
  }
  return [...read.values()];
};
