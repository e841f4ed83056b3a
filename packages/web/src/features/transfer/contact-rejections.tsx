import { api } from '@rapport/contract/api';
import { urlOf } from '@rapport/contract/client';
import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { contactRejectionsQuery } from './contact-imports.api.ts';

/** The rows that cannot be imported, each with the reason, and all of them as a file to mend. */
export const ContactRejections = ({ item }: { item: ContactImport }) => {
  const rejections = useQuery(contactRejectionsQuery(item.id, item.rejected));
  if (rejections.isError)
    return <ErrorState error={rejections.error} onRetry={() => void rejections.refetch()} />;
  if (!rejections.data) return <Skeleton className="h-32 w-full" />;
  const shown = rejections.data.rejections;
  return (
    <section
      aria-labelledby="rejected"
      className="overflow-hidden rounded-xl border border-line bg-raised shadow-card"
    >
      <header className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
        <div>
          <h2 id="rejected" className="text-base font-semibold">
            Rows that cannot be imported
          </h2>
          <p className="text-ink-muted">
            {item.rejected > shown.length && `The first ${formatCount(shown.length)}. `}
            Mend them in the CSV and import that: nothing comes in twice.
          </p>
        </div>
        <Button asChild>
          <a
            href={urlOf(api.exportContactRejections, { params: { contact_import_id: item.id } })}
            download={`${item.file_name.replace(/\.\w+$/, '')}-to-mend.csv`}
          >
            <Download aria-hidden /> Download CSV
          </a>
        </Button>
      </header>
      <section
        // oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must scroll by keyboard
        tabIndex={0}
        aria-label="Rejected rows"
        className="max-h-96 overflow-auto border-t border-line"
      >
        <table className="w-full text-left">
          <thead className="sticky top-0 bg-surface text-xs text-ink-muted">
            <tr>
              <th scope="col" className="w-16 py-1.5 pr-3 pl-5 font-medium">
                Line
              </th>
              <th scope="col" className="w-2/5 py-1.5 pr-3 font-medium max-md:hidden">
                Row
              </th>
              <th scope="col" className="py-1.5 pr-5 font-medium">
                Why
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, reason, cells }, i) => (
              <tr key={i} className="border-t border-line align-top">
                <td className="py-2 pr-3 pl-5 text-ink-muted tabular-nums">{formatCount(line)}</td>
                <td className="max-w-0 truncate py-2 pr-3 text-ink-muted max-md:hidden">
                  {cells.filter(Boolean).join(' · ')}
                </td>
                <td className="py-2 pr-5 break-words">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};
