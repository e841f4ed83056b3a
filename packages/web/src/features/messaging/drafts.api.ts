// What this member has begun to write, as the server keeps it, and on this page meanwhile.
import type { Draft } from '@rapport/contract/drafts.api';
import { ApiError } from '@rapport/contract/problem';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { useMe } from '../auth/auth.api.ts';
import { type ComposeChannel, type ComposeDraft, EMPTY_DRAFT } from './compose-draft.ts';
import { createDraftSaver } from './draft-saver.ts';

export const draftsQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactDrafts(contact_id),
    queryFn: async ({ signal }) =>
      (await client.listDrafts({ params: { contact_id }, signal })).drafts,
    staleTime: 0,
  });

/** What was typed on this page, by member, contact and channel: newer than what the server has. */
const typed = new Map<string, ComposeDraft>();

const asTyped = (draft: Draft | undefined, channel: ComposeChannel): ComposeDraft =>
  draft
    ? {
        ...EMPTY_DRAFT,
        body: draft.body,
        subject: draft.subject ?? '',
        recipient_id: channel === 'sms' ? draft.contact_phone_id : draft.contact_email_id,
      }
    : EMPTY_DRAFT;

const bodyOf = (draft: ComposeDraft, channel: ComposeChannel, version: string | null) => ({
  body: draft.body,
  subject: draft.subject === '' ? null : draft.subject,
  contact_phone_id: channel === 'sms' ? draft.recipient_id : null,
  contact_email_id: channel === 'email' ? draft.recipient_id : null,
  attachment_ids: draft.attachments.flatMap(({ state }) =>
    state.kind === 'ready' ? [state.id] : [],
  ),
  version,
});

/** The version that is stored, as a 409 tells it. */
const storedVersion = (error: ApiError): string | null => {
  const stored = error.details['draft'] as { version?: unknown } | null | undefined;
  return typeof stored?.version === 'string' ? stored.version : null;
};

const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * The draft to one contact on one channel: what was typed here, else what the server has kept. Typing shows
 * at once and is saved a moment later, and when the conversation is left.
 * @param kept the drafts as the server has them
 */
export const useDraft = (
  contact_id: string,
  channel: ComposeChannel,
  kept: readonly Draft[],
): { draft: ComposeDraft; update: (change: Partial<ComposeDraft>) => void; clear: () => void } => {
  const queryClient = useQueryClient();
  const { member } = useMe();
  const place = `${member.id} ${contact_id} ${channel}`;
  const stored = kept.find((one) => one.channel === channel);
  const [shown, setShown] = useState(() => ({
    place,
    draft: typed.get(place) ?? asTyped(stored, channel),
  }));
  if (shown.place !== place)
    setShown({ place, draft: typed.get(place) ?? asTyped(stored, channel) });

  const [first] = useState(() => new Map(kept.map((one) => [one.channel, one.version])));
  const saver = useMemo(
    () =>
      createDraftSaver(
        {
          later,
          save: async (draft, version) => {
            try {
              const params = { contact_id, channel };
              const answer = await client.saveDraft({
                params,
                body: bodyOf(draft, channel, version),
              });
              return { version: answer.draft?.version ?? null };
            } catch (error) {
              if (error instanceof ApiError && error.status === 409)
                return { version: storedVersion(error), conflict: true };
              throw error;
            }
          },
        },
        first.get(channel) ?? null,
      ),
    [contact_id, channel, first],
  );
  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      void saver
        .flush()
        .then(() => queryClient.invalidateQueries({ queryKey: keys.conversations }));
    };
  }, [saver, queryClient]);

  const update = useCallback(
    (change: Partial<ComposeDraft>) => {
      const draft = { ...(typed.get(place) ?? shown.draft), ...change };
      typed.set(place, draft);
      saver.queue(draft);
      setShown({ place, draft });
    },
    [place, saver, shown.draft],
  );
  /** It was sent: an empty one to the same recipient takes its place. */
  const clear = useCallback(() => {
    saver.forget();
    const draft = { ...EMPTY_DRAFT, recipient_id: shown.draft.recipient_id };
    typed.set(place, draft);
    setShown({ place, draft });
  }, [place, saver, shown.draft.recipient_id]);
  return { draft: shown.draft, update, clear };
};
