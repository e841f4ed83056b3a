import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { ChevronRight } from 'lucide-react';
import { Field } from '../../ui/field.tsx';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { type ReadingWish, useReadAgain } from './contact-imports.api.ts';

const ENCODINGS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 (little endian)' },
  { value: 'utf-16be', label: 'UTF-16 (big endian)' },
  { value: 'windows-1252', label: 'Windows-1252 (Western Europe)' },
] as const;

const DELIMITERS = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
] as const;

/** "UTF-8, parted by semicolon" */
const inWords = ({ encoding, delimiter }: ContactImport): string => {
  const name = ENCODINGS.find(({ value }) => value === encoding)?.label ?? encoding;
  const parted = DELIMITERS.find(({ value }) => value === delimiter)?.label.toLowerCase();
  return parted ? `${name}, parted by ${parted}` : name;
};

/** For a file that does not look right: how it is read. Every change looks at the file anew. */
export const ReadingOptions = ({ item }: { item: ContactImport }) => {
  const read = useReadAgain(item.id);
  const change = (wish: ReadingWish) => read.mutate(wish, { onError: toast.error });
  return (
    <details className="group border-t border-line">
      <summary className="flex h-10 list-none items-center gap-2 rounded-b-xl px-5 hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
        />
        <span className="truncate">
          Columns or letters look wrong?{' '}
          <span className="text-ink-muted">Read as {inWords(item)}</span>
        </span>
      </summary>
      <div className="grid items-start gap-4 px-5 pt-2 pb-5 md:grid-cols-3">
        <Field label="Encoding">
          {(control) => (
            <Select
              {...control}
              disabled={read.isPending}
              value={item.encoding}
              options={ENCODINGS}
              onChange={(encoding) => change({ encoding })}
            />
          )}
        </Field>
        {item.delimiter !== null && (
          <>
            <Field label="Cells are parted by">
              {(control) => (
                <Select
                  {...control}
                  disabled={read.isPending}
                  value={item.delimiter as ','}
                  options={DELIMITERS}
                  onChange={(delimiter) => change({ delimiter })}
                />
              )}
            </Field>
            <div className="md:pt-7">
              <CheckboxField
                label="First row has the names of the columns"
                disabled={read.isPending}
                checked={item.has_header}
                onChange={(has_header) => change({ has_header })}
              />
            </div>
          </>
        )}
      </div>
    </details>
  );
};
