import { api } from '@rapport/contract/api';
import { urlOf } from '@rapport/contract/client';
import type { HistoryImport } from '@rapport/contract/transfer.api';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Download } from 'lucide-react';
import { useState } from 'react';
import { countOf, formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { rejectionsQuery } from './imports.api.ts';

/** The rows of a file that could not be read, with the reason of each; fetched when opened. */
export const Rejections = ({ item }: { item: HistoryImport }) => {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="group rounded-lg border border-line"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-lg px-3 font-medium hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-4 text-ink-faint transition-transform group-open:rotate-90"
        />
        {countOf(item.rows_rejected, 'row')} could not be read
      </summary>
      {open && <Table item={item} />}
    </details>
  );
};

const Table = ({ item }: { item: HistoryImport }) => {
  const rejections = useQuery(rejectionsQuery(item.id));
  if (rejections.isError)
    return <ErrorState error={rejections.error} onRetry={() => void rejections.refetch()} />;
  if (!rejections.data) return <Skeleton className="m-3 h-24" />;
  const shown = rejections.data.rejections;
  return (
    <div className="grid gap-3 border-t border-line p-3">
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must scroll by keyboard */}
      <section className="max-h-72 overflow-auto" tabIndex={0} aria-label="Rejected rows">
        <table className="w-full text-left">
          <thead className="sticky top-0 bg-raised text-xs text-ink-muted">
            <tr>
              <th scope="col" className="w-20 py-1 pr-3 font-medium">
                {item.format === 'sms_backup' ? 'Message' : 'Line'}
              </th>
              <th scope="col" className="py-1 font-medium">
                Reason
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, reason }, index) => (
              <tr key={index} className="border-t border-line align-top">
                <td className="py-1.5 pr-3 text-ink-muted tabular-nums">{formatCount(line)}</td>
                <td className="py-1.5 break-words">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-muted">
          {shown.length < rejections.data.total_count
            ? `The first ${formatCount(shown.length)} are shown; the CSV has all.`
            : 'Everything else in the file is in.'}
        </p>
        <Button asChild size="sm">
          <a
            href={urlOf(api.exportRejections, { params: { import_id: item.id } })}
            download={`${item.file_name}-rejected.csv`}
          >
            <Download aria-hidden /> Download CSV
          </a>
        </Button>
      </div>
    </div>
  );
};
