import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { useState } from 'react';
import { fieldErrors, messageOf } from '../../lib/api.ts';
import { countOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FormError } from '../../ui/field.tsx';
import { ColumnTable } from './column-table.tsx';
import { namesSomebody } from './column-targets.ts';
import { ContactImportOptions, type ImportChoices } from './contact-import-options.tsx';
import { useCheckImport } from './contact-imports.api.ts';
import { ImportFooter } from './import-footer.tsx';
import { ReadingOptions } from './reading-options.tsx';

/** First step: what each column is, and how the file is read. */
export const ContactImportMap = ({
  item,
  onChecked,
}: {
  item: ContactImport;
  /** The dry run was started. */
  onChecked: () => void;
}) => {
  const [mapping, setMapping] = useState(item.mapping);
  const [choices, setChoices] = useState<ImportChoices>(item);
  const check = useCheckImport(item.id);
  const isCsv = item.format === 'csv';
  const isReady = !isCsv || namesSomebody(mapping);
  const start = () => {
    const { update, date_order, country, tag_name } = choices;
    const settings = { update, date_order, country, tag_name };
    check.mutate(isCsv ? { ...settings, mapping } : settings, { onSuccess: onChecked });
  };
  const problem = check.error
    ? (fieldErrors(check.error)['mapping'] ?? messageOf(check.error))
    : null;
  return (
    <>
      <FormError message={problem ?? item.error} />
      <section className="rounded-xl border border-line bg-raised shadow-card">
        <header className="px-5 pt-4 pb-3">
          <h2 className="text-base font-semibold">
            {isCsv ? 'What is in each column?' : 'The first cards'}
          </h2>
          <p className="text-ink-muted">
            {isCsv
              ? 'We made a guess from the names and the first rows. Change what is wrong.'
              : 'vCards say themselves what each value is; there is nothing to match.'}
          </p>
        </header>
        <div className="border-t border-line">
          {isCsv ? (
            <ColumnTable columns={item.columns} mapping={mapping} onChange={setMapping} />
          ) : (
            <CardSamples item={item} />
          )}
        </div>
        <ReadingOptions item={item} />
      </section>
      <Card title="Options">
        <ContactImportOptions
          value={choices}
          onChange={(change) => setChoices((before) => ({ ...before, ...change }))}
          hasDates={mapping.some(({ target }) => target === 'date_of_birth')}
        />
      </Card>
      <ImportFooter
        item={item}
        note={
          !isCsv
            ? 'Nothing is written yet.'
            : isReady
              ? `${mapping.length} of ${countOf(item.columns.length, 'column')} will be imported.`
              : 'Choose a column with a name, company, phone or e-mail first.'
        }
      >
        <Button variant="primary" disabled={!isReady} loading={check.isPending} onClick={start}>
          Check the file
        </Button>
      </ImportFooter>
    </>
  );
};

const CardSamples = ({ item }: { item: ContactImport }) => (
  <dl className="divide-y divide-line">
    {item.columns
      .filter(({ samples }) => samples.length > 0)
      .map(({ name, samples }) => (
        <div key={name} className="grid gap-x-3 px-5 py-2.5 md:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="text-ink-muted">{name}</dt>
          <dd className="truncate">{samples.join(' · ')}</dd>
        </div>
      ))}
  </dl>
);
