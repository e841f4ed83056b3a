import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { countOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCancelContactImport } from './contact-imports.api.ts';
import { ImportFigures } from './import-figures.tsx';

/** While a dry run or an import goes through the file. */
export const ContactImportProgress = ({ item }: { item: ContactImport }) => {
  const cancel = useCancelContactImport(item.id);
  const share =
    item.size_bytes > 0 && item.status === 'running' ? item.bytes_done / item.size_bytes : null;
  const verb = item.dry_run ? 'Checking' : 'Importing';
  return (
    <>
      <Card>
        <div className="grid gap-4">
          <ProgressBar value={share} label={`${verb} ${item.file_name}`} />
          <div className="flex items-center justify-between gap-3">
            <p className="text-ink-muted">
              {item.status === 'queued'
                ? 'Waiting for another import to end'
                : `${countOf(item.rows, 'row')} done. You can leave this page; it goes on.`}
            </p>
            <Button
              loading={cancel.isPending}
              onClick={() => cancel.mutate(undefined, { onError: toast.error })}
            >
              {item.dry_run ? 'Stop checking' : 'Stop'}
            </Button>
          </div>
        </div>
      </Card>
      {item.rows > 0 && <ImportFigures counts={item} isDone={!item.dry_run} />}
    </>
  );
};
