import { lazy, type ReactNode, Suspense } from 'react';
import { Popover } from './popover.tsx';

// The list is loaded when a picker is first opened: no page needs it to be read.
const PickerList = lazy(async () => ({
  default: (await import('./picker-list.tsx')).PickerList,
}));

export type Choice = { value: string; label: string };

type Props = {
  /** What is chosen, in words: "language". */
  label: string;
  trigger: ReactNode;
  value: string | null;
  choices: readonly Choice[];
  onChange: (value: string | null) => void;
  /** Offers "None" as well. */
  mayBeEmpty?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Choose one of many by typing a part of it. */
export const Picker = ({
  label,
  trigger,
  value,
  choices,
  onChange,
  mayBeEmpty = false,
  open,
  onOpenChange,
}: Props) => {
  const pick = (next: string | null) => {
    onOpenChange(false);
    if (next !== value) onChange(next);
  };
  return (
    <Popover
      trigger={trigger}
      label={`Choose ${label}`}
      open={open}
      onOpenChange={onOpenChange}
      className="w-60 p-0!"
    >
      <Suspense fallback={<div className="h-9" />}>
        <PickerList
          label={label}
          value={value}
          choices={choices}
          mayBeEmpty={mayBeEmpty}
          onPick={pick}
        />
      </Suspense>
    </Popover>
  );
};
