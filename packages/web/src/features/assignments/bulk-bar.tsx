import type { ContactAssignment } from '@rapport/contract/assignments.api';
import { UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { countOf, formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { toast } from '../../ui/toast.tsx';
import { AssignPicker } from './assign-picker.tsx';
import { type Assignee, MOST_AT_ONCE, useBulkAssign } from './assignments.api.ts';

type Props = {
  chosen: ReadonlyMap<string, ContactAssignment>;
  onClear: () => void;
};

/** What can be done with the selected contacts; over the end of the list while any is selected. */
export const BulkBar = ({ chosen, onClear }: Props) => {
  const bulk = useBulkAssign();
  const [assignee, setAssignee] = useState<Assignee | null>(null);

  const assign = (to: Assignee) => {
    setAssignee(to);
    const { member_id, name } = to;
    const isNew = ({ assigned_users }: ContactAssignment) =>
      !assigned_users.some((one) => one.member_id === member_id);
    // Whom they look after already stays theirs when this is undone.
    const contact_ids = [...chosen.values()].filter(isNew).map(({ id }) => id);
    if (contact_ids.length === 0) {
      toast.info(`${name} looks after all of them already`);
      onClear();
      return;
    }
    bulk.mutate(
      { contact_ids, member_id, on: true },
      {
        onError: toast.error,
        onSuccess: ({ changed, failed }) => {
          onClear();
          const undo = () =>
            bulk.mutate({ contact_ids, member_id, on: false }, { onError: toast.error });
          toast.success(`${countOf(changed, 'contact')} assigned to ${name}`, { undo });
          if (failed[0])
            toast.error(`${countOf(failed.length, 'contact')} left out. ${failed[0].reason}`);
        },
      },
    );
  };

  const isTooMany = chosen.size > MOST_AT_ONCE;
  return (
    <section
      aria-label="Selected contacts"
      className="absolute inset-x-2 bottom-2 z-20 mx-auto flex min-h-12 w-fit max-w-full animate-rise items-center gap-2 rounded-xl border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 shadow-float"
    >
      {bulk.isPending ? (
        <div className="w-64 max-w-full pr-3">
          <ProgressBar
            value={null}
            label={`Assigning ${countOf(chosen.size, 'contact')} to ${assignee?.name ?? ''}`}
          />
        </div>
      ) : (
        <>
          <p role="status" className="pr-2 font-medium whitespace-nowrap tabular-nums">
            {formatCount(chosen.size)} selected
            {isTooMany && (
              <span className="text-danger-text"> · at most {formatCount(MOST_AT_ONCE)}</span>
            )}
          </p>
          <AssignPicker
            onChoose={assign}
            trigger={
              <Button variant="primary" disabled={isTooMany}>
                <UserPlus aria-hidden /> Assign to…
              </Button>
            }
          />
          <IconButton label="Clear the selection" onClick={onClear}>
            <X aria-hidden />
          </IconButton>
        </>
      )}
    </section>
  );
};
