import { Quote } from 'lucide-react';
import { useMe } from '../auth/auth.api.ts';
import { Badge } from '../../ui/badge.tsx';

const EXAMPLE = [
  { field: 'Name', value: 'Ada Park', quote: 'Hi, this is Ada Park from the bakery' },
  { field: 'Company', value: 'Park & Daughters', quote: 'we are Park & Daughters on 5th' },
  { field: 'E-mail', value: 'ada@example.com', quote: 'send it to ada@example.com please' },
] as const;

/** What enrichment does, on an invented person; it is started on each contact's page. */
export const EnrichStep = () => {
  const { has_contacts } = useMe();
  return (
    <div className="grid gap-4">
      <ul className="grid rounded-lg border border-line" aria-label="An example">
        {EXAMPLE.map(({ field, value, quote }) => (
          <li key={field} className="grid gap-1 border-b border-line px-4 py-3 last:border-0">
            <p className="flex items-center gap-2">
              <span className="w-20 text-ink-muted">{field}</span>
              <span className="font-medium">{value}</span>
              <Badge tone="accent" className="ml-auto">
                read
              </Badge>
            </p>
            <p className="flex gap-2 text-ink-muted">
              <Quote aria-hidden className="mt-1 size-3 shrink-0" /> {quote}
            </p>
          </li>
        ))}
      </ul>
      <p className="text-ink-muted">
        It runs on this server and never overwrites what you typed.{' '}
        {has_contacts
          ? 'Open a contact and press Enrich from SMS.'
          : 'Once you have contacts, open one and press Enrich from SMS.'}
      </p>
    </div>
  );
};
