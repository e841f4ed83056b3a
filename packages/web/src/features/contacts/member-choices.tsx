import type { Contact } from '@rapport/contract/contacts.api';
import { useQuery } from '@tanstack/react-query';
import { Avatar } from '../../ui/avatar.tsx';
import { membersQuery } from '../settings/settings.api.ts';
import { ToggleList } from './toggle-list.tsx';

/** All members of the organization; those who look after the contact are ticked. */
export const MemberChoices = ({
  chosen,
  onToggle,
}: {
  chosen: readonly string[];
  onToggle: (user: Contact['assigned_users'][number], on: boolean) => void;
}) => {
  const members = useQuery(membersQuery);
  if (members.isPending) return <p className="p-3 text-ink-muted">Loading members…</p>;
  if (members.isError)
    return <p className="p-3 text-ink-muted">The members could not be loaded.</p>;
  return (
    <ToggleList
      label="members"
      choices={members.data.map(({ id, user_id, name }) => ({
        value: id,
        label: name,
        icon: <Avatar name={name} seed={user_id} size="xs" />,
        isOn: chosen.includes(id),
        onToggle: (on) => onToggle({ member_id: id, user_id, name }, on),
      }))}
    />
  );
};
