import type { CallDetails } from '@rapport/contract/calls.api';
import { useEffect, useRef } from 'react';
import { classes } from '../../lib/classes.ts';
import { clockOf, segmentAt, speakerOf } from './call-words.ts';

type Props = {
  call: CallDetails;
  /** Where the recording is now, in seconds; null when there is none to play. */
  position: number | null;
  onSeek: (seconds: number) => void;
};

/** What was said, by speaker; the line that is heard is lit, and a click on a line plays from there. */
export const CallTranscript = ({ call, position, onSeek }: Props) => {
  const { segments } = call;
  const heard = position === null || position === 0 ? -1 : segmentAt(segments, position);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[heard]?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [heard]);
  return (
    <ol ref={list} className="grid gap-1">
      {segments.map((segment, index) => {
        const { speaker, text, start_seconds } = segment;
        const line = (
          <>
            <span className="flex items-baseline gap-2 text-xs">
              <span
                className={classes(
                  'font-semibold',
                  speaker === 'contact' ? 'text-accent-text' : 'text-ink-muted',
                )}
              >
                {speakerOf(segment, call)}
              </span>
              {start_seconds !== null && (
                <span className="text-ink-muted tabular-nums">{clockOf(start_seconds)}</span>
              )}
            </span>
            <span className="block [overflow-wrap:anywhere] whitespace-pre-wrap">{text}</span>
          </>
        );
        const look = classes(
          'block w-full rounded-lg px-2.5 py-1.5 text-left transition-colors',
          index === heard && 'bg-accent-soft',
        );
        return (
          <li key={index} aria-current={index === heard ? 'true' : undefined}>
            {position !== null && start_seconds !== null ? (
              <button
                type="button"
                className={classes(look, 'hover:bg-hover')}
                onClick={() => onSeek(start_seconds)}
              >
                {line}
              </button>
            ) : (
              <div className={look}>{line}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
};
