import { ApiError } from '@rapport/contract/problem';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { submittedValues } from '../../lib/form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FormError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { ColorSwatches } from './color-swatches.tsx';
import { nextColor } from './tag-colors.ts';
import { type Tag, useCreateTag, useUpdateTag } from './tags.api.ts';

type Props = {
  /** What is changed; null makes one. */
  tag: Tag | null;
  /** All tags: a new one gets a colour that tells it apart. */
  known: readonly Tag[];
  onClose: () => void;
};

const TagForm = ({ tag, known, onClose }: Props) => {
  const create = useCreateTag();
  const update = useUpdateTag();
  const { error, isPending } = tag ? update : create;
  const [color, setColor] = useState(() => tag?.color ?? nextColor(known));
  const isTaken = error instanceof ApiError && error.code === 'TAG_NAME_TAKEN';
  const nameError = isTaken ? messageOf(error) : fieldErrors(error)['name'];
  const submit = ({ name = '' }: Record<string, string>) => {
    const options = { onSuccess: onClose };
    if (tag) update.mutate({ id: tag.id, name, color }, options);
    else create.mutate({ name, color }, options);
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
            maxLength={60}
            defaultValue={tag?.name}
          />
        )}
      </Field>
      <ColorSwatches value={color} onChange={setColor} />
      <FormError message={error && !nameError ? messageOf(error) : null} />
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" loading={isPending}>
          {tag ? 'Save' : 'Create'}
        </Button>
      </DialogActions>
    </form>
  );
};

/** Makes a tag, or changes its name and colour. */
export const TagDialog = (props: Props) => (
  <Dialog open onOpenChange={props.onClose} title={props.tag ? 'Edit tag' : 'New tag'}>
    <TagForm {...props} />
  </Dialog>
);
