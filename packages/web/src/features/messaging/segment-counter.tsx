import { countSegments } from '@rapport/domain/messaging/segments';
import { smartEncode } from '@rapport/domain/messaging/smart-encoding';
import { useMemo } from 'react';
import { countOf } from '../../lib/format.ts';

type Props = {
  body: string;
  smart: boolean;
  onSmart: (smart: boolean) => void;
};

/** How many texts an SMS takes and in which alphabet, and the offer to make it shorter. */
export const SegmentCounter = ({ body, smart, onSmart }: Props) => {
  const plain = useMemo(() => countSegments(body.trim()), [body]);
  const smarter = useMemo(() => countSegments(smartEncode(body.trim())), [body]);
  if (plain.segments === 0) return null;
  const now = smart ? smarter : plain;
  const helps = smarter.segments < plain.segments;
  return (
    <span className="flex min-w-0 flex-wrap items-center justify-end gap-x-2 text-xs text-ink-muted tabular-nums">
      {helps && (
        <button
          type="button"
          aria-pressed={smart}
          title="Curly quotes, long dashes and the like become plain ones"
          className="font-medium text-accent-text hover:underline pointer-coarse:py-2"
          onClick={() => onSmart(!smart)}
        >
          {smart
            ? 'Plain characters: on'
            : `Use plain characters: ${countOf(smarter.segments, 'part')}`}
        </button>
      )}
      <span
        title={`${now.encoding}: ${now.room_left} more characters fit into ${now.segments === 1 ? 'it' : 'the last part'}`}
      >
        {countOf(now.units, 'character')} · {countOf(now.segments, 'part')}
        <span className="max-md:hidden"> · {now.encoding}</span>
      </span>
    </span>
  );
};
