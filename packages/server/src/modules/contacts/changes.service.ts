// The audit log: who changed which field of a contact from what to what, when, and by which way.
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import * as queries from './changes.queries.ts';
import { contactErrors } from './contacts.errors.ts';
import { type ContactRow, findContact } from './contacts.queries.ts';
import { lockContact } from './parts.queries.ts';

export type Change = Pick<queries.NewChange, 'field' | 'before' | 'after'>;
export type Way = queries.NewChange['way'];

const FIELDS = [
  'first_name',
  'last_name',
  'company',
  'job_title',
  'source',
  'status',
  'pipeline_stage',
  'external_id',
  'timezone',
  'preferred_language',
  'date_of_birth',
  'gender',
  'avatar_url',
  'ai_summary',
] as const;

/** Who acts says the way, unless the writer knows better. */
const wayOf = ({ actor }: Ctx): Way =>
  actor.kind === 'person' ? 'person' : actor.kind === 'service' ? 'program' : 'import';

/** Writes lines with the transaction that makes the changes. */
export const recordChanges = async (
  ctx: Ctx,
  contact_id: string,
  changes: Change[],
  way: Way = wayOf(ctx),
): Promise<void> =>
  recordMany(
    ctx,
    changes.map((change) => ({ ...change, contact_id })),
    way,
  );

/** The same for lines of several contacts. @param member_id for a job that does what a person asked for */
export const recordMany = async (
  ctx: Ctx,
  changes: (Change & { contact_id: string })[],
  way: Way = wayOf(ctx),
  member_id = memberIdOf(ctx),
): Promise<void> =>
  queries.insertChanges(
    ctx,
    changes.map((change) => ({ ...change, way, member_id })),
  );

/**
 * Runs `work` with the contact's row held, and writes down what it changed of it.
 * @throws CONTACT_NOT_FOUND, and what `work` throws
 */
export const trackChanges = async <T>(
  ctx: Ctx,
  contact_id: string,
  work: (ctx: Ctx, before: ContactRow) => Promise<T>,
  way: Way = wayOf(ctx),
): Promise<{ result: T; changed: boolean; contact: ContactRow }> =>
  inTx(ctx, async (ctx) => {
    const isHeld = await lockContact(ctx, contact_id);
    const before = isHeld ? await findContact(ctx, contact_id) : undefined;
    if (!before) throw contactErrors.CONTACT_NOT_FOUND();
    const result = await work(ctx, before);
    const contact = (await findContact(ctx, contact_id))!;
    const changes = changesBetween(before, contact);
    await recordChanges(ctx, contact_id, changes, way);
    return { result, changed: changes.length > 0, contact };
  });

/** Contacts are gone: only that they are, and by whom, is kept of them. */
export const recordRemoval = async (ctx: Ctx, contact_ids: string[]): Promise<void> => {
  await queries.eraseChanges(ctx, contact_ids);
  await recordMany(
    ctx,
    contact_ids.map((contact_id) => ({ contact_id, ...DELETED })),
  );
};

export const CREATED: Change = { field: 'contact', before: null, after: 'created' };
const DELETED: Change = { field: 'contact', before: null, after: 'deleted' };

/** What is different between two readings of a contact. @param before null for one that was just made */
export const changesBetween = (before: ContactRow | null, after: ContactRow): Change[] => [
  ...(before ? [] : [CREATED]),
  ...FIELDS.flatMap((field) => line(field, before?.[field], after[field])),
  ...between('phone', before?.phones, after.phones, ({ phone_number, label }) =>
    labelled(phone_number, label),
  ),
  ...line('preferred_phone', firstPhone(before), firstPhone(after)),
  ...between('email', before?.emails, after.emails, ({ email, label }) => labelled(email, label)),
  ...line('preferred_email', firstEmail(before), firstEmail(after)),
  ...between('address', before?.addresses, after.addresses, addressText),
  ...line('primary_address', firstAddress(before), firstAddress(after)),
  ...between('tag', before?.tags, after.tags, ({ name }) => name),
  ...between('assigned_user', people(before), people(after), ({ name }) => name),
];

const people = (row: ContactRow | null) =>
  (row?.assigned_users ?? []).map(({ member_id, name }) => ({ id: member_id, name }));
const firstPhone = (row: ContactRow | null) =>
  row?.phones.find((phone) => phone.is_preferred)?.phone_number;
const firstEmail = (row: ContactRow | null) =>
  row?.emails.find((email) => email.is_preferred)?.email;
const firstAddress = (row: ContactRow | null) => {
  const address = row?.addresses.find(({ is_primary }) => is_primary);
  return address && addressText(address);
};

/** Nothing and the empty text are the same. */
const line = (field: string, was: string | null | undefined, is: string | null | undefined) => {
  const [before, after] = [was || null, is || null];
  return before === after ? [] : [{ field, before, after }];
};

const between = <T extends { id: string }>(
  field: string,
  before: T[] = [],
  after: T[],
  textOf: (part: T) => string,
): Change[] => {
  const was = new Map(before.map((part) => [part.id, textOf(part)]));
  const is = new Map(after.map((part) => [part.id, textOf(part)]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) =>
    line(field, was.get(id), is.get(id)),
  );
};

const labelled = (value: string, label: string | null) => (label ? `${value} (${label})` : value);

const addressText = (address: ContactRow['addresses'][number]): string =>
  labelled(
    [address.street, address.city, address.state, address.zip, address.country]
      .filter(Boolean)
      .join(', '),
    address.label,
  );

/**
 * A page of the log, newest first.
 * @param cursor the `next_cursor` of the page before
 */
export const listChanges = async (
  ctx: Ctx,
  contact_id: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) => {
  const rows = await queries.listChanges(ctx, contact_id, cursor, limit + 1);
  const changes = rows.slice(0, limit).map((row) => ({ ...row, way: row.way as Way }));
  return { changes, next_cursor: rows.length > limit ? changes.at(-1)!.id : null };
};
