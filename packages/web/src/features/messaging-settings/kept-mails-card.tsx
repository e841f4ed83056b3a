import { useQuery } from '@tanstack/react-query';
import { Mailbox } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { keptMailsQuery } from './mail-log.api.ts';
import { smtpQuery } from './mail-settings.api.ts';

/** What would have been mailed: without a mail server it is kept here to be read. */
export const KeptMailsCard = () => {
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery(keptMailsQuery(page));
  const { data: smtp } = useQuery(smtpQuery);
  if (data?.total_count === 0 && smtp?.carried_by !== 'nobody') return null;
  return (
    <Card
      title="Mails kept here"
      hint="Without a mail server nothing leaves: each mail is kept here, as it would have gone out."
    >
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.total_count === 0 ? (
        <EmptyState icon={<Mailbox />} title="No mail kept" compact>
          Write an e-mail to a contact, and it appears here.
        </EmptyState>
      ) : (
        <div className="grid gap-3">
          <ul className="-my-2">
            {data.mails.map((mail) => (
              <li key={mail.id} className="border-b border-line py-2.5 last:border-0">
                <details>
                  <summary className="cursor-pointer pointer-coarse:py-1">
                    <span className="font-medium [overflow-wrap:anywhere]">{mail.subject}</span>
                    <span className="block text-ink-muted [overflow-wrap:anywhere]">
                      to {mail.to_address} · <Time value={mail.created_at} />
                    </span>
                  </summary>
                  <p className="mt-2 rounded-md bg-hover px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
                    {mail.body}
                  </p>
                </details>
              </li>
            ))}
          </ul>
          <Pagination {...data} noun="mail" onChange={setPage} />
        </div>
      )}
    </Card>
  );
};
