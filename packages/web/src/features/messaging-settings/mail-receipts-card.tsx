import type { EmailReceipt } from '@rapport/contract/email.api';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { type ReceiptFilter, receiptsQuery } from './mail-log.api.ts';

const OUTCOMES: Record<EmailReceipt['outcome'], { label: string; tone: BadgeTone }> = {
  message: { label: 'In the feed', tone: 'success' },
  bounce: { label: 'Came back', tone: 'danger' },
  automatic: { label: 'By a program', tone: 'neutral' },
  loop: { label: 'Our own', tone: 'neutral' },
  unreadable: { label: 'Unreadable', tone: 'warning' },
};

const FILTERS = [
  { value: 'all' as const, label: 'All' },
  ...Object.entries(OUTCOMES).map(([value, { label }]) => ({
    value: value as EmailReceipt['outcome'],
    label,
  })),
];

const Receipt = ({ receipt }: { receipt: EmailReceipt }) => {
  const { label, tone } = OUTCOMES[receipt.outcome];
  return (
    <li className="flex items-start gap-2.5 border-b border-line py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{receipt.subject || 'No subject'}</p>
        <p className="text-ink-muted [overflow-wrap:anywhere]">
          {receipt.from_address || 'nobody named'} · <Time value={receipt.received_at} />
        </p>
        {receipt.reason && (
          <p className="text-sm text-ink-muted [overflow-wrap:anywhere]">{receipt.reason}</p>
        )}
      </div>
      <Badge tone={tone}>{label}</Badge>
    </li>
  );
};

/** Every mail that came in, and what became of it. */
export const MailReceiptsCard = () => {
  const [filter, setFilter] = useState<ReceiptFilter>('all');
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery(receiptsQuery(filter, page));
  return (
    <Card
      title="What came in"
      hint="Automatic answers, newsletters and reports of failure are kept, but stand in no conversation."
    >
      <div className="grid gap-3">
        <Segmented
          label="What became of it"
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setPage(0);
          }}
          options={FILTERS}
        />
        {error ? (
          <ErrorState compact error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={3} />
        ) : data.total_count === 0 ? (
          <EmptyState icon={<Inbox />} title="Nothing here" compact>
            No such mail has come in.
          </EmptyState>
        ) : (
          <>
            <ul className="-my-1">
              {data.receipts.map((receipt) => (
                <Receipt key={receipt.id} receipt={receipt} />
              ))}
            </ul>
            <Pagination {...data} noun="mail" onChange={setPage} />
          </>
        )}
      </div>
    </Card>
  );
};
