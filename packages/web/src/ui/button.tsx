import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classes } from '../lib/classes.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-ghost';
export type ButtonSize = 'sm' | 'md' | 'lg';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover shadow-card',
  secondary: 'bg-raised text-ink border border-line-strong hover:bg-hover shadow-card',
  ghost: 'text-ink-muted hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-danger-ink hover:bg-danger-hover shadow-card',
  'danger-ghost': 'text-danger-text hover:bg-danger-soft',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7 px-2.5 gap-1.5 pointer-coarse:h-9',
  md: 'h-8 px-3 gap-1.5 pointer-coarse:h-10',
  lg: 'h-10 px-4 gap-2 text-base',
};

const buttonClass = (variant: ButtonVariant, size: ButtonSize): string =>
  classes(
    'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap select-none',
    'transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
    '[&_svg]:size-4 [&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
  );

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows a spinner in place of the icon and takes no second press. */
  loading?: boolean;
  /** Gives its look to the only child (a link). */
  asChild?: boolean;
};

/** `variant`: one primary per view; secondary is the default; danger only for what cannot be undone. */
export const Button = ({
  variant = 'secondary',
  size = 'md',
  loading = false,
  asChild = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) => {
  const look = classes(buttonClass(variant, size), className);
  if (asChild)
    return (
      <Slot.Root className={look} {...rest}>
        {children}
      </Slot.Root>
    );
  return (
    <button
      type="button"
      className={classes(look, loading && '[&>svg]:hidden')}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      {...rest}
    >
      {loading && <Spinner />}
      {children}
    </button>
  );
};
