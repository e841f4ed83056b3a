import type { EnrichedField, EnrichmentRun } from '@rapport/contract/enrichment.api';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { engineWord } from './evidence.ts';
import { costWords, FIELD_LABELS, keptSentence, sourceSentence } from './run-words.ts';
import { runsQuery, useRevertRun } from './runs.api.ts';

type Revert = (run: EnrichmentRun, fields?: EnrichedField[]) => void;

const Filled = ({ run, onRevert }: { run: EnrichmentRun; onRevert: Revert | null }) => {
  const fields = run.filled.filter((field) => field !== 'ai_summary');
  if (fields.length === 0) return <p className="text-ink-muted">Filled nothing.</p>;
  return (
    <ul aria-label="Filled" className="flex flex-wrap gap-1.5">
      {fields.map((field) => {
        const isBack = run.reverted.includes(field);
        return (
          <li key={field} className="inline-flex items-center gap-0.5">
            <Badge tone={isBack ? 'neutral' : 'accent'}>
              {isBack ? <del>{FIELD_LABELS[field]}</del> : FIELD_LABELS[field]}
            </Badge>
            {onRevert && !isBack && (
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Take ${FIELD_LABELS[field]} back`}
                title={`Take ${FIELD_LABELS[field]} back`}
                onClick={() => onRevert(run, [field])}
              >
                <Undo2 aria-hidden />
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};

const Unwritten = ({ run }: { run: EnrichmentRun }) => (
  <>
    {run.suggested.length > 0 && (
      <div className="grid gap-0.5">
        <h4 className="text-xs font-semibold text-ink-muted">Also read, not written</h4>
        <ul className="grid gap-0.5">
          {run.suggested.map(({ field, value }) => (
            <li key={field}>
              {FIELD_LABELS[field]}: <span className="font-medium">{value}</span>
            </li>
          ))}
        </ul>
      </div>
    )}
    {run.refused.length > 0 && (
      <div className="grid gap-0.5">
        <h4 className="text-xs font-semibold text-ink-muted">Why still empty</h4>
        <ul className="grid gap-0.5">
          {run.refused.map(({ field, value, reason }) => (
            <li key={field} className="[overflow-wrap:anywhere]">
              {FIELD_LABELS[field]}: “{value}” <span className="text-ink-muted">({reason})</span>
            </li>
          ))}
        </ul>
      </div>
    )}
  </>
);

const Run = ({ run, onRevert }: { run: EnrichmentRun; onRevert: Revert | null }) => {
  const hasLeft = ![...run.filled, 'ai_summary' as const].every((one) =>
    run.reverted.includes(one),
  );
  return (
    <li className="grid gap-2 py-3 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{sourceSentence(run)}</span>
        <span className="text-xs text-ink-muted">
          {engineWord(run)}
          {costWords(run) && ` · ${costWords(run)}`}
          {run.requested_by_name ? ` · ${run.requested_by_name}` : ' · by itself'}
        </span>
        <Time value={run.created_at} className="ml-auto text-xs text-ink-muted" />
      </p>
      {run.fallback_reason && (
        <p className="text-warning-text">
          The built-in engine read it instead. {run.fallback_reason}
        </p>
      )}
      <Filled run={run} onRevert={onRevert} />
      <Unwritten run={run} />
      {onRevert && hasLeft && (
        <Button
          size="sm"
          variant="ghost"
          className="justify-self-start"
          onClick={() => onRevert(run)}
        >
          <Undo2 aria-hidden /> Take the whole run back
        </Button>
      )}
    </li>
  );
};

/** Every run of enrichment on a contact: what it filled and did not, what it cost, and the way back. */
export const RunsDialog = ({ contactId, onClose }: { contactId: string; onClose: () => void }) => {
  const mayWrite = useCan('contact:write');
  const query = useQuery(runsQuery(contactId));
  const revert = useRevertRun(contactId);
  const [asking, setAsking] = useState<EnrichmentRun | null>(null);
  const takeBack = async (run: EnrichmentRun, fields?: EnrichedField[]) => {
    try {
      const { kept } = await revert.mutateAsync({ run_id: run.id, ...(fields && { fields }) });
      if (kept.length > 0) toast.info(keptSentence(kept));
      else
        toast.success(fields ? `${FIELD_LABELS[fields[0]!]} taken back` : 'The run is taken back');
    } catch (error) {
      toast.error(error);
    }
  };
  const onRevert: Revert = (run, fields) => (fields ? void takeBack(run, fields) : setAsking(run));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Enrichment runs">
      {query.isPending ? (
        <SkeletonRows rows={4} />
      ) : query.isError ? (
        <ErrorState compact error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <EmptyState title="Nothing has been read yet" />
      ) : (
        <ul className="divide-y divide-line">
          {query.data.map((run) => (
            <Run key={run.id} run={run} onRevert={mayWrite ? onRevert : null} />
          ))}
        </ul>
      )}
      <AlertDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title="Take the whole run back?"
        description="The fields it filled are emptied, its note goes, and the memory is as it was before. What somebody changed since stays."
        action="Take back"
        onConfirm={async () => {
          if (asking) await takeBack(asking);
        }}
      />
    </Dialog>
  );
};
