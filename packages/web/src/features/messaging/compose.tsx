import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useCan } from '../auth/auth.api.ts';
import { contactQuery } from '../contacts/contacts.api.ts';
import { contactSuppressionsQuery, emailAddressesQuery, phoneNumbersQuery } from './compose.api.ts';
import { ComposeBox } from './compose-box.tsx';
import { draftsQuery } from './drafts.api.ts';
import { messagesQuery } from './messaging.api.ts';

/** Writes to one person: below everything that was said with them. Nothing for who may only read. */
export const Compose = ({ contact_id }: { contact_id: string }) => {
  const maySend = useCan('message:send');
  const contact = useQuery(contactQuery(contact_id));
  const numbers = useQuery(phoneNumbersQuery);
  const addresses = useQuery(emailAddressesQuery);
  const suppressions = useQuery(contactSuppressionsQuery(contact_id));
  const drafts = useQuery(draftsQuery(contact_id));
  const history = useQuery(messagesQuery(contact_id));
  if (!maySend) return null;
  const failed = [contact, numbers, drafts].find(
    ({ isError, data }) => isError && data === undefined,
  );
  if (failed)
    return (
      <div className="border-t border-line">
        <ErrorState
          compact
          title="Nothing can be written right now"
          error={failed.error}
          onRetry={() => void failed.refetch()}
        />
      </div>
    );
  if (!contact.data || !numbers.data || addresses.isPending || !drafts.data || !history.data)
    return (
      <div className="border-t border-line p-3">
        <Skeleton className="h-28 rounded-lg" />
      </div>
    );
  return (
    <ComposeBox
      key={contact_id}
      contact={contact.data}
      messages={history.data.messages}
      numbers={numbers.data}
      // Without them there are still texts to write.
      addresses={addresses.data ?? []}
      suppressions={suppressions.data ?? []}
      drafts={drafts.data}
    />
  );
};
