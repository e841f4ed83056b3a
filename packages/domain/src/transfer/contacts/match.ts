// Whom a row of a file means: by our own id, the id of its source, a phone, an e-mail address, in this order.
import { fullName } from '../../contacts/names.ts';
import type { KnownContact } from './plan.ts';
import type { ContactDraft } from './read-contact.ts';

/** Who has which key, as far as the rows at hand name it. */
export type Directory = {
  /** Our ids; that of a contact that was merged away leads to the one who remains. */
  ids: Map<string, string>;
  external_ids: Map<string, Set<string>>;
  phones: Map<string, string>;
  emails: Map<string, Set<string>>;
  contacts: Map<string, KnownContact>;
};

export const emptyDirectory = (): Directory => ({
  ids: new Map(),
  external_ids: new Map(),
  phones: new Map(),
  emails: new Map(),
  contacts: new Map(),
});

export type Match = { found: string } | { found: null } | { conflict: string };

type Key = { said: string; owners: Set<string> };

/**
 * Whom a row means.
 * A row with our own id (an export of ours) is found by it, or else by its phone, but not by an e-mail
 * address alone: several people may share one, and such a row says that it is somebody of its own.
 * @returns the contact, null when it is somebody new, or the sentence that names both contacts that the
 *   keys of the row belong to
 */
export const matchRow = (draft: ContactDraft, directory: Directory): Match => {
  const phones = draft.phones.flatMap(({ phone_number }): Key[] => {
    const owner = directory.phones.get(phone_number);
    return owner ? [{ said: phone_number, owners: new Set([owner]) }] : [];
  });
  const known = draft.id === null ? undefined : directory.ids.get(draft.id);
  if (known !== undefined)
    return agreed(
      [{ said: `The ID ${draft.id}`, owners: new Set([known]) }, ...phones],
      draft,
      directory,
    );
  if (draft.id !== null) return agreed(phones, draft, directory);
  const { external_id } = draft.fields;
  const external = external_id === undefined ? undefined : directory.external_ids.get(external_id);
  const emails = draft.emails.flatMap(({ email }): Key[] => {
    const owners = directory.emails.get(email);
    return owners ? [{ said: email, owners }] : [];
  });
  const keys = [
    ...(external ? [{ said: `The external id ${external_id}`, owners: external }] : []),
    ...phones,
    ...emails,
  ];
  return agreed(keys, draft, directory);
};

/** The one contact that all keys can mean. */
const agreed = (keys: Key[], draft: ContactDraft, { contacts }: Directory): Match => {
  const [first, ...rest] = keys;
  if (!first) return { found: null };
  let possible = first.owners;
  for (const key of rest) {
    const both = new Set([...possible].filter((id) => key.owners.has(id)));
    if (both.size === 0) {
      const [one, other] = [possible, key.owners].map(([id]) => nameOf(contacts.get(id!)));
      return {
        conflict: `${first.said} belongs to ${one}, but ${key.said} to ${other}: merge the two, or part the row.`,
      };
    }
    possible = both;
  }
  if (possible.size === 1) return { found: [...possible][0]! };
  // Several share an address: the name decides.
  const named = [...possible].filter((id) => isNamed(contacts.get(id), draft));
  if (named.length === 1) return { found: named[0]! };
  const [one, other] = [...possible].map((id) => nameOf(contacts.get(id)));
  return {
    conflict: `${first.said} belongs to ${one} and to ${other}: add a phone number or an external id that tells them apart.`,
  };
};

const nameKey = (first: string | null | undefined, last: string | null | undefined): string =>
  fullName({ first_name: first ?? '', last_name: last ?? '' }).toLowerCase();

const isNamed = (contact: KnownContact | undefined, { fields }: ContactDraft): boolean =>
  contact !== undefined &&
  nameKey(contact.fields.first_name, contact.fields.last_name) ===
    nameKey(fields.first_name, fields.last_name);

const nameOf = (contact: KnownContact | undefined): string => {
  if (!contact) return 'another contact';
  const { first_name, last_name, company } = contact.fields;
  return (
    fullName({ first_name: first_name ?? '', last_name: last_name ?? '' }) ||
    company ||
    contact.phones[0]?.phone_number ||
    contact.emails[0]?.email ||
    'a contact without a name'
  );
};

const addTo = (map: Map<string, Set<string>>, key: string, id: string): void => {
  const owners = map.get(key);
  if (owners) owners.add(id);
  else map.set(key, new Set([id]));
};

/** Enters a contact as it is now. */
export const enter = (directory: Directory, contact: KnownContact): void => {
  const { id, fields, phones, emails } = contact;
  directory.contacts.set(id, contact);
  directory.ids.set(id, id);
  if (fields.external_id) addTo(directory.external_ids, fields.external_id, id);
  for (const { phone_number } of phones) directory.phones.set(phone_number, id);
  for (const { email } of emails) addTo(directory.emails, email.toLowerCase(), id);
};
