import type { Contact } from '@rapport/contract/contacts.api';
import type { EnrichedField } from '@rapport/contract/enrichment.api';
import type { ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatPhone } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { TagBadge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { channelLabel } from '../messaging/channel-words.tsx';

/** A heading and what is below it; "None" when there is nothing. */
const Group = ({
  title,
  isEmpty,
  children,
}: {
  title: string;
  isEmpty: boolean;
  children: ReactNode;
}) => (
  <section className="grid gap-1 border-t border-line pt-3">
    <h2 className="text-xs font-medium text-ink-muted">{title}</h2>
    {isEmpty ? <p className="text-ink-faint">None</p> : children}
  </section>
);

/** One way to reach a person, with a button that copies it. */
const Way = ({
  value,
  shown = value,
  note,
  what,
  mark,
  isFresh = false,
}: {
  value: string;
  shown?: string;
  note?: string | null;
  what: string;
  mark?: ReactNode;
  isFresh?: boolean;
}) => (
  <li
    className={classes(
      '-mx-1.5 flex min-h-8 items-center gap-1 rounded-md px-1.5 transition-colors duration-700',
      isFresh && 'bg-accent-soft',
    )}
  >
    <span className="min-w-0 flex-1 whitespace-pre-line [overflow-wrap:anywhere]">
      {shown}
      {note && <span className="ml-1.5 text-xs text-ink-muted">{note}</span>}
    </span>
    {mark}
    <CopyButton value={value} what={what} />
  </li>
);

const noteOf = ({ label, isFirst }: { label: string | null; isFirst: boolean }): string =>
  [label, isFirst && 'preferred'].filter(Boolean).join(', ');

const addressLines = (address: Contact['addresses'][number]): string =>
  [
    address.street,
    [address.zip, address.city].filter(Boolean).join(' '),
    [address.state, address.country].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join('\n');

type Props = {
  contact: Contact;
  fresh: ReadonlySet<EnrichedField>;
  /** The mark of the address that was read from the conversation. */
  markOfEmail: (email: string) => ReactNode;
};

/** How a person is reached, which labels they carry, who looks after them. */
export const ContactWays = ({ contact, fresh, markOfEmail }: Props) => {
  const { phones, emails, addresses, tags, assigned_users } = contact;
  // A number or an address is listed above already.
  const listed = new Set([
    ...phones.map((one) => one.phone_number),
    ...emails.map((one) => one.email),
  ]);
  const identities = contact.identities.filter(({ external_id }) => !listed.has(external_id));
  return (
    <>
      <Group title="Phone" isEmpty={phones.length === 0}>
        <ul>
          {phones.map(({ id, phone_number, label, is_preferred }) => (
            <Way
              key={id}
              value={phone_number}
              shown={formatPhone(phone_number)}
              note={noteOf({ label, isFirst: is_preferred && phones.length > 1 })}
              what="phone number"
            />
          ))}
        </ul>
      </Group>
      <Group title="E-mail" isEmpty={emails.length === 0}>
        <ul>
          {emails.map(({ id, email, label, is_preferred }) => {
            const mark = markOfEmail(email);
            return (
              <Way
                key={id}
                value={email}
                note={noteOf({ label, isFirst: is_preferred && emails.length > 1 })}
                what="e-mail address"
                mark={mark}
                isFresh={Boolean(mark) && fresh.has('email')}
              />
            );
          })}
        </ul>
      </Group>
      {identities.length > 0 && (
        <Group title="Channels" isEmpty={false}>
          <ul>
            {identities.map(({ channel, external_id }) => (
              <Way
                key={`${channel} ${external_id}`}
                value={external_id}
                note={channelLabel(channel)}
                what={`${channelLabel(channel)} name`}
              />
            ))}
          </ul>
        </Group>
      )}
      {addresses.length > 0 && (
        <Group title="Address" isEmpty={false}>
          <ul>
            {addresses.map((address) => (
              <Way
                key={address.id}
                value={addressLines(address)}
                note={noteOf({
                  label: address.label,
                  isFirst: address.is_primary && addresses.length > 1,
                })}
                what="address"
              />
            ))}
          </ul>
        </Group>
      )}
      <Group title="Tags" isEmpty={tags.length === 0}>
        <div className="flex flex-wrap gap-1">
          {tags.map(({ id, name, color }) => (
            <TagBadge key={id} name={name} color={color} />
          ))}
        </div>
      </Group>
      <Group title="Assigned to" isEmpty={assigned_users.length === 0}>
        <ul className="grid gap-1.5">
          {assigned_users.map(({ member_id, user_id, name }) => (
            <li key={member_id} className="flex items-center gap-2">
              <Avatar name={name} seed={user_id} size="xs" />
              <span className="truncate">{name}</span>
            </li>
          ))}
        </ul>
      </Group>
    </>
  );
};
