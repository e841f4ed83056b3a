import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { toast } from '../../ui/toast.tsx';
import type { ContactsFilter } from './list-filter.ts';
import { type SavedFilter, useCreateFilter, useUpdateFilter } from './saved-filters.api.ts';

type Props = {
  /** Which one gets another name; null keeps `filter` under a new one. */
  saved: SavedFilter | null;
  filter: ContactsFilter;
  onClose: () => void;
};

const SavedFilterForm = ({ saved, filter, onClose }: Props) => {
  const create = useCreateFilter();
  const update = useUpdateFilter();
  const { error, isPending } = saved ? update : create;
  const [shared, setShared] = useState(saved?.shared ?? false);
  const nameError = fieldErrors(error)['name'];
  const submit = ({ name = '' }: Record<string, string>) => {
    const onSuccess = () => {
      onClose();
      toast.success(`${name.trim()} was saved`);
    };
    if (saved) update.mutate({ id: saved.id, name, shared }, { onSuccess });
    else create.mutate({ name, shared, filter }, { onSuccess });
  };
  return (
    <form className="grid gap-4" noValidate onSubmit={(event) => submit(submittedValues(event))}>
      <Field label="Name" error={nameError}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoFocus
            autoComplete="off"
            maxLength={80}
            placeholder="Leads to call this week"
            defaultValue={saved?.name}
          />
        )}
      </Field>
      <CheckboxField
        label="Share with everybody here"
        hint="Others see and use it. Only you change it."
        checked={shared}
        onChange={setShared}
      />
      <FormError message={error && !nameError ? messageOf(error) : null} />
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
};

/** Keeps a filter under a name, or gives a kept one another name. */
export const SavedFilterDialog = (props: Props) => (
  <Dialog
    open
    onOpenChange={props.onClose}
    title={props.saved ? 'Edit the saved filter' : 'Save this filter'}
  >
    <SavedFilterForm {...props} />
  </Dialog>
);
