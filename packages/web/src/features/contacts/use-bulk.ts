import type { BulkRequest } from '@rapport/contract/contact-bulk.api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, fieldErrors } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { useEvent } from '../../realtime/listen.ts';
import { toast } from '../../ui/toast.tsx';
import { type ContactsChoice, toApi } from './list-filter.ts';

type Body = Parameters<typeof client.bulkContacts>[0]['body'];
type Action<R> = R extends unknown ? Omit<R, 'contact_ids' | 'filter' | 'batch_id'> : never;
/** What is to be done, without saying to whom: `{ action: 'tag', tag_id }`. */
export type BulkAction = Action<BulkRequest>;

/** To whom: contacts by id, or everybody whom a choice shows. */
export type BulkTarget = { ids: readonly string[] } | { choice: ContactsChoice };

export type BulkStep = { action: BulkAction; target: BulkTarget };

export type BulkWork = BulkStep & {
  /** "Tagging 30 contacts". */
  doing: string;
  /** "30 contacts tagged VIP". */
  done: (changed: number) => string;
  /** What takes it back; none when nothing can. */
  undo?: BulkStep[];
};

export type BulkFailure = { contact_id: string; name: string; reason: string };

const bodyOf = ({ action, target }: BulkStep, batch_id: string): Body =>
  ({
    ...action,
    ...('ids' in target ? { contact_ids: target.ids } : { filter: toApi(target.choice) }),
    batch_id,
  }) as Body;

/** The sentence of a refusal; one about the choice goes on from the words for it. */
const complaintOf = (error: unknown): unknown => {
  const problem = fieldErrors(error)['filter'];
  return problem ? `What the list shows ${problem}.` : error;
};

/**
 * Does one thing to many contacts in one request, with progress, undo, and a report of whom it could not
 * be done to.
 * @param nameOf the name of a selected contact, for the report
 */
export const useBulk = (nameOf: (contact_id: string) => string) => {
  const queryClient = useQueryClient();
  const [running, setRunning] = useState<{ label: string; share: number | null } | null>(null);
  const [failed, setFailed] = useState<readonly BulkFailure[]>([]);
  const [batch, setBatch] = useState('');
  useEvent('contacts.bulk', ({ batch_id, done, total }) => {
    if (batch_id === batch && running) setRunning({ ...running, share: done / total });
  });

  const send = async (step: BulkStep, label: string) => {
    const batch_id = crypto.randomUUID();
    setBatch(batch_id);
    setRunning({ label, share: null });
    try {
      return await client.bulkContacts({ body: bodyOf(step, batch_id) });
    } catch (error) {
      toast.error(complaintOf(error));
      return null;
    } finally {
      setRunning(null);
      void queryClient.invalidateQueries({ queryKey: keys.contacts });
      if (step.action.action === 'delete')
        void queryClient.invalidateQueries({ queryKey: keys.me });
    }
  };
  const takeBack = async (steps: BulkStep[]) => {
    for (const step of steps) if (!(await send(step, 'Taking it back'))) return;
  };
  /** @returns whether the server took it */
  const run = async ({ doing, done, undo, ...step }: BulkWork): Promise<boolean> => {
    const answer = await send(step, doing);
    if (!answer) return false;
    toast.success(
      done(answer.changed),
      undo && answer.changed > 0 ? { undo: () => void takeBack(undo) } : {},
    );
    setFailed(
      answer.failed.map((one) => ({
        contact_id: one.contact_id,
        name: nameOf(one.contact_id),
        reason: one.reason,
      })),
    );
    return true;
  };
  return { run, running, failed, forgetFailed: () => setFailed([]) };
};
export type Bulk = ReturnType<typeof useBulk>;
