import type { HistoryImport } from '@rapport/contract/transfer.api';
import { CircleCheck, CircleHelp, CircleSlash, CircleX, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes, formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { isActive, useCancelImport } from './imports.api.ts';
import { OwnNameQuestion } from './own-name-question.tsx';
import { Rejections } from './rejections.tsx';

const FORMATS = {
  sms_backup: 'SMS backup',
  whatsapp: 'WhatsApp chat',
  json_lines: 'JSON Lines',
} as const;

const STATUS: Record<HistoryImport['status'], { word: string; icon: ReactNode }> = {
  queued: { word: 'Waiting for its turn', icon: <Clock className="text-ink-muted" /> },
  running: { word: 'Reading', icon: <Spinner className="text-accent-text" /> },
  needs_answer: { word: 'One question', icon: <CircleHelp className="text-warning-text" /> },
  completed: { word: 'Done', icon: <CircleCheck className="text-success-text" /> },
  cancelled: { word: 'Cancelled', icon: <CircleSlash className="text-ink-muted" /> },
  failed: { word: 'Failed', icon: <CircleX className="text-danger-text" /> },
};

/** One import: how far it is, what it asks, or what came of it. */
export const ImportCard = ({ item }: { item: HistoryImport }) => {
  const cancel = useCancelImport(item.id);
  const { word, icon } = STATUS[item.status];
  const share = item.size_bytes > 0 ? item.bytes_done / item.size_bytes : null;
  return (
    <li className="grid gap-3 rounded-xl border border-line bg-raised p-4 shadow-card">
      <div className="flex items-start gap-3">
        <span aria-hidden className="flex h-5 items-center [&_svg]:size-4">
          {icon}
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-medium">{item.file_name}</h3>
          <p className="text-ink-muted">
            {word}
            {item.format && ` · ${FORMATS[item.format]}`} · {formatBytes(item.size_bytes)} ·{' '}
            <Time value={item.created_at} />
          </p>
        </div>
        {(isActive(item) || item.status === 'needs_answer') && (
          <Button
            size="sm"
            variant="ghost"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(undefined, { onError: toast.error })}
          >
            Cancel
          </Button>
        )}
      </div>
      {item.status === 'running' && (
        <ProgressBar value={share} label={`Reading ${item.file_name}`} hideLabel />
      )}
      {item.status === 'needs_answer' && <OwnNameQuestion item={item} />}
      {item.error && (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger-text">
          {item.error}
        </p>
      )}
      {(item.status === 'completed' || item.messages_created > 0) && <Figures item={item} />}
      {item.status === 'cancelled' && (
        <p className="text-ink-muted">
          What was read stays. Import the file again to get the rest; nothing comes in twice.
        </p>
      )}
      {item.rows_rejected > 0 && !isActive(item) && <Rejections item={item} />}
    </li>
  );
};

const Figures = ({ item }: { item: HistoryImport }) => (
  <dl className="grid grid-cols-2 gap-x-4 gap-y-2 border-t border-line pt-3 sm:grid-cols-5">
    <Figure name="New contacts" value={item.contacts_created} />
    <Figure name="New messages" value={item.messages_created} />
    <Figure name="Already known" value={item.messages_known} />
    <Figure
      name="Skipped"
      value={item.rows_skipped}
      title="Drafts, system lines and the like, which are no messages"
    />
    <Figure name="Not readable" value={item.rows_rejected} />
  </dl>
);

const Figure = ({ name, value, title }: { name: string; value: number; title?: string }) => (
  <div title={title}>
    <dt className="text-xs text-ink-muted">{name}</dt>
    <dd className={value === 0 ? 'text-base text-ink-muted' : 'text-base font-semibold'}>
      <span className="tabular-nums">{formatCount(value)}</span>
    </dd>
  </div>
);
