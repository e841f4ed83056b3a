import { Check } from 'lucide-react';
import { classes } from '../../lib/classes.ts';

/** Where in the import one is. @param current from 0; 3 when all is done @param first what the first step is */
export const ImportSteps = ({ current, first }: { current: number; first: string }) => (
  <ol aria-label="Steps" className="flex items-center gap-2 md:gap-3">
    {[first, 'Check', 'Import'].map((step, i) => {
      const isDone = i < current;
      const isCurrent = i === current;
      return (
        <li
          key={step}
          aria-current={isCurrent ? 'step' : undefined}
          className="flex min-w-0 items-center gap-2 md:gap-3"
        >
          {i > 0 && <span aria-hidden className="h-px w-4 bg-line-strong md:w-10" />}
          <span
            aria-hidden
            className={classes(
              'inline-flex size-5 shrink-0 items-center justify-center rounded-full text-xs font-semibold tabular-nums',
              isDone && 'bg-accent text-accent-ink',
              isCurrent && 'bg-accent-soft text-accent-text ring-1 ring-accent',
              !isDone && !isCurrent && 'bg-hover text-ink-muted',
            )}
          >
            {isDone ? <Check className="size-3" strokeWidth={3} /> : i + 1}
          </span>
          <span
            className={classes(
              'truncate',
              isCurrent ? 'font-medium' : 'text-ink-muted max-md:sr-only',
            )}
          >
            {step}
            {isDone && <span className="sr-only">, done</span>}
          </span>
        </li>
      );
    })}
  </ol>
);
