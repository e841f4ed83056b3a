import type { CallDetails } from '@rapport/contract/calls.api';
import { durationWords } from '@rapport/domain/calls/duration';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatClock, formatExact } from '../../lib/format.ts';
import { Markdown } from '../notes/markdown-view.tsx';
import { CallIcon } from './call-icon.tsx';
import { callTitle, isUnanswered, speakerOf } from './call-words.ts';

/** A part of the card that opens on demand. */
const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="group/fold border-t border-line/70">
    <summary className="flex list-none items-center gap-1 py-1.5 text-xs font-medium text-ink-muted select-none hover:text-ink pointer-coarse:py-3 [&::-webkit-details-marker]:hidden">
      <ChevronRight
        aria-hidden
        className="size-3.5 shrink-0 transition-transform group-open/fold:rotate-90"
      />
      {title}
    </summary>
    {/* Focusable, so that the keyboard can scroll it. */}
    <div
      role="group"
      aria-label={title}
      tabIndex={0}
      className="mb-2 max-h-72 overflow-y-auto overscroll-contain text-sm focus-visible:-outline-offset-2"
    >
      {children}
    </div>
  </details>
);

/** The transcript as markdown: each speaker in bold; what was said is shown as it is. */
const Transcription = ({ call }: { call: CallDetails }) => (
  <div className="grid gap-1.5">
    {call.segments.map((segment, index) => (
      <div key={index}>
        {call.segments.length > 1 && (
          <p className="text-xs font-semibold text-ink-muted">{speakerOf(segment, call)}</p>
        )}
        <Markdown source={segment.text} />
      </div>
    ))}
  </div>
);

const Analyses = ({ call }: { call: CallDetails }) => (
  <div className="grid gap-2.5">
    {call.analyses.map(({ analyzer_id, analyzer_name, runs }) => (
      <section key={analyzer_id ?? analyzer_name}>
        <h4 className="text-xs font-semibold text-ink-muted">{analyzer_name}</h4>
        <Markdown source={runs[0]!.content} />
      </section>
    ))}
  </div>
);

/** A call in the history of a contact: theirs on the left, ours on the right. */
export const CallCard = memo(({ call, lit = false }: { call: CallDetails; lit?: boolean }) => {
  const isOurs = call.direction === 'outbound';
  const length = call.duration_seconds ? durationWords(call.duration_seconds) : null;
  return (
    <article
      aria-label={callTitle(call)}
      className={classes('flex px-4 pt-3', isOurs && 'justify-end')}
    >
      <div
        className={classes(
          'w-full max-w-[80%] rounded-xl border bg-raised px-3 pt-2 transition-shadow duration-500 md:max-w-[38%]',
          isOurs ? 'border-accent/40' : 'border-line',
          lit && 'ring-2 ring-accent',
        )}
      >
        <div className="flex items-start gap-2 pb-2">
          <CallIcon
            call={call}
            className={classes(
              'mt-0.5 size-4 shrink-0',
              isUnanswered(call) ? 'text-danger-text' : 'text-ink-muted',
            )}
          />
          <div className="min-w-0 flex-1">
            <h3 className="font-medium">
              <Link
                to="/calls/$id"
                params={{ id: call.id }}
                className="hover:underline pointer-coarse:py-2"
              >
                {callTitle(call)}
              </Link>
            </h3>
            <p className="text-xs text-ink-muted">
              <time dateTime={call.started_at} title={formatExact(call.started_at)}>
                {formatClock(call.started_at)}
              </time>
              {length && ` · ${length}`}
            </p>
            {call.received_on && (
              <p className="truncate text-xs text-ink-muted" title={call.received_on}>
                {isOurs ? 'From' : 'On'} {call.received_on}
              </p>
            )}
          </div>
        </div>
        {call.segments.length > 0 && (
          <Fold title="Transcription">
            <Transcription call={call} />
          </Fold>
        )}
        {call.analyses.length > 0 && (
          <Fold title="Analysis">
            <Analyses call={call} />
          </Fold>
        )}
      </div>
    </article>
  );
});
