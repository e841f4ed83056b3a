// The look that everything floating shares: menus, selects, popovers, the palette.
import { classes } from '../lib/classes.ts';

export const FLOATING =
  'z-50 rounded-lg border border-line bg-raised text-ink shadow-float outline-none animate-rise';

export const ITEM = classes(
  'relative flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm outline-none select-none',
  'pointer-coarse:min-h-10 data-[highlighted]:bg-hover data-[disabled]:pointer-events-none data-[disabled]:opacity-50',
  '[&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted',
);
