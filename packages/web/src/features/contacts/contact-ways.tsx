import type { Contact } from '@rapport/contract/contacts.api';
import type { ReactNode } from 'react';
import { channelLabel } from '../messaging/channel-words.tsx';
import { ContactTags } from '../tags/contact-tags.tsx';
import { ContactMembers } from './contact-members.tsx';
import { ProfileGroup } from './profile-group.tsx';
import { WayGroup } from './way-group.tsx';
import { WayRow } from './way-row.tsx';

/** The names by which channels know a person, where they are no number or address listed already. */
const Channels = ({ contact }: { contact: Contact }) => {
  const listed = new Set([
    ...contact.phones.map((one) => one.phone_number),
    ...contact.emails.map((one) => one.email),
  ]);
  const identities = contact.identities.filter(({ external_id }) => !listed.has(external_id));
  if (identities.length === 0) return null;
  return (
    <ProfileGroup title="Channels" isEmpty={false}>
      <ul>
        {identities.map(({ channel, external_id }) => (
          <WayRow
            key={`${channel} ${external_id}`}
            value={external_id}
            note={channelLabel(channel)}
            what={`${channelLabel(channel)} name`}
          />
        ))}
      </ul>
    </ProfileGroup>
  );
};

type Props = {
  contact: Contact;
  mayEdit: boolean;
  fresh: ReadonlySet<string>;
  /** The mark of the address that was read from the conversation. */
  markOfEmail: (email: string) => ReactNode;
};

/** How a person is reached, which labels they carry, who looks after them. */
export const ContactWays = ({ contact, mayEdit, fresh, markOfEmail }: Props) => (
  <>
    <ContactTags contact={contact} mayEdit={mayEdit} />
    <WayGroup contact={contact} kind="phone" mayEdit={mayEdit} />
    <WayGroup
      contact={contact}
      kind="email"
      mayEdit={mayEdit}
      markOf={markOfEmail}
      isFresh={fresh.has('email')}
    />
    <Channels contact={contact} />
    <WayGroup contact={contact} kind="address" mayEdit={mayEdit} />
    <ContactMembers contact={contact} />
  </>
);
