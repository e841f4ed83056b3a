import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../lib/classes.ts';
import { FLOATING, ITEM } from './menu-look.ts';

/** `trigger` is a button (it gets the menu's wiring); the children are the items. */
export const DropdownMenu = ({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
}: {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
}) => (
  <Radix.Root modal={false}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        className={classes(FLOATING, 'min-w-48 p-1')}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

/** One action. `danger` colours it; a link goes inside with `asChild`. */
export const MenuItem = ({
  danger = false,
  className,
  ...rest
}: ComponentProps<typeof Radix.Item> & { danger?: boolean }) => (
  <Radix.Item
    className={classes(
      ITEM,
      danger && 'text-danger-text data-[highlighted]:bg-danger-soft [&>svg]:text-danger-text',
      className,
    )}
    {...rest}
  />
);

/** An item that can be switched on; the menu stays open, so that several can be. */
export const MenuCheckItem = ({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) => (
  <Radix.CheckboxItem
    checked={checked}
    onCheckedChange={onChange}
    onSelect={(event) => event.preventDefault()}
    className={classes(ITEM, 'pr-8')}
  >
    {children}
    <Radix.ItemIndicator className="absolute right-2">
      <Check aria-hidden className="size-4 text-accent-text" />
    </Radix.ItemIndicator>
  </Radix.CheckboxItem>
);

/** One of several: which is on shows a tick. */
export const MenuRadioGroup = <T extends string>({
  value,
  onChange,
  options,
}: {
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
}) => (
  <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
    {options.map((option) => (
      <Radix.RadioItem key={option.value} value={option.value} className={classes(ITEM, 'pr-8')}>
        {option.icon}
        {option.label}
        <Radix.ItemIndicator className="absolute right-2">
          <Check aria-hidden className="size-4 text-accent-text" />
        </Radix.ItemIndicator>
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
);

export const MenuSeparator = () => <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 py-1 text-xs font-medium text-ink-muted">{children}</Radix.Label>
);
