import type { ContactImport } from '@rapport/contract/contact-imports.api';
import { Link } from '@tanstack/react-router';
import { ChevronRight, CircleCheck, CircleSlash, CircleX, FileSpreadsheet } from 'lucide-react';
import type { ReactNode } from 'react';
import { countOf } from '../../lib/format.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Time } from '../../ui/time.tsx';
import { isUnderWay } from './contact-imports.api.ts';

const ICONS: Record<ContactImport['status'], ReactNode> = {
  waiting: <FileSpreadsheet className="text-warning-text" />,
  queued: <Spinner className="text-accent-text" />,
  running: <Spinner className="text-accent-text" />,
  completed: <CircleCheck className="text-success-text" />,
  cancelled: <CircleSlash className="text-ink-muted" />,
  failed: <CircleX className="text-danger-text" />,
};

const newsOf = (item: ContactImport): string => {
  if (item.status === 'waiting')
    return item.checked ? 'Checked, not imported yet' : 'Not imported yet';
  if (isUnderWay(item)) return item.dry_run ? 'Checking' : 'Importing';
  if (item.status === 'failed') return 'Failed';
  const rejected = item.rejected > 0 ? `, ${countOf(item.rejected, 'row')} not imported` : '';
  const done = `${countOf(item.created, 'contact')} created, ${item.updated.toLocaleString()} updated${rejected}`;
  return item.status === 'cancelled' ? `Stopped: ${done}` : done;
};

/** An import of contacts among the imports: how it stands, and the way to it. */
export const ContactImportCard = ({ item }: { item: ContactImport }) => (
  <li className="rounded-xl border border-line bg-raised shadow-card">
    <Link
      to="/import/contacts/$id"
      params={{ id: item.id }}
      className="grid gap-3 rounded-xl p-4 hover:bg-hover"
    >
      <div className="flex items-start gap-3">
        <span aria-hidden className="flex h-5 items-center [&_svg]:size-4">
          {ICONS[item.status]}
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-medium">{item.file_name}</h3>
          <p className="text-ink-muted">
            {newsOf(item)} · Contacts · <Time value={item.created_at} />
          </p>
        </div>
        <ChevronRight aria-hidden className="mt-0.5 size-4 text-ink-faint" />
      </div>
      {item.status === 'running' && (
        <ProgressBar
          value={item.size_bytes > 0 ? item.bytes_done / item.size_bytes : null}
          label={`Reading ${item.file_name}`}
          hideLabel
        />
      )}
    </Link>
  </li>
);
