import { Check, Minus } from 'lucide-react';
import { Checkbox as RadixCheckbox } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from '../lib/classes.ts';

type Props = Omit<ComponentProps<typeof RadixCheckbox.Root>, 'onChange' | 'onCheckedChange'> & {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
};

/** A box alone: give it an `aria-label`. */
export const Checkbox = ({ className, onChange, ...rest }: Props) => (
  <RadixCheckbox.Root
    onCheckedChange={(checked) => onChange(checked === true)}
    className={classes(
      'group inline-flex size-4 shrink-0 items-center justify-center rounded border border-ink-faint bg-raised transition-colors',
      'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent',
      'data-[state=indeterminate]:bg-accent text-accent-ink disabled:opacity-50',
      className,
    )}
    {...rest}
  >
    <RadixCheckbox.Indicator>
      <Check
        aria-hidden
        strokeWidth={3}
        className="size-3 group-data-[state=indeterminate]:hidden"
      />
      <Minus
        aria-hidden
        strokeWidth={3}
        className="hidden size-3 group-data-[state=indeterminate]:block"
      />
    </RadixCheckbox.Indicator>
  </RadixCheckbox.Root>
);

type FieldProps = {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** A box with its words; the words can be pressed too. */
export const CheckboxField = ({ label, hint, checked, onChange, disabled }: FieldProps) => {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <Checkbox
        id={id}
        className="mt-0.5"
        checked={checked}
        onChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
};
