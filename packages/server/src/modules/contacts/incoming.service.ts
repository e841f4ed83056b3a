// Contacts that come in from a file: each row finds its contact or becomes one, a batch at a time.
import { createHash } from 'node:crypto';
import {
  type Directory,
  emptyDirectory,
  enter,
  matchRow,
} from '@rapport/domain/transfer/contacts/match';
import {
  applyPatch,
  isNothing,
  type KnownContact,
  nobody,
  planRow,
  type UpdateRule,
} from '@rapport/domain/transfer/contacts/plan';
import { CONTACT_FIELDS } from '@rapport/domain/transfer/contacts/contact-fields';
import type { ContactDraft } from '@rapport/domain/transfer/contacts/read-contact';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { type ContactRow, listByIds } from './contacts.queries.ts';
import * as queries from './incoming.queries.ts';
import { emptyEffects, noteEffects, writeEffects } from './incoming-effects.service.ts';
import { lockContacts } from './resolve.queries.ts';

export type { Directory };
export { emptyDirectory };

export type IncomingSettings = {
  rule: UpdateRule;
  /** Who is written down as the one who changed it. */
  member_id: string | null;
  /** Ids of tags by their names in lower case: all that the rows name. Not needed for a dry run. */
  tags: Map<string, string>;
  /** Writes nothing, and goes on in what the batches before would have made of the contacts. */
  dry_run: Directory | null;
};

/** What became of a row. */
export type Outcome =
  | { kind: 'created' | 'updated' | 'unchanged'; contact_id: string }
  | { kind: 'rejected'; reason: string };

/** So many contacts a dry run remembers as the rows before left them, and so many of each kind of key. */
const REMEMBERED_CONTACTS = 20_000;
const REMEMBERED_KEYS = 300_000;

/**
 * Takes a batch of rows in, inside the caller's transaction, with the lines of the audit log.
 * Throws a serialization failure when somebody else just took a number of a row: the transaction is then
 * done again, and finds that contact.
 * @returns what became of each row, in their order
 */
export const takeIn = async (
  ctx: Ctx,
  drafts: ContactDraft[],
  settings: IncomingSettings,
): Promise<Outcome[]> => {
  const keyed = drafts.map(withKey);
  const directory = settings.dry_run ?? emptyDirectory();
  await look(ctx, keyed, directory, settings.dry_run === null);
  const effects = emptyEffects();
  const outcomes = keyed.map((draft): Outcome => {
    const match = matchRow(draft, directory);
    if ('conflict' in match) return { kind: 'rejected', reason: match.conflict };
    const isNew = match.found === null;
    const known = isNew ? nobody(draft.id ?? newId()) : contactOf(directory, match.found);
    const patch = planRow(draft, known, settings.rule);
    if (!isNew && isNothing(patch)) return { kind: 'unchanged', contact_id: known.id };
    if (isNew) {
      patch.fields.status ??= 'active';
      patch.fields.source ??= 'import';
    }
    noteEffects(effects, known, patch, isNew);
    enter(directory, applyPatch(known, patch));
    return { kind: isNew ? 'created' : 'updated', contact_id: known.id };
  });
  if (settings.dry_run) forget(directory);
  else await writeEffects(ctx, effects, settings);
  return outcomes;
};

/**
 * A row without any key gets an id made of its name, so that the same row means the same contact in a
 * second import of the file.
 */
const withKey = (draft: ContactDraft): ContactDraft => {
  const { id, fields, phones, emails } = draft;
  if (id ?? fields.external_id ?? phones[0] ?? emails[0]) return draft;
  const said = [fields.first_name, fields.last_name, fields.company].map((text) =>
    (text ?? '').toLowerCase(),
  );
  const hex = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  // A UUID of version 8: of our own making.
  const made = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { ...draft, id: made };
};

/** Finds who has the keys of the rows, holds them, and reads them. */
const look = async (
  ctx: Ctx,
  drafts: ContactDraft[],
  directory: Directory,
  hold: boolean,
): Promise<void> => {
  const emails = drafts.flatMap((draft) => draft.emails.map(({ email }) => email));
  const { contact_ids, merged } = await queries.findByKeys(ctx, {
    ids: drafts.flatMap(({ id }) => id ?? []),
    external_ids: drafts.flatMap(({ fields }) => fields.external_id ?? []),
    phones: drafts.flatMap((draft) => draft.phones.map(({ phone_number }) => phone_number)),
    emails,
  });
  const unknown = contact_ids.filter((id) => !directory.contacts.has(id));
  if (unknown.length > 0) {
    if (hold) await lockContacts(ctx, unknown);
    for (const row of await listByIds(ctx, unknown)) enter(directory, knownOf(row));
    for (const { email, contact_id } of await queries.listEmailOwners(ctx, emails))
      if (!directory.emails.has(email)) directory.emails.set(email, new Set([contact_id]));
  }
  for (const [id, contact_id] of merged) directory.ids.set(id, contact_id);
};

const knownOf = (row: ContactRow): KnownContact => ({
  id: row.id,
  fields: Object.fromEntries(
    CONTACT_FIELDS.map((field) => [field, row[field] === '' ? null : row[field]]),
  ) as KnownContact['fields'],
  phones: row.phones,
  emails: row.emails,
  addresses: row.addresses,
  tags: row.tags.map(({ name }) => name),
});

/** A dry run of a very long file may have forgotten what a row before would have made. */
const contactOf = (directory: Directory, id: string): KnownContact =>
  directory.contacts.get(id) ?? nobody(id);

const forget = ({ contacts, ...keys }: Directory): void => {
  keepNewest(contacts, REMEMBERED_CONTACTS);
  for (const map of Object.values(keys)) keepNewest(map, REMEMBERED_KEYS);
};

const keepNewest = (map: Map<string, unknown>, most: number): void => {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
};
