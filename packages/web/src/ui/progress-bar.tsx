import { classes } from '../lib/classes.ts';
import { formatPercent } from '../lib/format.ts';

type Props = {
  /** From 0 to 1; null while nobody knows how long it takes. */
  value: number | null;
  /** What progresses, in words: "Reading chat.txt". Shown above the bar unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
  tone?: 'accent' | 'success' | 'danger';
};

const TONES = { accent: 'bg-accent', success: 'bg-success', danger: 'bg-danger' } as const;

/** How far a long piece of work is. */
export const ProgressBar = ({ value, label, hideLabel = false, tone = 'accent' }: Props) => {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <div className="relative grid gap-1.5">
      {!hideLabel && (
        <div className="flex justify-between gap-3 text-ink-muted">
          <span className="truncate">{label}</span>
          {share !== null && <span className="tabular-nums">{formatPercent(share)}</span>}
        </div>
      )}
      <progress aria-label={label} max={1} value={share ?? undefined} className="sr-only" />
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-pressed">
        <div
          className={classes(
            'h-full rounded-full transition-[width] duration-300',
            TONES[tone],
            share === null && 'w-1/3 animate-slide',
          )}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
};
