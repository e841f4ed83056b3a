import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Inbox, MessagesSquare, Smartphone } from 'lucide-react';
import { type Ref, useEffect, useRef } from 'react';
import { classes } from '../../lib/classes.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useSearchText } from '../contacts/use-search-text.ts';
import { ConversationRow } from './conversation-row.tsx';
import { conversationsQuery } from './inbox.api.ts';
import { type InboxSearch, type InboxShow, withoutMessage } from './inbox-filter.ts';
import { MessageHits } from './message-hits.tsx';

const SHOWS = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
  { value: 'needs_reply', label: 'Needs reply' },
  { value: 'needs_follow_up', label: 'Follow up' },
] as const;

const NOTHING: Record<InboxShow, { title: string; text: string }> = {
  all: {
    title: 'No conversations yet',
    text: 'Text in from the test phone, import a history, or write to a contact.',
  },
  unread: { title: 'Everything is read', text: 'New messages appear here as they arrive.' },
  needs_reply: { title: 'Everybody is answered', text: 'Nobody is waiting for a reply.' },
  needs_follow_up: {
    title: 'Nobody to ask again',
    text: 'Who has not answered you for some days appears here.',
  },
};

const Nothing = ({ search, show }: { search: string; show: InboxShow }) =>
  search === '' ? (
    <EmptyState
      icon={show === 'all' ? <MessagesSquare /> : <Inbox />}
      title={NOTHING[show].title}
      action={
        show === 'all' && (
          <Button asChild>
            <Link to="/simulator">
              <Smartphone aria-hidden /> Open the test phone
            </Link>
          </Button>
        )
      }
    >
      {NOTHING[show].text}
    </EmptyState>
  ) : (
    <p className="border-b border-line px-3 py-3 text-ink-muted">
      Nobody found: no name, phone number or e-mail address has “{search}”.
    </p>
  );

/** Asks for more once its place comes into sight. */
const More = ({ onSight, loading }: { onSight: () => void; loading: boolean }) => {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && !loading && onSight(),
      { rootMargin: '400px' },
    );
    if (mark.current) observer.observe(mark.current);
    return () => observer.disconnect();
  }, [onSight, loading]);
  return (
    <div ref={mark} className="flex justify-center p-3">
      <Button size="sm" variant="ghost" loading={loading} onClick={onSight}>
        Show more
      </Button>
    </div>
  );
};

type Props = {
  search: InboxSearch;
  /** Whose conversation is open. */
  contact_id: string | null;
  /** The rows, for the keys that move through them. */
  ref: Ref<HTMLDivElement>;
  className?: string | undefined;
};

/** Everybody who was written with, the last contacted first. */
export const ConversationList = ({ search, contact_id, ref, className }: Props) => {
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const show = search.show ?? 'all';
  const go = (change: InboxSearch) =>
    void navigate({
      to: '.',
      search: (before: InboxSearch) => ({ ...withoutMessage(before), ...change }),
      replace: true,
    });
  const [text, setText] = useSearchText(search.search ?? '', (next) =>
    go({ search: next === '' ? undefined : next } as InboxSearch),
  );
  useShortcuts([{ key: '/', run: () => box.current?.select() }]);
  const list = useInfiniteQuery(conversationsQuery({ show, search: search.search ?? '' }));
  const rows = list.data?.pages.flatMap((page) => page.conversations) ?? [];
  return (
    <section
      aria-label="Conversations"
      className={classes('flex min-h-0 min-w-0 flex-col', className)}
    >
      <header className="grid shrink-0 gap-2 border-b border-line px-3 py-2">
        <h1 className="sr-only">Messaging</h1>
        <SearchInput
          ref={box}
          label="Search conversations"
          placeholder="Search people and messages"
          hint="/"
          value={text}
          onChange={setText}
        />
        <Segmented
          label="Show"
          value={show}
          onChange={(value) => go({ show: value })}
          options={SHOWS}
        />
      </header>
      <div
        ref={ref}
        data-scroll-restoration-id="conversations"
        aria-busy={list.isFetching}
        className={classes(
          'min-h-0 flex-1 overflow-y-auto',
          list.isPlaceholderData && 'opacity-60',
        )}
      >
        {list.isPending ? (
          <SkeletonRows rows={10} />
        ) : list.isError && rows.length === 0 ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : rows.length === 0 ? (
          <Nothing search={search.search ?? ''} show={show} />
        ) : (
          <ul>
            {rows.map((conversation) => (
              <li
                key={conversation.contact.id}
                className="[contain-intrinsic-size:auto_4.25rem] [content-visibility:auto]"
              >
                <Link
                  data-row
                  to="/messaging/$contactId"
                  params={{ contactId: conversation.contact.id }}
                  search={(before: InboxSearch) => withoutMessage(before)}
                  aria-current={conversation.contact.id === contact_id ? 'page' : undefined}
                  className="block border-b border-line transition-colors hover:bg-hover focus-visible:-outline-offset-2 aria-[current=page]:bg-accent-soft"
                >
                  <ConversationRow conversation={conversation} />
                </Link>
              </li>
            ))}
          </ul>
        )}
        {search.search && <MessageHits search={search.search} />}
        {list.hasNextPage && (
          <More onSight={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />
        )}
      </div>
    </section>
  );
};
