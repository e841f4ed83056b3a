import type { member as memberSchema } from '@rapport/contract/auth.api';
import type { Role } from '@rapport/contract/permissions';
import { useQuery } from '@tanstack/react-query';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { useMe } from '../auth/auth.api.ts';
import { ROLE_LABELS, rolesToGive, whyFixed } from './roles.ts';
import { membersQuery, useRemoveMember, useUpdateMember } from './settings.api.ts';

type Member = z.output<typeof memberSchema>;

export const MemberList = ({ mayManage }: { mayManage: boolean }) => {
  const { member: viewer } = useMe();
  const members = useQuery(membersQuery);
  return (
    <Card
      title="Members"
      hint={mayManage ? undefined : 'Only an owner or admin can change who is here.'}
    >
      {members.isPending ? (
        <SkeletonRows rows={3} />
      ) : members.isError ? (
        <ErrorState compact error={members.error} onRetry={() => void members.refetch()} />
      ) : (
        <ul className="-my-2">
          {members.data.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isSelf={member.id === viewer.id}
              fixed={
                mayManage
                  ? whyFixed(member, viewer, members.data)
                  : 'Only an owner or admin can change this.'
              }
              roles={rolesToGive(viewer.role)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
};

type RowProps = {
  member: Member;
  isSelf: boolean;
  /** Why nothing can be changed; null when it can. */
  fixed: string | null;
  roles: Role[];
};

const MemberRow = ({ member, isSelf, fixed, roles }: RowProps) => {
  const update = useUpdateMember();
  const remove = useRemoveMember();
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-2.5 last:border-0">
      <Avatar name={member.name} seed={member.user_id} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          {member.name}
          {isSelf && <span className="font-normal text-ink-muted"> (you)</span>}
        </p>
        <p className="truncate text-ink-muted">{member.email}</p>
      </div>
      {fixed ? (
        <span title={fixed} className="px-2.5 text-ink-muted">
          {ROLE_LABELS[member.role]}
          <span className="sr-only">. {fixed}</span>
        </span>
      ) : (
        <>
          <Select
            aria-label={`Role of ${member.name}`}
            value={member.role}
            className="w-28"
            disabled={update.isPending}
            options={roles.map((value) => ({ value, label: ROLE_LABELS[value] }))}
            onChange={(role) =>
              update.mutate(
                { member_id: member.id, role },
                {
                  onSuccess: () =>
                    toast.success(`${member.name} is now ${ROLE_LABELS[role].toLowerCase()}.`),
                  onError: toast.error,
                },
              )
            }
          />
          <IconButton label={`Remove ${member.name}`} tone="danger" onClick={() => setAsking(true)}>
            <UserMinus aria-hidden />
          </IconButton>
        </>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={isSelf ? 'Leave this organization?' : `Remove ${member.name}?`}
        description={
          isSelf
            ? 'You are signed out at once and need a new invitation to come back. What you wrote stays.'
            : 'Their sessions end at once. What they wrote stays.'
        }
        action={isSelf ? 'Leave' : 'Remove'}
        onConfirm={() => remove.mutateAsync(member.id)}
      />
    </li>
  );
};
