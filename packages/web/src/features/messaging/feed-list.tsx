import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import { formatDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { useCan } from '../auth/auth.api.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { type FeedRow, guessHeight } from './feed-rows.ts';
import { type BubbleActions, MessageBubble } from './message-bubble.tsx';
import type { OlderMessages } from './messaging.api.ts';
import { OutgoingBubble } from './outgoing-bubble.tsx';
import { useFeedScroll } from './use-feed-scroll.ts';

const Lightbox = lazy(async () => ({ default: (await import('./lightbox.tsx')).Lightbox }));
const CallCard = lazy(async () => ({ default: (await import('../calls/call-card.tsx')).CallCard }));

/** A message that somebody is led to; each request is an object of its own. */
export type FeedTarget = { message_id: string; quote: string | null };

const NOBODY: ReadonlySet<string> = new Set();

const DayDivider = ({ at }: { at: string }) => (
  <h2 className="flex items-center gap-3 px-4 pt-5 pb-1 text-xs font-medium text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
    {formatDay(at, useNow())}
  </h2>
);

const OlderState = ({ older }: { older: OlderMessages }) => {
  if (!older.loading && !older.error) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
      <span className="pointer-events-auto inline-flex min-h-8 animate-enter items-center gap-2 rounded-full border border-line bg-raised px-3 py-1 text-xs text-ink-muted shadow-float">
        {older.loading ? (
          <>
            <Spinner /> Loading older messages
          </>
        ) : (
          <>
            {messageOf(older.error)}
            <button
              type="button"
              className="font-medium text-accent-text hover:underline"
              onClick={() => void older.loadOlder()}
            >
              Try again
            </button>
          </>
        )}
      </span>
    </div>
  );
};

/** Every picture that can be looked at, the oldest first. */
const picturesOf = (rows: FeedRow[]) =>
  rows.flatMap((row) =>
    row.kind === 'message'
      ? row.message.attachments.filter(({ thumbnail_url, url }) => thumbnail_url && url)
      : [],
  );

type Props = {
  rows: FeedRow[];
  hasOlder: boolean;
  older: OlderMessages;
  /** Lit, with its quote marked. */
  target: FeedTarget | null;
  /** Called once the target is in sight; null when it was already. */
  onArrived: (() => void) | null;
};

/** The conversation, oldest on top; only what is in sight is in the page. */
export const FeedList = ({ rows, hasOlder, older, target, onArrived }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const mayLoad = hasOlder && !older.loading && !older.error;
  const { virtualizer, isAtEnd, hasUnseen } = useFeedScroll({
    box,
    rows,
    onNearTop: mayLoad ? () => void older.loadOlder() : null,
  });
  const mayAnswer = useCan('message:send');
  const [expanded, setExpanded] = useState(NOBODY);
  const [suggestedFor, setSuggestedFor] = useState<string | null>(null);
  const [openPicture, setOpenPicture] = useState<string | null>(null);
  const actions = useMemo<BubbleActions>(
    () => ({
      expand: (id) => setExpanded((before) => new Set(before).add(id)),
      suggest: setSuggestedFor,
      openPicture: setOpenPicture,
    }),
    [],
  );
  const newestOfOurs = rows.findLast(
    (row) => row.kind === 'message' && row.message.direction === 'outbound',
  )?.key;
  useEffect(() => {
    if (!target || !onArrived) return;
    const index = rows.findIndex(({ key }) => key === target.message_id);
    if (index < 0) return;
    virtualizer.scrollToIndex(index, { align: 'center' });
    onArrived();
  }, [rows, target, onArrived, virtualizer]);

  const draw = (row: FeedRow) => {
    if (row.kind === 'day') return <DayDivider at={row.at} />;
    if (row.kind === 'outgoing') return <OutgoingBubble outgoing={row.outgoing} />;
    if (row.kind === 'call')
      return (
        <Suspense fallback={<div style={{ height: guessHeight(row) }} />}>
          <CallCard call={row.call} />
        </Suspense>
      );
    const isTarget = row.key === target?.message_id;
    return (
      <MessageBubble
        message={row.message}
        continues={row.continues}
        names_channel={row.names_channel}
        lit={isTarget}
        quote={isTarget ? target.quote : null}
        expanded={isTarget || expanded.has(row.key)}
        isNewest={row.key === newestOfOurs}
        isSuggesting={row.key === suggestedFor}
        mayAnswer={mayAnswer}
        actions={actions}
      />
    );
  };

  return (
    <div className="relative min-h-0 flex-1">
      <OlderState older={older} />
      {/* Focusable, so that the keyboard can scroll it. */}
      <div
        ref={box}
        role="log"
        aria-label="Messages"
        aria-live="off"
        tabIndex={0}
        className="flex h-full flex-col overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div
          className="relative mt-auto w-full shrink-0"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {draw(rows[index]!)}
            </div>
          ))}
        </div>
      </div>
      {openPicture && (
        <Suspense fallback={null}>
          <Lightbox
            pictures={picturesOf(rows)}
            current_id={openPicture}
            onChange={setOpenPicture}
            onClose={() => setOpenPicture(null)}
          />
        </Suspense>
      )}
      {!isAtEnd && (
        <Button
          size="sm"
          variant={hasUnseen ? 'primary' : 'secondary'}
          className="absolute bottom-3 left-1/2 z-10 -translate-x-1/2 animate-enter rounded-full! shadow-float"
          onClick={() => virtualizer.scrollToEnd()}
        >
          <ArrowDown aria-hidden /> {hasUnseen ? 'New messages' : 'Latest'}
        </Button>
      )}
    </div>
  );
};
