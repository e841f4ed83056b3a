import type { ContactAssignment } from '@rapport/contract/assignments.api';
import { shareOf } from '../../lib/selection.ts';
import { AssignmentHeadings, AssignmentRow, AssignmentRowSkeleton } from './assignment-row.tsx';
import { groupByLetter } from './letters.ts';

type Props = {
  /** Undefined while they load: a skeleton of the same measures. */
  contacts: readonly ContactAssignment[] | undefined;
  /** Sorted by name: letters stand over the groups and stay while theirs scrolls by. */
  byLetter: boolean;
  isChosen: (contact_id: string) => boolean;
  onSelect: (contact_id: string, range: boolean) => void;
  onSelectAll: (on: boolean) => void;
};

/** The contacts of a page with who looks after each. */
export const AssignmentsList = ({ contacts, byLetter, isChosen, onSelect, onSelectAll }: Props) => {
  const groups = byLetter
    ? groupByLetter(contacts ?? [])
    : [{ letter: 'Contacts', rows: contacts ?? [] }];
  return (
    <>
      <AssignmentHeadings selected={shareOf(contacts ?? [], isChosen)} onSelectAll={onSelectAll} />
      {!contacts && (
        <output>
          <span className="sr-only">Loading</span>
          {Array.from({ length: 12 }, (_, row) => (
            <AssignmentRowSkeleton key={row} />
          ))}
        </output>
      )}
      {groups.map(({ letter, rows }) => (
        <section key={rows[0]?.id ?? letter} aria-label={letter}>
          {byLetter && (
            <h2 className="sticky top-8 z-10 border-b border-line bg-canvas px-4 py-1 text-xs font-semibold text-ink-muted max-md:top-10 md:px-6">
              {letter}
            </h2>
          )}
          <ul aria-label={byLetter ? `Contacts under ${letter}` : letter}>
            {rows.map((contact) => (
              <AssignmentRow
                key={contact.id}
                contact={contact}
                selected={isChosen(contact.id)}
                onSelect={(range) => onSelect(contact.id, range)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};
