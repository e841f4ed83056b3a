// Resolve or create: who is behind a number, an address or a channel's id. The database settles races.
import { splitName } from '@rapport/domain/contacts/names';
import type { Ctx } from '../../platform/ctx.ts';
import { inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { CREATED, recordMany } from './changes.service.ts';
import {
  claimKeys,
  findOwners,
  insertContacts,
  insertEmails,
  type Key,
  keyText,
  lockContacts,
  moveIdentities,
  nameStubs,
  type NewContact,
  preferPhones,
  touchContacts,
} from './resolve.queries.ts';

export { touchContacts };

/** What is known of somebody who wrote, called or stands in a file. */
export type Candidate = {
  /** Display name, if the source has one. */
  name: string | null;
  /** E.164, a short code or a sender's name. */
  phone: { phone_number: string; raw: string | null; extension: string | null } | null;
  /** In lower case. */
  email: string | null;
  /** Beside phone and e-mail; the first key that is known decides who it is. */
  identities: { channel: string; external_id: string }[];
};

export type ResolveOptions = {
  source: string;
  is_sample?: boolean;
  /** When a contact that is created was last in touch; null for one made without contact. */
  last_contacted_at: Date | null;
  /** Whether each creation is told on its own; a mass import tells once. */
  emit_each: boolean;
};

export type Resolved = { contact_id: string; created: boolean };

/** The keys of a candidate, the most telling first. */
export const keysOf = (candidate: Candidate): Key[] => [
  ...(candidate.phone ? [{ kind: 'phone' as const, ...candidate.phone }] : []),
  ...candidate.identities.map((identity) => ({ kind: 'identity' as const, ...identity })),
  ...(candidate.email
    ? [{ kind: 'identity' as const, channel: 'email', external_id: candidate.email }]
    : []),
];

/**
 * The contacts of candidates, in their order; those that do not exist are created. However many processes
 * resolve the same new person at once, one contact results: keys are claimed first, under their unique
 * constraint, and only the winner of its first key inserts the contact.
 * @param candidates each with at least one key
 */
export const resolveContacts = async (
  ctx: Ctx,
  candidates: Candidate[],
  options: ResolveOptions,
): Promise<Resolved[]> =>
  inTx(ctx, async (ctx) => {
    const keys = candidates.map(keysOf);
    let owners = await findOwners(ctx, keys.flat());
    const proposed = propose(keys, owners);
    await lockContacts(
      ctx,
      proposed.claims.map(({ contact_id }) => contact_id).filter((id) => !proposed.new_ids.has(id)),
    );
    await claimKeys(ctx, proposed.claims);
    if (proposed.claims.length > 0) owners = await findOwners(ctx, keys.flat());

    const contactIds = keys.map((own) => own.map((key) => owners.get(keyText(key))).find(Boolean)!);
    const isNew = new Set(contactIds.filter((id) => proposed.new_ids.has(id)));
    await moveIdentities(ctx, strayIdentities(keys, owners, contactIds, proposed.new_ids, isNew));
    // The number that would have been preferred may be the one that was lost.
    if (proposed.claims.some(({ key, contact_id }) => owners.get(keyText(key)) !== contact_id))
      await preferPhones(ctx, [...isNew]);
    await insertContacts(ctx, newContacts(candidates, contactIds, isNew, options));
    await recordMany(
      ctx,
      [...isNew].map((contact_id) => ({ contact_id, ...CREATED })),
    );
    await addDetails(ctx, candidates, contactIds, isNew);
    if (options.emit_each)
      for (const contact_id of isNew) await emit(ctx, 'contact.created', { contact_id });
    return contactIds.map((contact_id) => ({ contact_id, created: isNew.has(contact_id) }));
  });

/** Proposes an id for each person without a contact, and claims for every key that nobody has. */
const propose = (keys: Key[][], owners: Map<string, string>) => {
  const ids = new Map(owners);
  const new_ids = new Set<string>();
  const claims: { key: Key; contact_id: string }[] = [];
  for (const own of keys) {
    let contact_id = own.map((key) => ids.get(keyText(key))).find(Boolean);
    if (!contact_id) new_ids.add((contact_id = newId()));
    for (const key of own) {
      if (ids.has(keyText(key))) continue;
      ids.set(keyText(key), contact_id);
      claims.push({ key, contact_id });
    }
  }
  return { claims, new_ids };
};

/**
 * Identities won for a proposed contact that will not be inserted, because its first key was lost to
 * somebody faster: they belong to the winner. A number is never among them, being the first key itself.
 */
const strayIdentities = (
  keys: Key[][],
  owners: Map<string, string>,
  contactIds: string[],
  proposed: Set<string>,
  isNew: Set<string>,
) =>
  keys.flatMap((own, i) =>
    own.flatMap((key) => {
      const owner = owners.get(keyText(key))!;
      const isStray = key.kind === 'identity' && proposed.has(owner) && !isNew.has(owner);
      return isStray ? [{ key, contact_id: contactIds[i]! }] : [];
    }),
  );

const newContacts = (
  candidates: Candidate[],
  contactIds: string[],
  isNew: Set<string>,
  options: ResolveOptions,
): NewContact[] => {
  const contacts = new Map<string, NewContact>();
  candidates.forEach((candidate, i) => {
    const id = contactIds[i]!;
    if (!isNew.has(id)) return;
    const named = splitName(candidate.name ?? '');
    const before = contacts.get(id);
    if (before && (before.first_name !== '' || named.first_name === '')) return;
    contacts.set(id, {
      id,
      ...named,
      source: options.source,
      is_sample: options.is_sample ?? false,
      last_contacted_at: options.last_contacted_at,
    });
  });
  return [...contacts.values()];
};

/** E-mail addresses, and names for contacts that were there as stubs. */
const addDetails = async (
  ctx: Ctx,
  candidates: Candidate[],
  contactIds: string[],
  isNew: Set<string>,
): Promise<void> => {
  const emails = new Map<string, { contact_id: string; email: string }>();
  const names = new Map<string, { contact_id: string; first_name: string; last_name: string }>();
  candidates.forEach(({ email, name }, i) => {
    const contact_id = contactIds[i]!;
    if (email) emails.set(`${contact_id} ${email}`, { contact_id, email });
    if (!name || isNew.has(contact_id)) return;
    const split = splitName(name);
    if (split.first_name !== '' && !names.has(contact_id))
      names.set(contact_id, { contact_id, ...split });
  });
  const touched = [...emails.values(), ...names.values()].map(({ contact_id }) => contact_id);
  await lockContacts(
    ctx,
    touched.filter((id) => !isNew.has(id)),
  );
  const added = await insertEmails(ctx, [...emails.values()]);
  await recordMany(
    ctx,
    added
      .filter(({ contact_id }) => !isNew.has(contact_id))
      .map(({ contact_id, email }) => ({ contact_id, field: 'email', before: null, after: email })),
  );
  const named = await nameStubs(ctx, [...names.values()]);
  await recordMany(
    ctx,
    named.flatMap((contact_id) => namings(names.get(contact_id)!)),
  );
};

/** A stub may have been "Unknown" before; that was no name. */
const namings = (name: { contact_id: string; first_name: string; last_name: string }) =>
  (['first_name', 'last_name'] as const).flatMap((field) =>
    name[field] === ''
      ? []
      : [{ contact_id: name.contact_id, field, before: null, after: name[field] }],
  );
