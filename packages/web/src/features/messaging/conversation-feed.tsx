import { useQuery } from '@tanstack/react-query';
import { Mail, MessagesSquare, Phone } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { countOf } from '../../lib/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toast.tsx';
import { callsQuery } from '../calls/calls.api.ts';
import { FeedList, type FeedTarget } from './feed-list.tsx';
import { type FeedFilter, feedRows } from './feed-rows.ts';
import { FeedSkeleton } from './feed-skeleton.tsx';
import { messagesQuery, useOlderMessages } from './messaging.api.ts';
import { useOutgoing } from './outgoing.ts';
import { useReadOnSight } from './use-read-on-sight.ts';

const Compose = lazy(async () => ({ default: (await import('./compose.tsx')).Compose }));

const FILTERS = [
  { value: 'all', label: 'All' },
  { value: 'calls', label: 'Calls' },
  { value: 'messages', label: 'Messages' },
  { value: 'emails', label: 'Emails' },
] as const;

const NOTHING: Record<FeedFilter, { icon: ReactNode; title: string; text: string }> = {
  all: {
    icon: <MessagesSquare />,
    title: 'Nothing was said yet',
    text: 'Messages appear here as soon as they arrive, or when a history is imported.',
  },
  calls: { icon: <Phone />, title: 'No calls', text: 'There are no calls with this person.' },
  messages: {
    icon: <MessagesSquare />,
    title: 'No messages',
    text: 'There are no text messages with this person.',
  },
  emails: { icon: <Mail />, title: 'No e-mails', text: 'There are no e-mails with this person.' },
};

const NoRows = ({ filter }: { filter: FeedFilter }) => (
  <div className="grid min-h-0 flex-1 place-content-center">
    <EmptyState icon={NOTHING[filter].icon} title={NOTHING[filter].title}>
      {NOTHING[filter].text}
    </EmptyState>
  </div>
);

const Conversation = ({
  contact_id,
  filter,
  target,
  onArrived,
}: {
  contact_id: string;
  filter: FeedFilter;
  target: FeedTarget | null;
  onArrived: (() => void) | null;
}) => {
  const { data, error, refetch } = useQuery(messagesQuery(contact_id));
  const older = useOlderMessages(contact_id);
  const { loadBackTo, loadOlder } = older;
  const { data: calls } = useQuery(callsQuery(contact_id));
  const outgoing = useOutgoing(contact_id);
  const hasOlder = Boolean(data?.next_before);
  const rows = useMemo(
    () => feedRows({ messages: data?.messages ?? [], calls, outgoing, hasOlder }, filter),
    [data, calls, outgoing, hasOlder, filter],
  );
  useReadOnSight(contact_id, data?.messages);
  // What the filter asks for may all be further back than what is loaded.
  const mustLookBack = rows.length === 0 && hasOlder;

  useEffect(() => {
    if (mustLookBack && !older.loading && !older.error) void loadOlder();
  }, [mustLookBack, older.loading, older.error, loadOlder]);
  useEffect(() => {
    if (!target) return;
    void loadBackTo(target.message_id).then((isLoaded) => {
      if (!isLoaded) toast.info('That message is not in this conversation any more.');
    });
  }, [target, loadBackTo]);

  if (error && !data)
    return (
      <div className="grid min-h-0 flex-1 place-content-center">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data || (mustLookBack && !older.error)) return <FeedSkeleton />;
  if (rows.length === 0) return <NoRows filter={filter} />;
  return (
    <FeedList
      key={filter}
      rows={rows}
      hasOlder={hasOlder}
      older={older}
      target={target}
      onArrived={onArrived}
    />
  );
};

/** Everything that was said with one person, on every channel. `target`: the message to lead to. */
export const ConversationFeed = ({
  contact_id,
  target,
}: {
  contact_id: string;
  target: FeedTarget | null;
}) => {
  const [filter, setFilter] = useState<FeedFilter>('all');
  const [followed, setFollowed] = useState<FeedTarget | null>(null);
  const [isPending, setIsPending] = useState(false);
  const onArrived = useCallback(() => setIsPending(false), []);
  if (target !== followed) {
    setFollowed(target);
    setIsPending(target !== null);
    setFilter('all');
  }
  const total = useQuery(messagesQuery(contact_id)).data?.total_count;
  return (
    <section aria-label="Conversation" className="flex h-full min-h-0 flex-col">
      <header className="flex h-12 shrink-0 items-center justify-between gap-3 border-b border-line px-4 pointer-coarse:px-2">
        <Segmented label="Show" value={filter} onChange={setFilter} options={FILTERS} />
        {total !== undefined && total > 0 && (
          <span className="text-xs whitespace-nowrap text-ink-muted tabular-nums">
            {countOf(total, 'message')}
          </span>
        )}
      </header>
      <Conversation
        key={contact_id}
        contact_id={contact_id}
        filter={filter}
        target={target}
        onArrived={isPending ? onArrived : null}
      />
      <Suspense fallback={<div className="h-36 shrink-0 border-t border-line" />}>
        <Compose contact_id={contact_id} />
      </Suspense>
    </section>
  );
};
