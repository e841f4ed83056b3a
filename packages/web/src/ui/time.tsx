import { classes } from '../lib/classes.ts';
import { formatExact, formatRelative } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';

/** "5 min ago", kept current, with the exact time on hover. `value` is ISO 8601. */
export const Time = ({ value, className }: { value: string; className?: string }) => (
  <time
    dateTime={value}
    title={formatExact(value)}
    className={classes('whitespace-nowrap tabular-nums', className)}
  >
    {formatRelative(value, useNow())}
  </time>
);
