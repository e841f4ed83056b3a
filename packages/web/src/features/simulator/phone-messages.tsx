import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatClock } from '../../lib/format.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { useCan } from '../auth/auth.api.ts';
import { simulatedQuery } from './simulator.api.ts';

type Simulated = {
  id: string;
  from: string;
  body: string;
  media_urls: string[];
  status: string;
  created_at: string;
};

/** Our own files by their path: the page may be open under another name of the server. */
const pathOf = (url: string): string => {
  const { pathname } = new URL(url);
  return pathname.startsWith('/files/') ? pathname : url;
};

const Bubble = ({ message, phone }: { message: Simulated; phone: string }) => {
  const isOwn = message.from === phone;
  return (
    <li className={classes('flex flex-col px-3 pt-2', isOwn ? 'items-end' : 'items-start')}>
      <span
        className={classes(
          'max-w-[85%] rounded-2xl px-3 py-1.5 text-base whitespace-pre-wrap [overflow-wrap:anywhere]',
          isOwn ? 'rounded-br-md bg-accent text-accent-ink' : 'rounded-bl-md bg-pressed text-ink',
        )}
      >
        {message.body}
        {message.media_urls.map((url) => (
          <img key={url} src={pathOf(url)} alt="Sent along" className="mt-1 max-h-40 rounded-lg" />
        ))}
      </span>
      <span className="px-1 pt-0.5 text-xs text-ink-muted">{formatClock(message.created_at)}</span>
    </li>
  );
};

/** What the phone sent and got, the oldest on top. */
export const PhoneMessages = ({ phone }: { phone: string }) => {
  const mayLook = useCan('settings:manage');
  const { data, error, refetch } = useQuery({
    ...simulatedQuery(phone),
    enabled: mayLook && phone !== '',
  });
  const list = useRef<HTMLDivElement>(null);
  const count = data?.length ?? 0;
  useEffect(() => {
    list.current?.scrollTo(0, list.current.scrollHeight);
  }, [count]);
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  return (
    <div
      ref={list}
      role="log"
      aria-label="Messages on the phone"
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto pb-2 focus-visible:-outline-offset-2"
    >
      {count === 0 && (
        <p className="px-6 pt-16 text-center text-ink-muted">
          Write as this person would. The answers of your team appear here.
        </p>
      )}
      <ul>
        {data?.map((message) => (
          <Bubble key={message.id} message={message} phone={phone} />
        ))}
      </ul>
    </div>
  );
};
