import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import {
  DropdownMenu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
} from '../../ui/dropdown-menu.tsx';

type Props = {
  icon: ReactNode;
  label: string;
  /** What the choices mean, over them. */
  heading: string;
  /** How many are chosen. */
  count: number;
  onClear: () => void;
  children: ReactNode;
};

/** A filter of a list as a button with a menu; a number on it says how many choices are on. */
export const FilterMenu = ({ icon, label, heading, count, onClear, children }: Props) => (
  <DropdownMenu
    trigger={
      <Button>
        {icon} {label}
        {count > 0 && (
          <span className="-mr-1 min-w-4.5 rounded-full bg-accent px-1.5 text-xs text-accent-ink tabular-nums">
            {count}
            <span className="sr-only"> chosen</span>
          </span>
        )}
      </Button>
    }
  >
    <MenuLabel>{heading}</MenuLabel>
    <div className="max-h-80 overflow-y-auto">{children}</div>
    {count > 0 && (
      <>
        <MenuSeparator />
        <MenuItem onSelect={onClear}>Clear</MenuItem>
      </>
    )}
  </DropdownMenu>
);

/** Choices of which any may be on. */
export const FilterChoices = <T extends string>({
  options,
  chosen,
  onChange,
}: {
  options: readonly { value: T; label: string; icon?: ReactNode }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) =>
  options.map(({ value, label, icon }) => (
    <MenuCheckItem
      key={value}
      checked={chosen.includes(value)}
      onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
    >
      {icon}
      {label}
    </MenuCheckItem>
  ));
