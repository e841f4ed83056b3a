import { useEffect, useRef } from 'react';
import { toast } from '../../ui/toast.tsx';
import { discardAttachment, uploadAttachment } from './attachments.api.ts';
import type { ComposeAttachment, ComposeDraft } from './compose-draft.ts';

/** The most that one message carries. */
const MOST = 10;

/** The attachments of a draft: uploaded as soon as they are chosen, taken back when they are removed. */
export const useAttachments = (
  draft: ComposeDraft,
  update: (change: Partial<ComposeDraft>) => void,
) => {
  const latest = useRef({ draft, update });
  useEffect(() => {
    latest.current = { draft, update };
  });
  const running = useRef(new Map<string, AbortController>());

  const put = (key: string, change: Partial<ComposeAttachment>) => {
    const { draft: now, update: write } = latest.current;
    write({
      attachments: now.attachments.map((one) => (one.key === key ? { ...one, ...change } : one)),
    });
  };

  const start = async (key: string, file: File) => {
    const abort = new AbortController();
    running.current.set(key, abort);
    try {
      const { id } = await uploadAttachment(file, abort.signal);
      if (abort.signal.aborted) discardAttachment(id);
      else put(key, { state: { kind: 'ready', id } });
    } catch (error) {
      if (!abort.signal.aborted) put(key, { state: { kind: 'failed', error } });
    } finally {
      running.current.delete(key);
    }
  };

  const add = (files: readonly File[]) => {
    const room = MOST - draft.attachments.length;
    if (files.length > room) toast.error(`A message carries at most ${MOST} attachments.`);
    const taken = files.slice(0, room).map((file) => ({ key: crypto.randomUUID(), file }));
    if (taken.length === 0) return;
    update({
      attachments: [
        ...draft.attachments,
        ...taken.map(({ key, file }): ComposeAttachment => ({
          key,
          file_name: file.name || 'Picture',
          content_type: file.type,
          file_size: file.size,
          preview_url: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
          state: { kind: 'uploading' },
        })),
      ],
    });
    for (const { key, file } of taken) void start(key, file);
  };

  const remove = (key: string) => {
    running.current.get(key)?.abort();
    const gone = draft.attachments.find((one) => one.key === key);
    if (gone?.state.kind === 'ready') discardAttachment(gone.state.id);
    update({ attachments: draft.attachments.filter((one) => one.key !== key) });
  };

  return { add, remove };
};
