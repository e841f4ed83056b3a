import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { llmUsageQuery } from './ai-settings.api.ts';
import { FEATURE_WORDS } from './llm-form.tsx';

const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 4,
});

const OUTCOMES: Record<string, string> = {
  running: 'Running',
  answered: 'Answered',
  repaired: 'Answered at the second try',
  unreadable: 'Answer could not be used',
  timeout: 'No answer in time',
  rate_limited: 'Asked too often',
  refused: 'Refused',
  unavailable: 'Not reachable',
};

const HEAD = 'py-1.5 pr-4 text-left text-xs font-medium whitespace-nowrap text-ink-muted';
const CELL = 'py-1.5 pr-4 whitespace-nowrap';

/** What models were asked, and what it cost. */
export const UsageCard = () => {
  const { data, error, refetch } = useQuery(llmUsageQuery);
  return (
    <Card
      title="Use of language models"
      hint="The last 30 days. No text of a message is kept here."
    >
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.totals.length === 0 ? (
        <EmptyState title="No model has been asked yet" />
      ) : (
        <div className="grid gap-5">
          <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Totals">
            <table className="w-full border-collapse tabular-nums">
              <thead>
                <tr className="border-b border-line">
                  {['Task', 'Model', 'Requests', 'Failed', 'Tokens read', 'Written', 'Cost'].map(
                    (label) => (
                      <th key={label} scope="col" className={HEAD}>
                        {label}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {data.totals.map((row) => (
                  <tr key={`${row.feature} ${row.model}`}>
                    <td className={CELL}>{FEATURE_WORDS[row.feature]}</td>
                    <td className={CELL}>{row.model}</td>
                    <td className={CELL}>{formatCount(row.requests)}</td>
                    <td className={CELL}>{formatCount(row.failed)}</td>
                    <td className={CELL}>{formatCount(row.input_tokens)}</td>
                    <td className={CELL}>{formatCount(row.output_tokens)}</td>
                    <td className={CELL}>{dollars.format(row.cost_usd)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <details>
            <summary className="font-medium text-ink-muted hover:text-ink">Newest requests</summary>
            <ul className="mt-2 grid max-h-72 gap-1 overflow-y-auto">
              {data.recent.map((one) => (
                <li key={one.id} className="flex flex-wrap gap-x-3">
                  <Time value={one.created_at} className="w-28 text-ink-muted" />
                  <span>{FEATURE_WORDS[one.feature]}</span>
                  <span className="text-ink-muted">{OUTCOMES[one.outcome] ?? one.outcome}</span>
                  {one.latency_ms !== null && (
                    <span className="ml-auto text-ink-muted tabular-nums">
                      {formatCount(one.latency_ms)} ms
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </details>
        </div>
      )}
    </Card>
  );
};
