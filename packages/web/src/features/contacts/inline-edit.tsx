import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classes } from '../../lib/classes.ts';
import { Input } from '../../ui/input.tsx';
import { type Choice, Picker } from '../../ui/picker.tsx';

const VALUE =
  'min-h-7 min-w-0 flex-1 rounded-md px-1.5 py-1 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover pointer-coarse:min-h-10';

/** As it stands within a sentence: "time zone", "external ID". */
const inner = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

const Shown = ({ shown, label }: { shown: ReactNode; label: string }) =>
  shown ? (
    <>
      <span className="sr-only">Edit {inner(label)}: </span>
      {shown}
    </>
  ) : (
    <span className="text-ink-faint">Add {inner(label)}</span>
  );

/** Where the focus goes back to when the editor closes by keyboard. */
const useReturnFocus = (isEditing: boolean) => {
  const button = useRef<HTMLButtonElement>(null);
  const mustReturn = useRef(false);
  useEffect(() => {
    if (isEditing || !mustReturn.current) return;
    mustReturn.current = false;
    button.current?.focus();
  }, [isEditing]);
  return { button, returnFocus: () => void (mustReturn.current = true) };
};

type TextProps = {
  label: string;
  value: string | null;
  /** The value as it is read; the value itself unless given. */
  shown?: ReactNode;
  type?: 'text' | 'date';
  onSave: (value: string | null) => void;
};

/** A value that turns into a text field when pressed. Enter and leaving save, Esc takes it back. */
export const InlineText = ({ label, value, shown = value, type = 'text', onSave }: TextProps) => {
  // What is saved is a change of the value that was there when the typing began.
  const [edit, setEdit] = useState<{
    draft: string;
    from: string;
    onSave: TextProps['onSave'];
  } | null>(null);
  const { button, returnFocus } = useReturnFocus(edit !== null);
  const close = (next: string | null) => {
    setEdit(null);
    if (edit && next !== null && next !== edit.from) edit.onSave(next === '' ? null : next);
  };
  if (edit === null)
    return (
      <button
        ref={button}
        type="button"
        className={classes(VALUE, '[overflow-wrap:anywhere]')}
        onClick={() => setEdit({ draft: value ?? '', from: value ?? '', onSave })}
      >
        <Shown shown={shown} label={label} />
      </button>
    );
  return (
    <Input
      autoFocus
      type={type}
      aria-label={label}
      autoComplete="off"
      className="h-7 px-1.5"
      value={edit.draft}
      onChange={(event) => setEdit({ ...edit, draft: event.target.value })}
      onFocus={(event) => type === 'text' && event.target.select()}
      onBlur={() => close(edit.draft.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        returnFocus();
        close(event.key === 'Enter' ? edit.draft.trim() : null);
      }}
    />
  );
};

type ChoiceProps = {
  label: string;
  value: string | null;
  shown: ReactNode;
  choices: () => Choice[];
  mayBeEmpty?: boolean;
  onSave: (value: string | null) => void;
};

/** A value that opens a list of choices when pressed. */
export const InlineChoice = ({
  label,
  value,
  shown,
  choices,
  mayBeEmpty = true,
  onSave,
}: ChoiceProps) => {
  const [open, setOpen] = useState(false);
  // A list is made when it is opened: there are hundreds of time zones.
  const offered = open ? choices() : [];
  const known = value === null || offered.some((choice) => choice.value === value);
  return (
    <Picker
      label={inner(label)}
      value={value}
      choices={known ? offered : [{ value, label: value }, ...offered]}
      mayBeEmpty={mayBeEmpty}
      onChange={onSave}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={VALUE}>
          <Shown shown={shown} label={label} />
        </button>
      }
    />
  );
};
