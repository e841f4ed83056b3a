import type { Contact } from '@rapport/contract/contacts.api';
import { Plus, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { client } from '../../lib/api.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { ProfileGroup } from './profile-group.tsx';
import { useContactWrite } from './use-contact-write.ts';

const MemberChoices = lazy(async () => ({
  default: (await import('./member-choices.tsx')).MemberChoices,
}));

type User = Contact['assigned_users'][number];

/** Who looks after a contact; those who may assign add and remove people, with undo. */
export const ContactMembers = ({ contact }: { contact: Contact }) => {
  const mayAssign = useCan('contact:assign');
  const [isOpen, setIsOpen] = useState(false);
  const write = useContactWrite(contact.id);
  const users = contact.assigned_users;

  const assign = (user: User) =>
    write(
      (now) => ({ ...now, assigned_users: [...now.assigned_users, user] }),
      () => client.assignMember({ params: { contact_id: contact.id, member_id: user.member_id } }),
    );
  const unassign = (user: User) =>
    write(
      (now) => ({
        ...now,
        assigned_users: now.assigned_users.filter((one) => one.member_id !== user.member_id),
      }),
      () =>
        client.unassignMember({ params: { contact_id: contact.id, member_id: user.member_id } }),
    );
  const add = async (user: User) => {
    if (await assign(user))
      toast.success(`Assigned to ${user.name}`, { undo: () => void unassign(user) });
  };
  const remove = async (user: User) => {
    if (await unassign(user))
      toast.success(`No longer assigned to ${user.name}`, { undo: () => void assign(user) });
  };
  const adder = (
    <Popover
      label="Assign members"
      align="end"
      className="w-60 p-0!"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <IconButton size="sm" label="Assign a member">
          <Plus aria-hidden />
        </IconButton>
      }
    >
      <Suspense fallback={<p className="p-3 text-ink-muted">Loading members…</p>}>
        <MemberChoices
          chosen={users.map(({ member_id }) => member_id)}
          onToggle={(user, on) => void (on ? add(user) : remove(user))}
        />
      </Suspense>
    </Popover>
  );
  return (
    <ProfileGroup title="Assigned to" isEmpty={users.length === 0} action={mayAssign && adder}>
      <ul>
        {users.map((user) => (
          <li key={user.member_id} className="flex min-h-8 items-center gap-2">
            <Avatar name={user.name} seed={user.user_id} size="xs" />
            <span className="min-w-0 flex-1 truncate">{user.name}</span>
            {mayAssign && (
              <IconButton size="sm" label={`Remove ${user.name}`} onClick={() => void remove(user)}>
                <X aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </ProfileGroup>
  );
};
