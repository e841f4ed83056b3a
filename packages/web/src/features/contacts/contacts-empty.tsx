import { Link } from '@tanstack/react-router';
import { SearchX, Users } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCan } from '../auth/auth.api.ts';
import { useLoadSample } from '../transfer/imports.api.ts';
import { type ContactsChoice, hasChoices } from './list-filter.ts';

/** Nobody here yet: bring a history, or look around with invented people. */
export const NoContacts = () => {
  const mayImport = useCan('import:run');
  const sample = useLoadSample();
  return (
    <EmptyState
      icon={<Users />}
      title="No contacts yet"
      action={
        mayImport && (
          <>
            <Button variant="primary" asChild>
              <Link to="/import">Import a history</Link>
            </Button>
            <Button loading={sample.isPending} onClick={() => sample.mutate()}>
              Load the sample workspace
            </Button>
          </>
        )
      }
    >
      {mayImport
        ? 'Bring in the conversations that you have already: everybody you wrote with becomes a contact.'
        : 'People appear here once a history is imported or somebody writes.'}
    </EmptyState>
  );
};

/** The search or the filters leave nobody. */
export const NoMatches = ({ choice, onClear }: { choice: ContactsChoice; onClear: () => void }) => {
  const { search } = choice;
  const hasFilters = hasChoices(choice);
  return (
    <EmptyState
      icon={<SearchX />}
      title={search === '' ? 'Nobody is like that' : `Nobody matches “${search}”`}
      action={
        <Button onClick={onClear}>
          {search === ''
            ? 'Clear filters'
            : hasFilters
              ? 'Clear search and filters'
              : 'Clear search'}
        </Button>
      }
    >
      {search === ''
        ? 'A contact is listed when it has any of the chosen tags, statuses and stages.'
        : 'Try a part of the name, the company, or the last digits of the phone number.'}
    </EmptyState>
  );
};
