// What a batch of rows from a file does to contacts: gathered row by row, written all at once.
import type { Address } from '@rapport/domain/transfer/contacts/raw-contact';
import type { ContactPatch, KnownContact } from '@rapport/domain/transfer/contacts/plan';
import type { ContactField } from '@rapport/domain/transfer/contacts/contact-fields';
import type { Ctx } from '../../platform/ctx.ts';
import { type Change, CREATED, recordMany } from './changes.service.ts';
import * as queries from './incoming.queries.ts';

type Fields = Partial<Record<ContactField, string>>;
type Part = { contact_id: string; is_first: boolean };

export type Effects = {
  created: Map<string, Fields>;
  updated: Map<string, Fields>;
  phones: (Part & ContactPatch['phones'][number])[];
  emails: (Part & ContactPatch['emails'][number])[];
  addresses: (Part & Address)[];
  phone_labels: ContactPatch['phone_labels'];
  email_labels: (ContactPatch['email_labels'][number] & { contact_id: string })[];
  taggings: { contact_id: string; name: string }[];
  changes: (Change & { contact_id: string })[];
};

export const emptyEffects = (): Effects => ({
  created: new Map(),
  updated: new Map(),
  phones: [],
  emails: [],
  addresses: [],
  phone_labels: [],
  email_labels: [],
  taggings: [],
  changes: [],
});

/**
 * Notes what one row does. A later row of the same batch may add to a contact that an earlier one makes.
 * Of a new contact the log says that it was created; what it was made with, the lines of later changes tell.
 */
export const noteEffects = (
  effects: Effects,
  known: KnownContact,
  patch: ContactPatch,
  isNew: boolean,
): void => {
  const contact_id = known.id;
  const into = isNew || effects.created.has(contact_id) ? effects.created : effects.updated;
  into.set(contact_id, { ...into.get(contact_id), ...patch.fields });
  const part = <T>(before: unknown[], added: T[]) =>
    added.map((one, i) => ({ ...one, contact_id, is_first: before.length === 0 && i === 0 }));
  effects.phones.push(...part(known.phones, patch.phones));
  effects.emails.push(...part(known.emails, patch.emails));
  effects.addresses.push(...part(known.addresses, patch.addresses));
  effects.phone_labels.push(...patch.phone_labels);
  effects.email_labels.push(...patch.email_labels.map((one) => ({ ...one, contact_id })));
  effects.taggings.push(...patch.tags.map((name) => ({ contact_id, name })));
  if (isNew) effects.changes.push({ contact_id, ...CREATED });
  else if (!effects.created.has(contact_id))
    effects.changes.push(...linesOf(known, patch).map((line) => ({ contact_id, ...line })));
};

const linesOf = (known: KnownContact, patch: ContactPatch): Change[] => [
  ...Object.entries(patch.fields).map(([field, after]) => ({
    field,
    before: known.fields[field as ContactField] || null,
    after,
  })),
  ...patch.phones.map((one) => added('phone', one.phone_number, one.label)),
  ...patch.emails.map((one) => added('email', one.email, one.label)),
  ...patch.phone_labels.map(({ phone_number, label }) => ({
    ...added('phone', phone_number, label),
    before: phone_number,
  })),
  ...patch.email_labels.map(({ email, label }) => ({
    ...added('email', email, label),
    before: email,
  })),
  ...patch.addresses.map(({ street, city, state, zip, country, label }) =>
    added('address', [street, city, state, zip, country].filter(Boolean).join(', '), label),
  ),
  ...patch.tags.map((name) => added('tag', name, null)),
];

const added = (field: string, value: string, label: string | null): Change => ({
  field,
  before: null,
  after: label ? `${value} (${label})` : value,
});

/** Somebody else took a number between the look and the write: the whole batch is done again. */
const lostRace = (): Error =>
  Object.assign(new Error('a phone number was taken meanwhile'), { code: '40001' });

/** Writes what was gathered. Numbers first: whoever loses one of them must not make a contact. */
export const writeEffects = async (
  ctx: Ctx,
  effects: Effects,
  { member_id, tags }: { member_id: string | null; tags: Map<string, string> },
): Promise<void> => {
  if ((await queries.insertPhones(ctx, effects.phones)) < effects.phones.length) throw lostRace();
  await queries.insertEmails(ctx, effects.emails);
  await queries.insertContacts(ctx, listOf(effects.created));
  await queries.updateContacts(ctx, listOf(effects.updated));
  await queries.insertAddresses(ctx, effects.addresses);
  await queries.labelPhones(ctx, effects.phone_labels);
  await queries.labelEmails(ctx, effects.email_labels);
  await queries.insertTaggings(
    ctx,
    effects.taggings.map(({ contact_id, name }) => ({
      contact_id,
      tag_id: tags.get(name.toLowerCase())!,
    })),
  );
  await recordMany(ctx, effects.changes, 'import', member_id);
};

const listOf = (contacts: Map<string, Fields>) =>
  [...contacts].map(([id, fields]) => ({ id, fields }));
