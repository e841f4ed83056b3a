import type { ContactAssignment } from '@rapport/contract/assignments.api';
import { AssignmentHeadings, AssignmentRow, AssignmentRowSkeleton } from './assignment-row.tsx';
import { groupByLetter } from './letters.ts';

type Props = {
  /** Undefined while they load: a skeleton of the same measures. */
  contacts: readonly ContactAssignment[] | undefined;
  /** Sorted by name: letters stand over the groups and stay while theirs scrolls by. */
  byLetter: boolean;
  chosen: ReadonlyMap<string, ContactAssignment>;
  onSelect: (contact_id: string, range: boolean) => void;
  onSelectAll: (on: boolean) => void;
};

const shareOf = (
  contacts: readonly ContactAssignment[],
  chosen: Props['chosen'],
): boolean | 'indeterminate' => {
  const count = contacts.filter(({ id }) => chosen.has(id)).length;
  return count > 0 && (count === contacts.length || 'indeterminate');
};

/** The contacts of a page with who looks after each. */
export const AssignmentsList = ({ contacts, byLetter, chosen, onSelect, onSelectAll }: Props) => {
  const groups = byLetter
    ? groupByLetter(contacts ?? [])
    : [{ letter: 'Contacts', rows: contacts ?? [] }];
  return (
    <>
      <AssignmentHeadings selected={shareOf(contacts ?? [], chosen)} onSelectAll={onSelectAll} />
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
                selected={chosen.has(contact.id)}
                onSelect={(range) => onSelect(contact.id, range)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};
