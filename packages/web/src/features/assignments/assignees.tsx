import type { ContactAssignment } from '@rapport/contract/assignments.api';
import { Plus, X } from 'lucide-react';
import { Avatar } from '../../ui/avatar.tsx';
import { toast } from '../../ui/toast.tsx';
import { AssignPicker } from './assign-picker.tsx';
import { type AssignmentChange, type Assignee, useChangeAssignment } from './assignments.api.ts';

const ROUND =
  'inline-flex shrink-0 items-center justify-center rounded-full text-ink-muted transition-colors hover:bg-hover hover:text-ink data-[state=open]:bg-hover';

const AssigneeBadge = ({ name, onRemove }: { name: string; onRemove: () => void }) => (
  <li className="inline-flex h-6 max-w-full items-center gap-1.5 rounded-full border border-line bg-raised pl-0.5 text-xs font-medium pointer-coarse:h-8">
    <Avatar name={name} size="xs" />
    <span className="truncate">{name}</span>
    <button
      type="button"
      aria-label={`Remove ${name}`}
      title={`Remove ${name}`}
      onClick={onRemove}
      className={`${ROUND} size-6 pointer-coarse:size-8`}
    >
      <X aria-hidden className="size-3" />
    </button>
  </li>
);

/** Who looks after a contact: each with a button that removes them, and one that assigns another. */
export const Assignees = ({ contact, title }: { contact: ContactAssignment; title: string }) => {
  const { mutate } = useChangeAssignment();
  const save = (change: AssignmentChange) =>
    mutate(change, {
      onError: toast.error,
      onSuccess: () => {
        const { on, assignee } = change;
        const undo = () => mutate({ ...change, on: !on }, { onError: toast.error });
        toast.success(`${assignee.name} ${on ? 'looks' : 'no longer looks'} after ${title}`, {
          undo,
        });
      },
    });
  const set = (assignee: Assignee, on: boolean) => save({ contact_id: contact.id, assignee, on });
  const assigned = contact.assigned_users;
  return (
    <ul aria-label={`Assigned to ${title}`} className="relative flex min-w-0 flex-wrap gap-1">
      {assigned.map((assignee) => (
        <AssigneeBadge
          key={assignee.member_id}
          name={assignee.name}
          onRemove={() => set(assignee, false)}
        />
      ))}
      <li>
        <AssignPicker
          without={assigned}
          onChoose={(assignee) => set(assignee, true)}
          trigger={
            <button
              type="button"
              aria-label={`Assign somebody to ${title}`}
              className={`${ROUND} h-6 min-w-6 gap-1 border border-dashed border-line-strong text-xs pointer-coarse:h-8 pointer-coarse:min-w-8 ${assigned.length === 0 ? 'px-2' : ''}`}
            >
              <Plus aria-hidden className="size-3" />
              {assigned.length === 0 && 'Assign'}
            </button>
          }
        />
      </li>
    </ul>
  );
};
