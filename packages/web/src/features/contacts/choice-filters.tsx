import { CONTACT_STATUSES } from '@rapport/contract/contacts.words';
import { PIPELINE_STAGES } from '@rapport/domain/enrichment/fields';
import { useQuery } from '@tanstack/react-query';
import { CircleDot, Milestone, UserRound } from 'lucide-react';
import { MenuRadioGroup } from '../../ui/dropdown-menu.tsx';
import { membersQuery } from '../settings/settings.api.ts';
import { sentenceCase, STATUS_WORDS } from './contact-words.ts';
import { FilterChoices, FilterMenu } from './filter-menu.tsx';
import type { ContactsChoice } from './list-filter.ts';

type Props = {
  choice: ContactsChoice;
  onChange: (change: Partial<ContactsChoice>) => void;
};

const STATUSES = CONTACT_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value].label }));
const STAGES = PIPELINE_STAGES.map((value) => ({ value, label: sentenceCase(value) }));

/** Which statuses to show. */
export const StatusFilter = ({ choice: { statuses }, onChange }: Props) => (
  <FilterMenu
    icon={<CircleDot aria-hidden />}
    label="Status"
    heading="With any of these statuses"
    count={statuses.length}
    onClear={() => onChange({ statuses: [] })}
  >
    <FilterChoices
      options={STATUSES}
      chosen={statuses}
      onChange={(next) => onChange({ statuses: next })}
    />
  </FilterMenu>
);

/** Which stages to show. */
export const StageFilter = ({ choice: { stages }, onChange }: Props) => (
  <FilterMenu
    icon={<Milestone aria-hidden />}
    label="Stage"
    heading="In any of these stages"
    count={stages.length}
    onClear={() => onChange({ stages: [] })}
  >
    <FilterChoices
      options={STAGES}
      chosen={stages}
      onChange={(next) => onChange({ stages: next })}
    />
  </FilterMenu>
);

const ANYBODY = 'anybody';

/** Whose contacts to show. */
export const AssigneeFilter = ({ choice: { assignee }, onChange }: Props) => {
  const members = useQuery(membersQuery).data ?? [];
  return (
    <FilterMenu
      icon={<UserRound aria-hidden />}
      label="Assigned"
      heading="Assigned to"
      count={assignee === null ? 0 : 1}
      onClear={() => onChange({ assignee: null })}
    >
      <MenuRadioGroup
        value={assignee ?? ANYBODY}
        onChange={(next) => onChange({ assignee: next === ANYBODY ? null : next })}
        options={[
          { value: ANYBODY, label: 'Anybody or nobody' },
          { value: 'unassigned', label: 'Nobody' },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </FilterMenu>
  );
};
