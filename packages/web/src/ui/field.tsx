import { type ReactNode, useId } from 'react';
import { Label } from './label.tsx';

/** What the control must carry: spread it on the `Input`, `Select` or `Textarea`. */
export type ControlProps = {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

type Props = {
  label: string;
  /** One sentence below the control. */
  hint?: ReactNode;
  /**
   * One sentence in place of the hint; marks the control as invalid. The API's field problems go on from
   * the field's name ("must be a date"), so that name is put in front of them.
   */
  error?: string | null | undefined;
  children: (control: ControlProps) => ReactNode;
};

const asSentence = (label: string, error: string): string =>
  /^\p{Ll}/u.test(error) ? `${label} ${error}.` : error;

/** Label, control and the sentence that says what is wrong with it. */
export const Field = ({ label, hint, error, children }: Props) => {
  const id = useId();
  const note = error ? asSentence(label, error) : hint;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': note ? `${id}-note` : undefined,
      })}
      {note && (
        <p
          id={`${id}-note`}
          role={error ? 'alert' : undefined}
          className={error ? 'text-danger-text' : 'text-ink-muted'}
        >
          {note}
        </p>
      )}
    </div>
  );
};

/** The sentence above a form's button when the whole form was refused. */
export const FormError = ({ message }: { message: string | null | undefined }) =>
  message ? (
    <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger-text">
      {message}
    </p>
  ) : null;
