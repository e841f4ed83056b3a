import type { Contact } from '@rapport/contract/contacts.api';
import { Mail, Phone, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatPhone } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { useCan } from '../auth/auth.api.ts';
import { preferred } from './contact-name.ts';

const STYLE = 'min-w-0 flex-1 px-2!';

/** A way out of the page to a person; says why when there is none. */
const Way = ({
  href,
  title,
  children,
}: {
  href: string | null;
  title: string;
  children: ReactNode;
}) =>
  href === null ? (
    <Button className={STYLE} disabled title={title}>
      {children}
    </Button>
  ) : (
    <Button className={STYLE} asChild>
      <a href={href} title={title}>
        {children}
      </a>
    </Button>
  );

/** Call, write an e-mail, write a note: one press each. Who is not to be contacted is not called or written to. */
export const ContactQuickActions = ({
  contact,
  onNote,
}: {
  contact: Contact;
  onNote: () => void;
}) => {
  const mayWrite = useCan('contact:write');
  const isBlocked = contact.status === 'do_not_contact';
  const phone = preferred(contact.phones)?.phone_number;
  const email = preferred(contact.emails)?.email;
  const titleOf = (known: string | undefined, doing: string, missing: string) =>
    isBlocked ? 'This contact is not to be contacted' : known ? `${doing} ${known}` : missing;
  return (
    <div role="group" aria-label="Quick actions" className="flex gap-1.5">
      <Way
        href={phone && !isBlocked ? `tel:${phone}` : null}
        title={titleOf(phone && formatPhone(phone), 'Call', 'No phone number is known')}
      >
        <Phone aria-hidden /> Call
      </Way>
      <Way
        href={email && !isBlocked ? `mailto:${email}` : null}
        title={titleOf(email, 'Write to', 'No e-mail address is known')}
      >
        <Mail aria-hidden /> E-mail
      </Way>
      {mayWrite && (
        <Button className={STYLE} title="Write a note (N)" onClick={onNote}>
          <StickyNote aria-hidden /> Note
        </Button>
      )}
    </div>
  );
};
