// Many contacts at once: one transaction, in pieces that tell how far they are.
import type { BulkRequest } from '@rapport/contract/contact-bulk.api';
import type { Permission } from '@rapport/contract/permissions';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { invalidInput, platformErrors } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { requireMember } from '../auth/organization.service.ts';
import * as queries from './bulk.queries.ts';
import { eraseChanges } from './changes.queries.ts';
import { recordMany, recordRemoval } from './changes.service.ts';
import { contactErrors } from './contacts.errors.ts';
import { lockVisible } from './contacts.queries.ts';
import { listMatchingIds } from './list.queries.ts';
import { listMergedIds } from './merges.queries.ts';

type Filter = Extract<BulkRequest, { action: 'delete' }>['filter'];

const PIECE = 1000;
/** So many contacts one transaction changes without holding others up for long. */
const MOST = 50_000;
/** More are told as one change of the list. */
const TOLD_ONE_BY_ONE = 50;

const NEEDED: Record<BulkRequest['action'], Permission> = {
  assign: 'contact:assign',
  unassign: 'contact:assign',
  tag: 'contact:write',
  untag: 'contact:write',
  status: 'contact:write',
  delete: 'contact:delete',
};

/**
 * Does one thing to many contacts; all of it or, after a failure, nothing. Contacts that are not there, or
 * that the caller may not see, are reported.
 * @throws PERMISSION_DENIED, INVALID_INPUT for too many, CONTACT_NOT_FOUND when none is there,
 * MEMBER_NOT_FOUND, TAG_NOT_FOUND
 */
export const changeContacts = async (outer: Ctx, request: BulkRequest) => {
  requirePermission(outer, NEEDED[request.action]);
  const batch_id = request.batch_id ?? newId();
  return inTx(outer, async (ctx) => {
    const apply = await actionOf(ctx, request);
    const wanted = [...new Set(request.contact_ids ?? (await matching(ctx, request.filter)))];
    const ids: string[] = [];
    const changed: string[] = [];
    for (let i = 0; i < wanted.length; i += PIECE) {
      const piece = await lockVisible(ctx, wanted.slice(i, i + PIECE));
      ids.push(...piece);
      changed.push(...(await apply(ctx, piece)));
      const done = Math.min(i + PIECE, wanted.length);
      // Beside the transaction: whoever waits sees it before the end.
      if (wanted.length > PIECE)
        await emit(outer, 'contacts.bulk', { batch_id, done, total: wanted.length });
    }
    if (ids.length === 0 && request.contact_ids) throw contactErrors.CONTACT_NOT_FOUND();
    await tell(ctx, request, changed);
    const found = new Set(ids);
    const failed = wanted
      .filter((id) => !found.has(id))
      .map((contact_id) => ({ contact_id, reason: contactErrors.CONTACT_NOT_FOUND().message }));
    return {
      batch_id,
      action: request.action,
      matched: ids.length,
      changed: changed.length,
      failed,
    };
  });
};

const requirePermission = ({ actor }: Ctx, permission: Permission): void => {
  if (actor.kind === 'person' && !actor.permissions.has(permission))
    throw platformErrors.PERMISSION_DENIED({ permission });
};

const matching = async (ctx: Ctx, filter: Filter): Promise<string[]> => {
  const { assignee, ...rest } = filter!;
  const ids = await listMatchingIds(ctx, { ...rest, assigned_to: assignee }, MOST + 1);
  if (ids.length > MOST)
    throw invalidInput([
      { field: 'filter', message: `has more than ${MOST} contacts: narrow it down` },
    ]);
  return ids;
};

type Apply = (ctx: Ctx, ids: string[]) => Promise<string[]>;

/** What is to be done to each piece; it answers whom it changed. */
const actionOf = async (ctx: Ctx, request: BulkRequest): Promise<Apply> => {
  switch (request.action) {
    case 'tag':
    case 'untag': {
      const { tag_id } = request;
      const name = await queries.lockTagName(ctx, tag_id);
      if (name === undefined) throw contactErrors.TAG_NOT_FOUND();
      return request.action === 'tag'
        ? noted('tag', null, name, (ctx, ids) => queries.insertTaggings(ctx, ids, tag_id))
        : noted('tag', name, null, (ctx, ids) => queries.deleteTaggings(ctx, ids, tag_id));
    }
    case 'assign':
    case 'unassign': {
      const { member_id } = request;
      const { name } = await requireMember(ctx, member_id);
      return request.action === 'assign'
        ? noted('assigned_user', null, name, (ctx, ids) =>
            queries.insertAssignments(ctx, ids, member_id),
          )
        : noted('assigned_user', name, null, (ctx, ids) =>
            queries.deleteAssignments(ctx, ids, member_id),
          );
    }
    case 'status':
      return async (ctx, ids) => setStatus(ctx, ids, request.status);
    case 'delete':
      return remove;
  }
};

const noted =
  (field: string, before: string | null, after: string | null, work: Apply): Apply =>
  async (ctx, ids) => {
    const changed = await work(ctx, ids);
    await recordMany(
      ctx,
      changed.map((contact_id) => ({ contact_id, field, before, after })),
    );
    return changed;
  };

const setStatus = async (ctx: Ctx, ids: string[], status: string): Promise<string[]> => {
  const changed = await queries.updateStatuses(ctx, ids, status);
  await recordMany(
    ctx,
    changed.map((one) => ({ ...one, field: 'status', after: status })),
  );
  return changed.map(({ contact_id }) => contact_id);
};

const remove: Apply = async (ctx, ids) => {
  const merged = await listMergedIds(ctx, ids);
  const removed = await queries.deleteContacts(ctx, ids);
  await eraseChanges(ctx, merged);
  await recordRemoval(ctx, removed);
  return removed;
};

const tell = async (ctx: Ctx, request: BulkRequest, changed: string[]): Promise<void> => {
  if (changed.length === 0) return;
  const type = request.action === 'delete' ? 'contact.removed' : 'contact.updated';
  if (changed.length > TOLD_ONE_BY_ONE) await emit(ctx, 'contacts.changed', {});
  else for (const contact_id of changed) await emit(ctx, type, { contact_id });
  if ('member_id' in request)
    await emit(ctx, 'assignments.changed', { member_id: request.member_id });
};
