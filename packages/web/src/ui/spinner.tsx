import { LoaderCircle } from 'lucide-react';
import { classes } from '../lib/classes.ts';

/** A turning circle. Say in words nearby, or with `label`, what is waited for. */
export const Spinner = ({ label, className }: { label?: string; className?: string }) => (
  <span className={classes('inline-flex', className)}>
    <LoaderCircle aria-hidden className="size-4 animate-spin" />
    {label && <output className="sr-only">{label}</output>}
  </span>
);
