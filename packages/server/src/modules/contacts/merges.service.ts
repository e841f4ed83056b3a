// Two contacts that are one person: made one with all that belongs to them, and parted again for 30 days.
import { MERGE_FIELDS } from '@rapport/contract/contact-merges.api';
import { fullName, isStub } from '@rapport/domain/contacts/names';
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { recordChanges, trackChanges } from './changes.service.ts';
import { contactErrors } from './contacts.errors.ts';
import { presentContact } from './contacts.present.ts';
import { type ContactRow, deleteContact, findContact } from './contacts.queries.ts';
import * as queries from './merges.queries.ts';
import { preferOne } from './parts.queries.ts';

type Field = (typeof MERGE_FIELDS)[number];
type Merging = { other_id: string; take: Field[] };

const UNDO_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** @throws CONTACT_NOT_FOUND for either, INVALID_INPUT when they are one */
const readPair = async (ctx: Ctx, contact_id: string, other_id: string) => {
  if (contact_id === other_id)
    throw invalidInput([{ field: 'other_id', message: 'is the contact itself' }]);
  const [contact, other] = [await findContact(ctx, contact_id), await findContact(ctx, other_id)];
  if (!contact || !other) throw contactErrors.CONTACT_NOT_FOUND();
  return { contact, other };
};

const valueOf = (row: ContactRow, field: Field): string | null => {
  if (field === 'name') return isStub(row) ? null : fullName(row);
  return row[field] || null;
};

/**
 * Who wins a field: the contact with what it has, else the other; but nobody comes to be written to by a
 * merge who asked not to be.
 */
const winnerOf = (contact: ContactRow, other: ContactRow, field: Field, take: Field[]) => {
  if (field === 'status' && [contact.status, other.status].includes('do_not_contact'))
    return contact.status === 'do_not_contact' ? 'contact' : 'other';
  if (take.includes(field)) return 'other';
  return valueOf(contact, field) === null && valueOf(other, field) !== null ? 'other' : 'contact';
};

/** Which value of each field would win. @throws CONTACT_NOT_FOUND, INVALID_INPUT */
export const previewMerge = async (ctx: Ctx, contact_id: string, { other_id, take }: Merging) => {
  const { contact, other } = await readPair(ctx, contact_id, other_id);
  return {
    fields: MERGE_FIELDS.map((field) => ({
      field,
      value: valueOf(contact, field),
      other_value: valueOf(other, field),
      winner: winnerOf(contact, other, field, take) as 'contact' | 'other',
    })),
  };
};

/** The columns in which the other wins. */
const columnsTaken = (contact: ContactRow, other: ContactRow, take: Field[]) =>
  MERGE_FIELDS.filter((field) => winnerOf(contact, other, field, take) === 'other').flatMap(
    (field) => (field === 'name' ? (['first_name', 'last_name'] as const) : [field]),
  );

/** @throws CONTACT_NOT_FOUND, INVALID_INPUT */
export const mergeContacts = async (ctx: Ctx, contact_id: string, { other_id, take }: Merging) =>
  inTx(ctx, async (ctx) => {
    await queries.lockContacts(ctx, [contact_id, other_id]);
    const { contact, other } = await readPair(ctx, contact_id, other_id);
    await queries.forgetMerges(ctx, daysAgo(ctx.now()));
    const rows_before = await queries.takeSnapshot(ctx, [contact_id, other_id]);
    const join = async (ctx: Ctx) =>
      moveAll(ctx, contact, other, columnsTaken(contact, other, take));
    const { result: moved } = await trackChanges(ctx, contact_id, join, 'merge');
    await deleteContact(ctx, other_id);
    const merge = await queries.insertMerge(ctx, {
      id: newId(),
      kept_id: contact_id,
      other_id,
      other_name: nameOf(other),
      rows_before,
      rows_after: await queries.takeSnapshot(ctx, [contact_id]),
      moved,
      merged_by: memberIdOf(ctx),
    });
    const line = { field: 'merge', before: null, after: nameOf(other) };
    await recordChanges(ctx, contact_id, [line], 'merge');
    await emit(ctx, 'contact.updated', { contact_id });
    await emit(ctx, 'contact.removed', { contact_id: other_id });
    return {
      merge: presentMerge(merge),
      contact: presentContact((await findContact(ctx, contact_id))!),
    };
  });

const nameOf = (row: ContactRow): string =>
  valueOf(row, 'name') ?? row.phones[0]?.phone_number ?? row.emails[0]?.email ?? 'Unknown';

const moveAll = async (
  ctx: Ctx,
  { id: to }: ContactRow,
  other: ContactRow,
  taken: ReturnType<typeof columnsTaken>,
): Promise<queries.Moved> => {
  await queries.dropEvidence(ctx, to, taken);
  const values = Object.fromEntries(taken.map((column) => [column, other[column]]));
  await queries.settleContact(ctx, to, other.id, values);
  for (const table of queries.SETTLED_TABLES) await queries.moveSettled(ctx, table, to, other.id);
  for (const kind of ['phone', 'email', 'address'] as const) await preferOne(ctx, to, kind, {});
  await queries.joinMemories(ctx, to, other.id);
  for (const table of queries.FOLLOWING_TABLES)
    await queries.moveFollowing(ctx, table, to, other.id);
  const moved: queries.Moved = {};
  for (const table of queries.MOVED_TABLES)
    moved[table] = await queries.moveRows(ctx, table, other.id, to);
  return moved;
};

/**
 * Parts two contacts again: both are exactly as they were, and what came since stays with the one who
 * remained.
 * @throws MERGE_NOT_FOUND, MERGE_UNDONE, MERGE_TOO_OLD, MERGE_KEPT saying what makes it impossible
 */
export const undoMerge = async (ctx: Ctx, id: string) =>
  inTx(ctx, async (ctx) => {
    const merge = await queries.lockMerge(ctx, id);
    if (!merge) throw contactErrors.MERGE_NOT_FOUND();
    if (merge.undone_at) throw contactErrors.MERGE_UNDONE();
    if (merge.created_at < daysAgo(ctx.now())) throw contactErrors.MERGE_TOO_OLD();
    const { kept_id, other_id } = merge;
    if (merge.contact_id !== kept_id)
      throw contactErrors.MERGE_KEPT({ reason: 'the contact went into another one since' });
    await queries.lockContacts(ctx, [kept_id]);
    await requireAsLeft(ctx, kept_id, merge.rows_after as queries.Rows);
    await part(ctx, merge as PartedMerge).catch((error: unknown) => {
      if (!queries.isOutOfPlace(error)) throw error;
      throw contactErrors.MERGE_KEPT({
        reason: 'a tag, member or number of theirs is gone or taken',
      });
    });
    await queries.markUndone(ctx, id);
    const line = { field: 'merge', before: merge.other_name, after: null };
    await recordChanges(ctx, kept_id, [line], 'merge');
    await emit(ctx, 'contact.updated', { contact_id: kept_id });
    await emit(ctx, 'contact.created', { contact_id: other_id });
    return {
      contact: presentContact((await findContact(ctx, kept_id))!),
      other: presentContact((await findContact(ctx, other_id))!),
    };
  });

/** Whoever changed the contact since meant what they did: it is not written over. */
const requireAsLeft = async (ctx: Ctx, id: string, left: queries.Rows): Promise<void> => {
  const now = await queries.takeSnapshot(ctx, [id]);
  if (now['contact']![0]?.['version'] !== left['contact']![0]!['version'])
    throw contactErrors.MERGE_KEPT({ reason: 'the contact was changed since' });
  for (const table of [...queries.SETTLED_TABLES, 'memory']) {
    const there = new Set(now[table]!.map((row) => JSON.stringify(row)));
    if (left[table]!.some((row) => !there.has(JSON.stringify(row))))
      throw contactErrors.MERGE_KEPT({ reason: `${SPOKEN[table]} of the contact changed since` });
  }
};

const SPOKEN: Record<string, string> = {
  contact_phone: 'a phone number',
  contact_email: 'an e-mail address',
  contact_address: 'an address',
  contact_identity: 'a channel',
  contact_tagging: 'a tag',
  contact_user: 'an assignment',
  contact_evidence: 'the evidence',
  memory: 'the memory',
};

type PartedMerge = {
  kept_id: string;
  other_id: string;
  rows_before: queries.Rows;
  rows_after: queries.Rows;
  moved: queries.Moved;
};

const part = async (ctx: Ctx, merge: PartedMerge): Promise<void> => {
  const { kept_id, other_id, rows_before, rows_after, moved } = merge;
  const [kept, other] = [kept_id, other_id].map((id) =>
    rows_before['contact']!.find((row) => row['id'] === id),
  );
  await queries.insertRows(ctx, 'contact', [other!]);
  for (const table of queries.SETTLED_TABLES)
    await queries.deleteRows(ctx, table, rows_after[table]!);
  for (const table of queries.MOVED_TABLES) {
    const ids = moved[table]!;
    if ((await queries.moveBack(ctx, table, ids, kept_id, other_id)) < ids.length)
      throw contactErrors.MERGE_KEPT({ reason: 'some of what was moved has been deleted since' });
  }
  for (const table of queries.SETTLED_TABLES)
    await queries.insertRows(ctx, table, rows_before[table]!);
  await restoreMemories(ctx, rows_before['memory']!, rows_after['memory']!, moved['contact_note']!);
  for (const kind of ['phone', 'email', 'address'] as const)
    await preferOne(ctx, kept_id, kind, {});
  // Last, because writing its parts touches the contact. A conversation since then has happened.
  await queries.restoreRow(ctx, 'contact', { ...kept!, ...(await laterContact(ctx, merge)) });
};

/** A memory that was added to, and the one that was added. */
const restoreMemories = async (
  ctx: Ctx,
  before: queries.Row[],
  after: queries.Row[],
  moved: string[],
): Promise<void> => {
  for (const note of before) {
    const isThere = after.some((row) => row['id'] === note['id']);
    if (!isThere) await queries.insertRows(ctx, 'contact_note', [note]);
    else if (!moved.includes(note['id'] as string))
      await queries.restoreRow(ctx, 'contact_note', note);
  }
};

const laterContact = async (ctx: Ctx, { kept_id, rows_after }: PartedMerge) => {
  const [now] = (await queries.takeSnapshot(ctx, [kept_id]))['contact']!;
  const key = 'last_contacted_at';
  return now![key] === rows_after['contact']![0]![key] ? {} : { [key]: now![key] };
};

export const listMerges = async (ctx: Ctx, contact_id: string) =>
  (await queries.listMerges(ctx, contact_id)).map(presentMerge);

const presentMerge = (row: Awaited<ReturnType<typeof queries.insertMerge>>) => ({
  id: row.id,
  other_name: row.other_name,
  merged_at: row.created_at,
  undo_until: new Date(row.created_at.getTime() + UNDO_DAYS * DAY_MS),
  undone_at: row.undone_at,
});

const daysAgo = (now: Date): Date => new Date(now.getTime() - UNDO_DAYS * DAY_MS);
