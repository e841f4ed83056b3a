import type { Contact } from '@rapport/contract/contacts.api';
import { Mail, Phone, StickyNote } from 'lucide-react';
import { formatPhone } from '../../lib/format.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { useDial } from '../calls/calls.api.ts';
import { preferred, titleOf } from './contact-name.ts';

const STYLE = 'min-w-0 flex-1 px-2!';

type Props = {
  contact: Contact;
  /** Begins an e-mail. */
  onEmail: () => void;
  /** Begins a note. */
  onNote: () => void;
};

/** Call, write an e-mail, write a note: one press each. Who is not to be contacted is not called or written to. */
export const ContactQuickActions = ({ contact, onEmail, onNote }: Props) => {
  const mayWrite = useCan('contact:write');
  const maySend = useCan('message:send');
  const isPhone = useMedia('(pointer: coarse)');
  const dial = useDial(contact.id);
  const isBlocked = contact.status === 'do_not_contact';
  const phone = isBlocked ? undefined : preferred(contact.phones)?.phone_number;
  const email = isBlocked ? undefined : preferred(contact.emails)?.email;
  const reasonOf = (missing: string) =>
    isBlocked ? 'This contact is not to be contacted' : `No ${missing} is known`;
  const call = () =>
    dial.mutate(undefined, {
      onError: toast.error,
      onSuccess: () => toast.info(`Your phone rings first, then that of ${titleOf(contact)}`),
    });
  const callWords = (
    <>
      <Phone aria-hidden /> Call
    </>
  );
  return (
    <div role="group" aria-label="Quick actions" className="flex gap-1.5">
      {maySend &&
        // A phone calls by itself; elsewhere the member's own phone is rung first.
        (isPhone && phone ? (
          <Button className={STYLE} asChild>
            <a href={`tel:${phone}`}>{callWords}</a>
          </Button>
        ) : (
          <Button
            className={STYLE}
            disabled={!phone}
            title={phone ? `Call ${formatPhone(phone)}` : reasonOf('phone number')}
            loading={dial.isPending}
            onClick={call}
          >
            {callWords}
          </Button>
        ))}
      {maySend && (
        <Button
          className={STYLE}
          disabled={!email}
          title={email ? `Write to ${email}` : reasonOf('e-mail address')}
          onClick={onEmail}
        >
          <Mail aria-hidden /> E-mail
        </Button>
      )}
      {mayWrite && (
        <Button className={STYLE} title="Write a note (N)" onClick={onNote}>
          <StickyNote aria-hidden /> Note
        </Button>
      )}
    </div>
  );
};
