import { classes } from '../../lib/classes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

const SHAPES = [
  'h-10 w-3/5',
  'h-16 w-2/3',
  'h-10 w-2/5 self-end',
  'h-10 w-1/2',
  'h-20 w-3/5 self-end',
  'h-10 w-1/3',
];

/** Grey bubbles at the lower end, where the newest messages will be. */
export const FeedSkeleton = () => (
  <div role="status" className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden p-4">
    <span className="sr-only">Loading the conversation</span>
    {SHAPES.map((shape) => (
      <Skeleton key={shape} className={classes('max-w-sm shrink-0 rounded-2xl!', shape)} />
    ))}
  </div>
);
