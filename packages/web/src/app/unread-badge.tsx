import { useQuery } from '@tanstack/react-query';
import { inboxCountsQuery } from '../features/messaging/inbox.api.ts';

/** How many conversations are unread; nothing when none is. */
export const UnreadBadge = ({ className }: { className: string }) => {
  const unread = useQuery(inboxCountsQuery).data?.unread ?? 0;
  return (
    unread > 0 && (
      <span
        className={`inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-xs font-semibold text-accent-ink tabular-nums ${className}`}
      >
        {unread > 99 ? '99+' : unread}
        <span className="sr-only"> unread</span>
      </span>
    )
  );
};
