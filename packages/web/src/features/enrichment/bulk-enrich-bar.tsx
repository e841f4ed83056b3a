import type { EnrichmentBatch } from '@rapport/contract/enrichment.api';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useState } from 'react';
import { countOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useBatch } from './bulk-enrich.api.ts';
import { FailedContacts } from './failed-contacts.tsx';
import { forgetBatch } from './running-batch.ts';

/**
 * The batch that runs or has just ended, at the end of every page: progress, then what came of it. Its
 * first state, the count of the selection with the button, is the bar of the list.
 */
export const BulkEnrichBar = ({ batchId }: { batchId: string }) => {
  const { data: batch, isError, refetch } = useBatch(batchId);
  const isDone = batch?.finished_at != null;
  return (
    <section
      aria-label="Enrichment"
      className="fixed inset-x-2 bottom-16 z-30 mx-auto flex min-h-12 w-fit max-w-full animate-rise items-center gap-2 rounded-xl border border-line-strong bg-raised py-1.5 pr-1.5 pl-4 shadow-float"
    >
      {isError ? (
        <Lost onRetry={() => void refetch()} />
      ) : isDone ? (
        <Done batch={batch} />
      ) : (
        <div className="w-80 max-w-full py-1 pr-3">
          <ProgressBar
            value={batch ? batch.completed / batch.total : null}
            label={batch ? `Reading ${batch.completed} of ${batch.total}` : 'Reading conversations'}
          />
        </div>
      )}
    </section>
  );
};

const Dismiss = () => (
  <IconButton label="Dismiss" onClick={forgetBatch}>
    <X aria-hidden />
  </IconButton>
);

const Lost = ({ onRetry }: { onRetry: () => void }) => (
  <>
    <p role="alert">How far the enrichment is, could not be read.</p>
    <Button variant="ghost" onClick={onRetry}>
      Try again
    </Button>
    <Dismiss />
  </>
);

const Done = ({ batch }: { batch: EnrichmentBatch }) => {
  const [showsFailed, setShowsFailed] = useState(false);
  const hasFailed = batch.failed > 0;
  return (
    <>
      {hasFailed ? (
        <CircleAlert aria-hidden className="size-4 text-warning-text" />
      ) : (
        <CircleCheck aria-hidden className="size-4 text-success-text" />
      )}
      <p role="status" className="font-medium">
        {countOf(batch.succeeded, 'contact')} enriched
        {hasFailed && `, ${batch.failed} failed`}
      </p>
      {hasFailed && (
        <Button variant="ghost" onClick={() => setShowsFailed(true)}>
          Show why
        </Button>
      )}
      <Dismiss />
      {showsFailed && (
        <FailedContacts failures={batch.failures} onClose={() => setShowsFailed(false)} />
      )}
    </>
  );
};
