import type { Role } from '@rapport/contract/permissions';
import { useQuery } from '@tanstack/react-query';
import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { ROLE_LABELS } from './roles.ts';
import { invitationsQuery, useRemoveInvitation } from './settings.api.ts';

/** Who is invited and has not come yet. */
export const Invitations = () => {
  const invitations = useQuery(invitationsQuery);
  const [inviting, setInviting] = useState(false);
  return (
    <Card
      title="Invitations"
      hint="Open for a few days; each link works once."
      actions={
        <Button variant="primary" onClick={() => setInviting(true)}>
          <MailPlus aria-hidden /> Invite
        </Button>
      }
    >
      {invitations.isPending ? (
        <SkeletonRows rows={2} />
      ) : invitations.isError ? (
        <ErrorState compact error={invitations.error} onRetry={() => void invitations.refetch()} />
      ) : invitations.data.length === 0 ? (
        <EmptyState icon={<MailPlus />} title="No open invitations" compact>
          Invite somebody and send them the link yourself.
        </EmptyState>
      ) : (
        <ul className="-my-2">
          {invitations.data.map((invitation) => (
            <InvitationRow key={invitation.id} {...invitation} />
          ))}
        </ul>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Card>
  );
};

const InvitationRow = ({
  id,
  email,
  role,
  expires_at,
}: {
  id: string;
  email: string;
  role: Role;
  expires_at: string;
}) => {
  const remove = useRemoveInvitation();
  return (
    <li className="flex items-center gap-3 border-b border-line py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{email}</p>
        <p className="text-ink-muted">
          {ROLE_LABELS[role]} · ends <Time value={expires_at} />
        </p>
      </div>
      <Button
        size="sm"
        variant="danger-ghost"
        loading={remove.isPending}
        onClick={() =>
          remove.mutate(id, {
            onSuccess: () => toast.success(`The invitation for ${email} is withdrawn.`),
            onError: toast.error,
          })
        }
      >
        Withdraw
      </Button>
    </li>
  );
};
