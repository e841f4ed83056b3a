import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { useMemo } from 'react';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { listCountries } from '../settings/countries.ts';

export type ImportChoices = Pick<ContactImport, 'update' | 'date_order' | 'country' | 'tag_name'>;

const RULES = [
  { value: 'fill_empty', label: 'Fill in what is empty' },
  { value: 'overwrite', label: 'Overwrite with the file' },
] as const;

const ORDERS = [
  { value: 'dmy', label: 'Day first: 31/12/1990' },
  { value: 'mdy', label: 'Month first: 12/31/1990' },
] as const;

/** How the rows are read, and what becomes of contacts that are here already. */
export const ContactImportOptions = ({
  value,
  onChange,
  hasDates,
}: {
  value: ImportChoices;
  onChange: (change: Partial<ImportChoices>) => void;
  /** Whether a column is a date. */
  hasDates: boolean;
}) => {
  const countries = useMemo(
    () => listCountries().map(({ code, name }) => ({ value: code, label: name })),
    [],
  );
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field
        label="When a contact is here already"
        hint="Found by external ID, phone or e-mail. Phones, e-mails and tags are always added."
      >
        {(control) => (
          <Select
            {...control}
            value={value.update}
            options={RULES}
            onChange={(update) => onChange({ update })}
          />
        )}
      </Field>
      <Field label="Tag all of them" hint="Finds them again later. Leave it empty for no tag.">
        {(control) => (
          <Input
            {...control}
            value={value.tag_name ?? ''}
            maxLength={60}
            placeholder="Trade fair"
            onChange={({ target }) => onChange({ tag_name: target.value })}
          />
        )}
      </Field>
      <Field label="Phone numbers without a country code are from">
        {(control) => (
          <Select
            {...control}
            value={value.country}
            options={countries}
            onChange={(country) => onChange({ country })}
          />
        )}
      </Field>
      {hasDates && (
        <Field label="Dates such as 03/04/1990">
          {(control) => (
            <Select
              {...control}
              value={value.date_order}
              options={ORDERS}
              onChange={(date_order) => onChange({ date_order })}
            />
          )}
        </Field>
      )}
    </div>
  );
};
