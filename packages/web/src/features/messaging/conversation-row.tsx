import type { Conversation } from '@rapport/contract/inbox.api';
import { fullName } from '@rapport/domain/contacts/names';
import { Paperclip } from 'lucide-react';
import { classes } from '../../lib/classes.ts';
import { formatPhone } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Time } from '../../ui/time.tsx';
import { AGE_WORDS, type Age, ageOf } from './ageing.ts';
import { ChannelIcon } from './channel-words.tsx';

const AGE_TONES: Record<Age, string> = {
  fresh: 'bg-success',
  waiting: 'bg-warning',
  overdue: 'bg-danger',
};

const AgeDot = ({ age }: { age: Age }) => (
  <span
    role="img"
    aria-label={AGE_WORDS[age]}
    title={AGE_WORDS[age]}
    className={classes('size-2 shrink-0 rounded-full', AGE_TONES[age])}
  />
);

const phoneOf = ({ contact }: Conversation): string =>
  contact.phone_number ? formatPhone(contact.phone_number) : '';

/** The name, else how the person is reached. */
const titleOf = (conversation: Conversation): string =>
  fullName(conversation.contact) ||
  phoneOf(conversation) ||
  conversation.contact.email ||
  'Unknown';

/** The last message in a few words. */
const Preview = ({ message }: { message: NonNullable<Conversation['last_message']> }) => (
  <>
    <ChannelIcon channel={message.channel} className="size-3.5 shrink-0 text-ink-faint" />
    <span className="min-w-0 flex-1 truncate">
      {message.direction === 'outbound' && 'You: '}
      {[message.subject, message.preview].filter(Boolean).join(': ') ||
        (message.attachment_count > 0 ? 'Attachment' : 'No text')}
    </span>
    {message.status === 'failed' && (
      <span className="shrink-0 font-medium text-danger-text">Not sent</span>
    )}
    {message.attachment_count > 0 && (
      <Paperclip aria-label="With attachments" className="size-3.5 shrink-0 text-ink-faint" />
    )}
  </>
);

const Unread = ({ count }: { count: number }) =>
  count > 0 ? (
    <span className="inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-full bg-accent px-1 text-xs font-semibold text-accent-ink tabular-nums">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> unread</span>
    </span>
  ) : (
    <span role="img" aria-label="Marked unread" className="size-2.5 rounded-full bg-accent" />
  );

/** One line of the inbox: who, when, what was said last, and whether somebody waits. */
export const ConversationRow = ({ conversation }: { conversation: Conversation }) => {
  const now = useNow();
  const { contact, last_message, is_unread, unread_count, needs_reply, waiting_since } =
    conversation;
  const at = last_message?.created_at ?? conversation.last_contacted_at;
  const title = titleOf(conversation);
  return (
    <span className="flex gap-2.5 px-3 py-2">
      <Avatar name={fullName(contact)} seed={contact.id} size="md" className="mt-0.5" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center gap-2">
          <span className={classes('truncate', is_unread ? 'font-semibold' : 'font-medium')}>
            {title}
          </span>
          <span className="ml-auto flex shrink-0 items-center gap-1.5">
            {needs_reply && waiting_since && <AgeDot age={ageOf(waiting_since, now)} />}
            {at && <Time value={at} className="text-xs text-ink-muted" />}
          </span>
        </span>
        {phoneOf(conversation) !== title && phoneOf(conversation) !== '' && (
          <span className="truncate text-xs text-ink-muted tabular-nums">
            {phoneOf(conversation)}
          </span>
        )}
        <span
          className={classes(
            'flex items-center gap-1.5',
            is_unread ? 'text-ink' : 'text-ink-muted',
          )}
        >
          {conversation.has_draft && (
            <span className="shrink-0 font-medium text-warning-text">Draft</span>
          )}
          {last_message ? (
            <Preview message={last_message} />
          ) : (
            <span className="flex-1 truncate">No messages yet</span>
          )}
          {is_unread && <Unread count={unread_count} />}
        </span>
      </span>
    </span>
  );
};
