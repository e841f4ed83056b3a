// Tags: the labels with which an organization sorts its contacts.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { recordChanges } from '../contacts/changes.service.ts';
import { holdContact } from '../contacts/held.service.ts';
import { tagErrors } from './tags.errors.ts';
import * as queries from './tags.queries.ts';

export { listTags } from './tags.queries.ts';

/** The ten tags that every organization starts with (specification, decisions, section 2). */
const DEFAULT_TAGS = [
  { name: 'New Lead', color: '#6366f1' },
  { name: 'Hot Lead', color: '#f97316' },
  { name: 'Existing Client', color: '#22c55e' },
  { name: 'Follow-up Needed', color: '#eab308' },
  { name: 'Appointment Scheduled', color: '#3b82f6' },
  { name: 'Complaint', color: '#ef4444' },
  { name: 'Urgent', color: '#dc2626' },
  { name: 'VIP', color: '#a855f7' },
  { name: 'Unqualified', color: '#94a3b8' },
  { name: 'Do Not Contact', color: '#1e293b' },
];

export const createDefaultTags = async (ctx: Ctx): Promise<void> =>
  queries.insertTags(ctx, DEFAULT_TAGS);

/**
 * The tags with these names, in whatever case; those that are missing are made, in the colours of the ten.
 * @returns ids by names in lower case
 */
export const ensureTags = async (ctx: Ctx, names: string[]): Promise<Map<string, string>> =>
  inTx(ctx, async (ctx) => {
    if (names.length === 0) return new Map();
    const tags = names.map((name, i) => ({
      name,
      color: DEFAULT_TAGS[i % DEFAULT_TAGS.length]!.color,
    }));
    if (await queries.insertMissing(ctx, tags)) await emit(ctx, 'tags.changed', {});
    return new Map(
      (await queries.lockNamed(ctx, names)).map(({ id, name }) => [name.toLowerCase(), id]),
    );
  });

/** @throws TAG_NAME_TAKEN */
export const createTag = async (ctx: Ctx, values: queries.TagValues) =>
  inTx(ctx, async (ctx) => {
    const tag = await unlessTaken(values.name, queries.insertTag(ctx, values));
    await emit(ctx, 'tags.changed', {});
    return tag;
  });

/** @throws TAG_NOT_FOUND, TAG_NAME_TAKEN */
export const updateTag = async (
  ctx: Ctx,
  id: string,
  changes: Parameters<typeof queries.updateTag>[2],
) =>
  inTx(ctx, async (ctx) => {
    const tag = await unlessTaken(changes.name, queries.updateTag(ctx, id, changes));
    if (!tag) throw tagErrors.TAG_NOT_FOUND();
    await emit(ctx, 'tags.changed', {});
    return tag;
  });

const unlessTaken = async <T>(name: string | undefined, writing: Promise<T>): Promise<T> =>
  writing.catch((error: unknown) => {
    throw queries.isNameTaken(error) ? tagErrors.TAG_NAME_TAKEN({ name }) : error;
  });

/** Deletes a tag and takes it off all contacts. @throws TAG_NOT_FOUND */
export const removeTag = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    if (!(await queries.deleteTag(ctx, id))) throw tagErrors.TAG_NOT_FOUND();
    await emit(ctx, 'tags.changed', {});
  });

/** Puts a tag on a contact; done twice is done once. @throws CONTACT_NOT_FOUND, TAG_NOT_FOUND */
export const tagContact = async (ctx: Ctx, contact_id: string, tag_id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { name } = await holdBoth(ctx, contact_id, tag_id);
    if (await queries.insertTagging(ctx, contact_id, tag_id))
      await writeDown(ctx, contact_id, { before: null, after: name });
  });

/** Takes a tag off a contact; done twice is done once. @throws CONTACT_NOT_FOUND, TAG_NOT_FOUND */
export const untagContact = async (ctx: Ctx, contact_id: string, tag_id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { name } = await holdBoth(ctx, contact_id, tag_id);
    if (await queries.deleteTagging(ctx, contact_id, tag_id))
      await writeDown(ctx, contact_id, { before: name, after: null });
  });

const holdBoth = async (ctx: Ctx, contact_id: string, tag_id: string) => {
  await holdContact(ctx, contact_id);
  const tag = await queries.lockTag(ctx, tag_id);
  if (!tag) throw tagErrors.TAG_NOT_FOUND();
  return tag;
};

const writeDown = async (
  ctx: Ctx,
  contact_id: string,
  change: { before: string | null; after: string | null },
): Promise<void> => {
  await recordChanges(ctx, contact_id, [{ field: 'tag', ...change }]);
  await emit(ctx, 'contact.updated', { contact_id });
};
