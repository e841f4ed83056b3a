// Keeps a draft on the server while somebody types: a moment after the last key, one request at a time.
import { type ComposeDraft, EMPTY_DRAFT } from './compose-draft.ts';

export type DraftPorts = {
  /**
   * Saves on top of a version. @returns the new version, null when the draft was empty and is gone;
   * `conflict` when another tab saved meanwhile, with the version that is stored
   */
  save: (
    draft: ComposeDraft,
    version: string | null,
  ) => Promise<{ version: string | null; conflict?: boolean }>;
  /** Runs later; returns how to call it off. */
  later: (milliseconds: number, run: () => void) => () => void;
};

const PAUSE = 800;

/** @param first the version that was loaded, null for none */
export const createDraftSaver = (ports: DraftPorts, first: string | null) => {
  let version = first;
  let waiting: ComposeDraft | null = null;
  let isSaving = false;
  let isForgotten = false;
  let cancel: (() => void) | null = null;

  const flush = async (): Promise<void> => {
    cancel?.();
    cancel = null;
    if (isSaving || waiting === null) return;
    const draft = waiting;
    waiting = null;
    isSaving = true;
    try {
      let saved = await ports.save(draft, version);
      // What somebody looks at while typing wins over what another tab left behind.
      if (saved.conflict) saved = await ports.save(draft, saved.version);
      version = saved.version;
    } catch {
      // The text is on screen; the next key, or leaving, tries again.
      waiting ??= draft;
      isSaving = false;
      return;
    }
    isSaving = false;
    if (isForgotten) {
      // It was sent while it was being saved: what was saved is nobody's draft any more.
      isForgotten = false;
      if (version !== null) waiting ??= EMPTY_DRAFT;
    }
    await flush();
  };

  return {
    /** The draft as it is now; saved after a pause. */
    queue: (draft: ComposeDraft): void => {
      waiting = draft;
      cancel?.();
      cancel = ports.later(PAUSE, () => void flush());
    },
    /** It was sent, with which the server throws it away: nothing is left to save. */
    forget: (): void => {
      cancel?.();
      cancel = null;
      waiting = null;
      if (isSaving) isForgotten = true;
      else version = null;
    },
    /** Saves at once what has not been saved. */
    flush,
  };
};
