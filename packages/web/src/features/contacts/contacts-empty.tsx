import { Link } from '@tanstack/react-router';
import { SearchX, Users } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCan } from '../auth/auth.api.ts';
import { useLoadSample } from '../transfer/imports.api.ts';

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

/** The search or the tags leave nobody. */
export const NoMatches = ({
  search,
  hasTags,
  onClear,
}: {
  search: string;
  hasTags: boolean;
  onClear: () => void;
}) => (
  <EmptyState
    icon={<SearchX />}
    title={search === '' ? 'Nobody has these tags' : `Nobody matches “${search}”`}
    action={
      <Button onClick={onClear}>
        {search === '' ? 'Clear tags' : hasTags ? 'Clear search and tags' : 'Clear search'}
      </Button>
    }
  >
    {search === ''
      ? 'A contact is listed when it has any of the chosen tags.'
      : 'Try a part of the name, the company, or the last digits of the phone number.'}
  </EmptyState>
);
