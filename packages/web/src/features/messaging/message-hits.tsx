import { fullName } from '@rapport/domain/contacts/names';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { messageOf } from '../../lib/api.ts';
import { Time } from '../../ui/time.tsx';
import { ChannelIcon } from './channel-words.tsx';
import { Highlighted } from './highlighted.tsx';
import type { InboxSearch } from './inbox-filter.ts';
import { messageSearchQuery } from './search.api.ts';

const MOST = 30;

/** The messages that hold what is searched for, below the people; each leads to its place. */
export const MessageHits = ({ search }: { search: string }) => {
  const { data, error, isFetching } = useQuery(messageSearchQuery(search, MOST));
  if (error)
    return (
      <p role="alert" className="px-3 py-2 text-danger-text">
        {messageOf(error)}
      </p>
    );
  if (!data) return null;
  return (
    <section aria-label="Messages found" aria-busy={isFetching}>
      <h2 className="border-b border-line bg-surface px-3 py-1.5 text-xs font-medium text-ink-muted">
        {data.messages.length === 0 ? 'No message has these words' : 'Messages'}
      </h2>
      <ul>
        {data.messages.map((hit) => (
          <li key={hit.message_id}>
            <Link
              data-row
              to="/messaging/$contactId"
              params={{ contactId: hit.contact.id }}
              search={(before: InboxSearch) => ({ ...before, message: hit.message_id })}
              className="grid gap-0.5 border-b border-line px-3 py-2 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="flex items-center gap-1.5">
                <ChannelIcon channel={hit.channel} className="size-3.5 shrink-0 text-ink-faint" />
                <span className="min-w-0 flex-1 truncate font-medium">
                  {fullName(hit.contact) || 'No name yet'}
                </span>
                <Time value={hit.created_at} className="text-xs text-ink-muted" />
              </span>
              <span className="line-clamp-2 text-ink-muted">
                {hit.direction === 'outbound' && 'You: '}
                {hit.subject && (
                  <>
                    <Highlighted text={hit.subject} ranges={hit.subject_highlights} />
                    {': '}
                  </>
                )}
                <Highlighted text={hit.snippet} ranges={hit.snippet_highlights} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
