import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';

/** The shortest password that the server takes. */
const MIN_PASSWORD = 8;

/** For the first field of a page that is only this form: typing can begin at once. */
export const focusFirst = (element: HTMLInputElement | null): void => element?.focus();

/** A password that can be looked at while typing. `fresh` = chosen now, not remembered. */
export const PasswordField = ({
  name = 'password',
  label = 'Password',
  fresh = false,
}: {
  name?: string;
  label?: string;
  fresh?: boolean;
}) => {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={fresh ? `At least ${MIN_PASSWORD} characters.` : undefined}>
      {(control) => (
        <div className="relative">
          <Input
            {...control}
            name={name}
            type={shown ? 'text' : 'password'}
            required
            minLength={fresh ? MIN_PASSWORD : undefined}
            maxLength={128}
            autoComplete={fresh ? 'new-password' : 'current-password'}
            className="pr-9"
          />
          <IconButton
            label={shown ? 'Hide password' : 'Show password'}
            size="sm"
            className="absolute top-1/2 right-0.5 -translate-y-1/2"
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        </div>
      )}
    </Field>
  );
};

export const EmailField = ({ first = false }: { first?: boolean }) => (
  <Field label="E-mail address">
    {(control) => (
      <Input
        {...control}
        name="email"
        type="email"
        required
        maxLength={254}
        autoComplete="username"
        ref={first ? focusFirst : undefined}
      />
    )}
  </Field>
);

export const NameField = () => (
  <Field label="Your name">
    {(control) => <Input {...control} name="name" required maxLength={120} autoComplete="name" />}
  </Field>
);
