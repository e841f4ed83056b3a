import type { ContactAssignment } from '@rapport/contract/assignments.api';
import { BulkAssign, BulkTag } from '../contacts/bulk-actions.tsx';
import { BulkBar } from '../contacts/bulk-bar.tsx';
import type { BulkSelection } from '../contacts/bulk-work.ts';
import { useBulk } from '../contacts/use-bulk.ts';
import { titleOf } from './assignment-title.ts';
import { BulkEnrich } from '../enrichment/enrich-button.tsx';

type Props = {
  selection: BulkSelection;
  chosen: ReadonlyMap<string, ContactAssignment>;
  total: number;
  isPageChosen: boolean;
  onChooseAll: () => void;
  onClear: () => void;
};

/** The bar of the list of assignments: each action is a button that gets who is selected. */
export const AssignmentsBulkBar = ({ chosen, onClear, ...bar }: Props) => {
  const bulk = useBulk((id) => {
    const contact = chosen.get(id);
    return contact ? titleOf(contact) : 'A contact';
  });
  const action = { selection: bar.selection, bulk, onDone: onClear };
  return (
    <BulkBar {...bar} bulk={bulk} onClear={onClear}>
      <BulkAssign {...action} />
      <BulkTag {...action} />
      <BulkEnrich selection={bar.selection} onDone={onClear} />
    </BulkBar>
  );
};
