import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileX, FileUp } from 'lucide-react';
import { useState } from 'react';
import { isStatus } from '../../lib/api.ts';
import { formatBytes } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useCan } from '../auth/auth.api.ts';
import { ContactImportMap } from './contact-import-map.tsx';
import { ContactImportProgress } from './contact-import-progress.tsx';
import { ContactImportResult } from './contact-import-result.tsx';
import { ContactImportReview } from './contact-import-review.tsx';
import { contactImportQuery, isUnderWay } from './contact-imports.api.ts';
import { ImportSteps } from './import-steps.tsx';

/** One file of contacts on its way in: match, check, import. */
export const ContactImportPage = ({ id }: { id: string }) => {
  const mayImport = useCan('import:run');
  const found = useQuery({ ...contactImportQuery(id), enabled: mayImport });
  if (!mayImport)
    return (
      <Page title="Import contacts">
        <EmptyState icon={<FileUp />} title="Only an owner or admin can import">
          The contacts that they bring in are yours to see.
        </EmptyState>
      </Page>
    );
  if (found.data) return <Import item={found.data} />;
  return (
    <Page title="Import contacts" width="narrow">
      {!found.isError ? (
        <SkeletonRows rows={6} className="rounded-xl border border-line" />
      ) : isStatus(found.error, 404) || isStatus(found.error, 400) ? (
        <EmptyState
          icon={<FileX />}
          title="There is no such import"
          action={
            <Button variant="primary" asChild>
              <Link to="/import">Import a file</Link>
            </Button>
          }
        >
          It may belong to another organization, or the address is not complete.
        </EmptyState>
      ) : (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
    </Page>
  );
};

const Import = ({ item }: { item: ContactImport }) => {
  // Back at the columns, although a dry run has been made.
  const [isMapping, setIsMapping] = useState(false);
  const { checked } = item;
  const isReviewing = checked !== null && !isMapping;
  return (
    <Page title="Import contacts" tab={item.file_name} width="narrow">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 truncate">
            <span className="font-medium">{item.file_name}</span>{' '}
            <span className="text-ink-muted">{formatBytes(item.size_bytes)}</span>
          </p>
          <ImportSteps
            current={stepOf(item, isReviewing)}
            first={item.format === 'csv' ? 'Match columns' : 'Look'}
          />
        </div>
        {isUnderWay(item) ? (
          <ContactImportProgress item={item} />
        ) : item.status !== 'waiting' ? (
          <ContactImportResult item={item} />
        ) : isReviewing ? (
          <ContactImportReview item={item} checked={checked} onBack={() => setIsMapping(true)} />
        ) : (
          <ContactImportMap
            // Read another way, it has other columns.
            key={JSON.stringify([item.encoding, item.delimiter, item.has_header])}
            item={item}
            onChecked={() => setIsMapping(false)}
          />
        )}
      </div>
    </Page>
  );
};

const stepOf = (item: ContactImport, isReviewing: boolean): number => {
  if (item.status === 'waiting') return isReviewing ? 1 : 0;
  if (isUnderWay(item)) return item.dry_run ? 1 : 2;
  return item.status === 'completed' ? 3 : 2;
};
