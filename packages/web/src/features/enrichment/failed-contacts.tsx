import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Dialog } from '../../ui/dialog.tsx';
import { contactQuery } from '../contacts/contacts.api.ts';
import { titleOf } from '../contacts/contact-name.ts';

type Failure = { contact_id: string; reason: string };

const Row = ({ contact_id, reason, onLeave }: Failure & { onLeave: () => void }) => {
  const { data: contact } = useQuery({ ...contactQuery(contact_id), retry: false });
  return (
    <li className="grid gap-0.5 py-2">
      {contact ? (
        <Link
          to="/contacts/$id"
          params={{ id: contact_id }}
          onClick={onLeave}
          className="font-medium hover:underline"
        >
          {titleOf(contact)}
        </Link>
      ) : (
        <span className="font-medium text-ink-muted">A contact</span>
      )}
      <span className="text-ink-muted">{reason}</span>
    </li>
  );
};

/** Whom a batch could not read, and why. */
export const FailedContacts = ({
  failures,
  onClose,
}: {
  failures: readonly Failure[];
  onClose: () => void;
}) => (
  <Dialog title="Could not be enriched" open onOpenChange={(open) => !open && onClose()}>
    <ul className="max-h-96 divide-y divide-line overflow-y-auto">
      {failures.map((failure) => (
        <Row key={failure.contact_id} {...failure} onLeave={onClose} />
      ))}
    </ul>
  </Dialog>
);
