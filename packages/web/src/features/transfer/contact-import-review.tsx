import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { messageOf } from '../../lib/api.ts';
import { countOf, formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/field.tsx';
import { useRunImport } from './contact-imports.api.ts';
import { ContactRejections } from './contact-rejections.tsx';
import { ImportFigures } from './import-figures.tsx';
import { ImportFooter } from './import-footer.tsx';

type Checked = NonNullable<ContactImport['checked']>;

/** Second step: what the import would do. */
export const ContactImportReview = ({
  item,
  checked,
  onBack,
}: {
  item: ContactImport;
  checked: Checked;
  onBack: () => void;
}) => {
  const run = useRunImport(item.id);
  const changes = checked.created + checked.updated;
  return (
    <>
      <div className="grid gap-1">
        <h2 className="text-base font-semibold">
          {headline(checked, item.format === 'csv' ? 'row' : 'card')}
        </h2>
        <p className="text-ink-muted">
          This was a dry run of {countOf(checked.rows, item.format === 'csv' ? 'row' : 'card')}:
          nothing is written yet.
        </p>
      </div>
      <ImportFigures counts={checked} isDone={false} />
      {checked.rejected > 0 && <ContactRejections item={item} />}
      <FormError message={run.error ? messageOf(run.error) : null} />
      <ImportFooter
        item={item}
        note={
          item.update === 'overwrite' && checked.updated > 0
            ? 'What the file says replaces what is here. The history of each contact keeps both.'
            : 'What is here stays; only what is empty is filled in.'
        }
      >
        <Button onClick={onBack}>Back</Button>
        <Button
          variant="primary"
          disabled={changes === 0}
          loading={run.isPending}
          onClick={() => run.mutate({})}
        >
          {changes === 0 ? 'Nothing to import' : `Import ${countOf(changes, 'contact')}`}
        </Button>
      </ImportFooter>
    </>
  );
};

const headline = ({ rows, created, updated, rejected }: Checked, one: string): string => {
  if (rows === 0) return 'There is nobody in this file';
  if (rejected === rows) return `None of the ${one}s can be imported`;
  if (created + updated === 0) return 'Everybody in this file is here already';
  if (rejected === 0) return `All ${one}s can be imported`;
  return `${formatCount(rows - rejected)} of ${countOf(rows, one)} can be imported`;
};
