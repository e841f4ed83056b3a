import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Picker } from '../../ui/picker.tsx';
import { membersQuery } from '../settings/settings.api.ts';
import type { Assignee } from './assignments.api.ts';

type Props = {
  trigger: ReactNode;
  /** Members who are not offered: they are assigned already. */
  without?: readonly Assignee[];
  onChoose: (assignee: Assignee) => void;
};

/** Chooses a member of the organization to assign. */
export const AssignPicker = ({ trigger, without = [], onChoose }: Props) => {
  const [open, setOpen] = useState(false);
  const members = useQuery(membersQuery).data ?? [];
  const offered = members.filter(({ id }) => !without.some(({ member_id }) => member_id === id));
  const choose = (id: string | null) => {
    const member = members.find((one) => one.id === id);
    if (member) onChoose({ member_id: member.id, user_id: member.user_id, name: member.name });
  };
  return (
    <Picker
      label="member"
      trigger={trigger}
      value={null}
      choices={open ? offered.map(({ id, name }) => ({ value: id, label: name })) : []}
      onChange={choose}
      open={open}
      onOpenChange={setOpen}
    />
  );
};
