// Drafts: what somebody has begun to write, in whatever browser they go on with it.
import type { Channel } from '@rapport/domain/messaging/channels';
import type { Draft } from '@rapport/contract/drafts.api';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import * as queries from './drafts.queries.ts';
import { inboxErrors } from './inbox.errors.ts';
import { readerOf } from './unread.service.ts';

export const listDrafts = async (ctx: Ctx, contact_id: string) =>
  (await queries.listDrafts(ctx, readerOf(ctx), contact_id)).map(presentDraft);

/**
 * Saves a draft over the version that the caller knows; an empty one is deleted.
 * @param version null when the caller knows of none
 * @throws DRAFT_CHANGED with the stored draft (null when it is gone: sent or thrown away)
 */
export const saveDraft = async (
  ctx: Ctx,
  contact_id: string,
  channel: Channel,
  { version, ...values }: queries.DraftValues & { version: string | null },
) =>
  inTx(ctx, async (ctx) => {
    const key = keyOf(ctx, contact_id, channel);
    const stored = await queries.lockDraft(ctx, key);
    if ((stored?.version ?? null) !== version) throw changed(stored);
    const saved = isEmpty(values) ? null : await write(ctx, key, values, stored);
    if (saved === null && stored) await queries.deleteDraft(ctx, key);
    if (saved || stored) await tell(ctx, key);
    return { draft: saved && presentDraft(saved) };
  });

const write = async (
  ctx: Ctx,
  key: queries.DraftKey,
  values: queries.DraftValues,
  stored: queries.DraftRow | undefined,
): Promise<queries.DraftRow> => {
  const next = { ...values, version: newId() };
  if (stored) return queries.updateDraft(ctx, key, next);
  const begun = await queries.insertDraft(ctx, key, next);
  if (!begun) throw changed(await queries.findDraft(ctx, key));
  return begun;
};

/** Throws away the draft of whoever acts, because it was sent or is not wanted any more. */
export const clearDraft = async (ctx: Ctx, contact_id: string, channel: Channel): Promise<void> => {
  if (ctx.actor.kind !== 'person') return;
  await inTx(ctx, async (ctx) => {
    const key = keyOf(ctx, contact_id, channel);
    if (await queries.deleteDraft(ctx, key)) await tell(ctx, key);
  });
};

const keyOf = (ctx: Ctx, contact_id: string, channel: Channel): queries.DraftKey => ({
  member_id: readerOf(ctx),
  contact_id,
  channel,
});

const isEmpty = ({ body, subject, attachment_ids }: queries.DraftValues): boolean =>
  body.trim() === '' && (subject ?? '').trim() === '' && attachment_ids.length === 0;

const changed = (stored: queries.DraftRow | undefined) =>
  inboxErrors.DRAFT_CHANGED({ draft: stored ? presentDraft(stored) : null });

const tell = async (ctx: Ctx, { contact_id, member_id }: queries.DraftKey): Promise<void> =>
  emit(ctx, 'messaging.draft.changed', { contact_id, member_id });

const presentDraft = ({ updated_at, channel, ...row }: queries.DraftRow): Draft => ({
  ...row,
  channel: channel as Channel,
  updated_at: updated_at.toISOString(),
});
