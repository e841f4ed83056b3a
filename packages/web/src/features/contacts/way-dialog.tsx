import { ApiError } from '@rapport/contract/problem';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { toast } from '../../ui/toast.tsx';
import { sentenceCase } from './contact-words.ts';
import { isFirst, WAY_WORDS } from './way-words.ts';
import { useSaveWay, valuesOf, type Way, type WayKind, type WayValues } from './ways.api.ts';

type FieldName = Exclude<keyof WayValues, 'is_first'>;
type FormField = { name: FieldName; label: string; type?: string; half?: boolean };

const FIELDS: Record<WayKind, FormField[]> = {
  phone: [{ name: 'phone_number', label: 'Phone number', type: 'tel' }],
  email: [{ name: 'email', label: 'E-mail address', type: 'email' }],
  address: [
    { name: 'street', label: 'Street' },
    { name: 'zip', label: 'Postal code', half: true },
    { name: 'city', label: 'City', half: true },
    { name: 'state', label: 'State', half: true },
    { name: 'country', label: 'Country', half: true },
  ],
};
const LABELS: Record<WayKind, string[]> = {
  phone: ['Mobile', 'Work', 'Home'],
  email: ['Work', 'Private'],
  address: ['Home', 'Work'],
};

/** A refusal that speaks of the number or address itself, though it is no bad input. */
const isAboutValue = (error: unknown): boolean =>
  error instanceof ApiError && /^(PHONE_TAKEN|PHONE_LISTED|EMAIL_LISTED)$/.test(error.code);

/** The contact that has the phone number already, when that is why the answer was no. */
const ownerOf = (error: unknown): string | null => {
  if (!(error instanceof ApiError) || error.code !== 'PHONE_TAKEN') return null;
  const owner = error.details['contact_id'];
  return typeof owner === 'string' ? owner : null;
};

type Props = {
  contact_id: string;
  kind: WayKind;
  /** What is changed; null adds one. */
  way: Way | null;
  /** Nothing to choose: the only one is preferred anyway. */
  isOnly: boolean;
  onClose: () => void;
};

const WayForm = ({ contact_id, kind, way, isOnly, onClose }: Props) => {
  const save = useSaveWay(contact_id, kind, way?.entry.id ?? null);
  const known = way ? valuesOf(way) : {};
  const wasFirst = way !== null && isFirst(way);
  const [first, setFirst] = useState(wasFirst);
  const words = WAY_WORDS[kind];
  const owner = ownerOf(save.error);
  const aboutValue = isAboutValue(save.error);
  const problems = fieldErrors(save.error);
  const errorOf = (name: FieldName) =>
    aboutValue && name === FIELDS[kind][0]!.name ? messageOf(save.error) : problems[name];
  const isFieldError = aboutValue || Object.keys(problems).length > 0;
  const submit = (values: Record<string, string>) =>
    save.mutate(
      { ...values, ...(first && { is_first: true }) },
      {
        onSuccess: () => {
          onClose();
          toast.success(`${sentenceCase(words.one)} ${way ? 'saved' : 'added'}`);
        },
      },
    );
  return (
    <form
      className="grid grid-cols-2 gap-4 *:col-span-2"
      noValidate
      onSubmit={(event) => submit(submittedValues(event))}
    >
      {FIELDS[kind].map(({ name, label, type = 'text', half }, index) => (
        <div key={name} className={half ? 'col-span-1!' : undefined}>
          <Field label={label} error={errorOf(name)}>
            {(control) => (
              <Input
                {...control}
                name={name}
                type={type}
                autoFocus={index === 0}
                autoComplete="off"
                defaultValue={known[name]}
              />
            )}
          </Field>
          {index === 0 && owner && (
            <Link
              to="/contacts/$id"
              params={{ id: owner }}
              onClick={onClose}
              className="mt-1.5 inline-block font-medium text-accent-text hover:underline"
            >
              Open that contact
            </Link>
          )}
        </div>
      ))}
      <Field label="Label" hint="As you like, or nothing." error={errorOf('label')}>
        {(control) => (
          <>
            <Input
              {...control}
              name="label"
              list={`${control.id}-labels`}
              autoComplete="off"
              defaultValue={known.label}
            />
            <datalist id={`${control.id}-labels`}>
              {LABELS[kind].map((label) => (
                <option key={label} value={label} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      {!wasFirst && !isOnly && (
        <CheckboxField
          label={`Make it the ${words.first} ${words.one}`}
          checked={first}
          onChange={setFirst}
        />
      )}
      <FormError message={save.error && !isFieldError ? messageOf(save.error) : null} />
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={save.isPending}>
          {way ? 'Save' : 'Add'}
        </Button>
      </DialogActions>
    </form>
  );
};

/** Adds or changes a phone number, an e-mail address or a physical address. */
export const WayDialog = (props: Props) => (
  <Dialog
    open
    onOpenChange={props.onClose}
    title={`${props.way ? 'Edit' : 'Add'} ${WAY_WORDS[props.kind].one}`}
  >
    <WayForm {...props} />
  </Dialog>
);
