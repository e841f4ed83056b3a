import { SearchX, UserCheck } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoContacts } from '../contacts/contacts-empty.tsx';
import { type AssignmentsFilter, isFiltered } from './assignments-filter.ts';

/** Nobody to show: there are no contacts, everybody is assigned, or the filters leave nobody. */
export const NoAssignments = ({
  filter,
  onClear,
}: {
  filter: AssignmentsFilter;
  onClear: () => void;
}) => {
  if (!isFiltered(filter)) return <NoContacts />;
  const { search, tags, member } = filter;
  const onlyMember = search === '' && tags.length === 0;
  const showAll = <Button onClick={onClear}>Show all contacts</Button>;
  if (onlyMember && member === 'unassigned')
    return (
      <EmptyState icon={<UserCheck />} title="Everybody is assigned" action={showAll}>
        Each contact has somebody who looks after it.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<SearchX />}
      title={onlyMember ? 'Nobody is assigned to this member' : 'Nobody matches'}
      action={showAll}
    >
      {onlyMember
        ? 'Select contacts in the list and assign them in one step.'
        : 'Try a part of the name, other tags or another member.'}
    </EmptyState>
  );
};
