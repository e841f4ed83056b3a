import { useQuery } from '@tanstack/react-query';
import { GitMerge } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { undoableMergesQuery, useUndoMerge } from './merges.api.ts';
import { ProfileGroup } from './profile-group.tsx';

/** Who went into this contact in the last 30 days, each with the way back. */
export const MergedGroup = ({ contact_id }: { contact_id: string }) => {
  const merges = useQuery(undoableMergesQuery(contact_id)).data ?? [];
  const mayUndo = useCan('contact:delete');
  const undo = useUndoMerge();
  if (merges.length === 0) return null;
  return (
    <ProfileGroup title="Merged with" isEmpty={false}>
      <ul>
        {merges.map(({ id, other_name, merged_at }) => (
          <li key={id} className="flex min-h-8 items-center gap-2">
            <GitMerge aria-hidden className="size-4 shrink-0 text-ink-muted" />
            <span className="min-w-0 flex-1 truncate">
              {other_name}
              <Time value={merged_at} className="ml-1.5 text-xs text-ink-muted" />
            </span>
            {mayUndo && (
              <Button
                size="sm"
                loading={undo.isPending && undo.variables === id}
                onClick={() =>
                  undo.mutate(id, {
                    onError: toast.error,
                    onSuccess: () => toast.success(`${other_name} is a contact again`),
                  })
                }
              >
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
    </ProfileGroup>
  );
};
