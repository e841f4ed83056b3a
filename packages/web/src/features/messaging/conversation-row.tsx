import { classes } from '../../lib/classes.ts';
import { formatPhone } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Time } from '../../ui/time.tsx';
import { avatarName, preferred, titleOf } from '../contacts/contact-name.ts';
import { AGE_WORDS, type Age, ageOf } from './ageing.ts';
import type { Conversation } from './inbox.api.ts';

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

/** How the person is reached, when the name does not say it already. */
const wayOf = ({ contact }: Conversation): string => {
  const phone = preferred(contact.phones)?.phone_number;
  const way = phone ? formatPhone(phone) : (preferred(contact.emails)?.email ?? '');
  return way === titleOf(contact) ? '' : way;
};

/** One line of the inbox: who, when, what was said last, and whether somebody waits. */
export const ConversationRow = ({ conversation }: { conversation: Conversation }) => {
  const now = useNow();
  const { contact, last_message, unread_count } = conversation;
  const at = last_message?.created_at ?? contact.last_contacted_at;
  const isTheirs = last_message?.direction === 'inbound';
  return (
    <span className="flex gap-2.5 px-3 py-2.5">
      <Avatar name={avatarName(contact)} seed={contact.id} size="md" />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex items-baseline justify-between gap-2">
          <span className={classes('truncate', unread_count > 0 ? 'font-semibold' : 'font-medium')}>
            {titleOf(contact)}
          </span>
          {at && <Time value={at} className="text-xs text-ink-muted" />}
        </span>
        <span className="flex items-center gap-1.5 text-ink-muted">
          <span className={classes('min-w-0 flex-1 truncate', unread_count > 0 && 'text-ink')}>
            {last_message && !isTheirs && 'You: '}
            {last_message?.body || wayOf(conversation) || ' '}
          </span>
          {last_message && isTheirs && <AgeDot age={ageOf(last_message.created_at, now)} />}
          {unread_count > 0 && (
            <span className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-xs font-semibold text-accent-ink tabular-nums">
              {unread_count > 99 ? '99+' : unread_count}
              <span className="sr-only"> unread</span>
            </span>
          )}
        </span>
      </span>
    </span>
  );
};
