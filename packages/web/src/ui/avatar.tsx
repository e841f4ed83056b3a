import { UserRound } from 'lucide-react';
import { classes } from '../lib/classes.ts';
import { initialsOf } from '../lib/format.ts';

const SIZES = {
  xs: 'size-5 text-[0.5625rem]',
  sm: 'size-7 text-xs',
  md: 'size-9 text-sm',
  lg: 'size-14 text-xl',
} as const;

/** A hue in degrees that is always the same for the same text. */
const hueOf = (text: string): number => {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return ((hash >>> 0) % 24) * 15;
};

type Props = {
  /** Initials are taken from it; empty shows a person. */
  name: string;
  /** What decides the colour; the name unless given. An id keeps the colour when the name changes. */
  seed?: string;
  size?: keyof typeof SIZES;
  className?: string;
};

/** Initials on a calm colour. Decoration: the name is expected in words beside it. */
export const Avatar = ({ name, seed, size = 'sm', className }: Props) => {
  const initials = initialsOf(name);
  const hue = hueOf(seed ?? name);
  return (
    <span
      aria-hidden
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        SIZES[size],
        className,
      )}
      style={{
        backgroundColor: `light-dark(oklch(0.93 0.045 ${hue}), oklch(0.34 0.06 ${hue}))`,
        color: `light-dark(oklch(0.42 0.1 ${hue}), oklch(0.88 0.07 ${hue}))`,
      }}
    >
      {initials || <UserRound className="size-[55%]" />}
    </span>
  );
};
