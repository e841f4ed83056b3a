import { classes } from '../lib/classes.ts';

/** Two classes for one property: the style sheet's order decides, so the default is given only without another. */
const roundOf = (className = '') => !className.includes('rounded-') && 'rounded-md';

/** A grey place-holder of the size of what will come: give it height and width. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={classes('block animate-pulse bg-pressed', roundOf(className), className)}
  />
);

/** Place-holder rows of a list or table, and the words for a screen reader. */
export const SkeletonRows = ({ rows = 6, className }: { rows?: number; className?: string }) => (
  <output className={classes('grid', className)}>
    <span className="sr-only">Loading</span>
    {Array.from({ length: rows }, (_, row) => (
      <span key={row} className="flex h-12 items-center gap-3 border-b border-line px-4">
        <Skeleton className="size-7 rounded-full" />
        <Skeleton className={['h-3 w-40', 'h-3 w-28', 'h-3 w-36'][row % 3] ?? 'h-3 w-32'} />
        <Skeleton className="ml-auto h-3 w-16" />
      </span>
    ))}
  </output>
);
