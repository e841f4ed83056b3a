import type { CallAnalysisGroup, CallDetails } from '@rapport/contract/calls.api';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { Markdown } from '../notes/markdown-view.tsx';
import { useRerun } from './calls.api.ts';

/** The answers to one question: the newest, and the earlier ones on demand. */
const Group = ({ call_id, group }: { call_id: string; group: CallAnalysisGroup }) => {
  const mayRun = useCan('enrichment:run');
  const rerun = useRerun(call_id);
  const [shown, setShown] = useState(0);
  const { analyzer_id, analyzer_name, runs } = group;
  const run = runs[Math.min(shown, runs.length - 1)]!;
  return (
    <section className="grid gap-1.5 border-t border-line pt-3 first:border-0 first:pt-0">
      <header className="flex min-h-7 items-center gap-2">
        <h3 className="font-semibold">{analyzer_name}</h3>
        <span className="ml-auto text-xs text-ink-muted">
          {run.engine === 'local' ? 'Built-in engine' : (run.model ?? run.engine)} ·{' '}
          <Time value={run.created_at} />
        </span>
        {mayRun && analyzer_id && (
          <IconButton
            label={`Ask “${analyzer_name}” again`}
            size="sm"
            disabled={rerun.isPending}
            onClick={() =>
              rerun.mutate([analyzer_id], { onError: toast.error, onSuccess: () => setShown(0) })
            }
          >
            <RotateCw aria-hidden />
          </IconButton>
        )}
      </header>
      <div className={run.status === 'failed' ? 'text-danger-text' : undefined}>
        <Markdown source={run.content} />
      </div>
      {runs.length > 1 && (
        <div className="flex items-center gap-2 text-xs text-ink-muted">
          <button
            type="button"
            className="font-medium text-accent-text hover:underline disabled:opacity-50 pointer-coarse:py-2"
            disabled={shown >= runs.length - 1}
            onClick={() => setShown(shown + 1)}
          >
            Earlier
          </button>
          <span className="tabular-nums">
            {runs.length - shown} of {runs.length}
          </span>
          <button
            type="button"
            className="font-medium text-accent-text hover:underline disabled:opacity-50 pointer-coarse:py-2"
            disabled={shown === 0}
            onClick={() => setShown(shown - 1)}
          >
            Later
          </button>
        </div>
      )}
    </section>
  );
};

/** What the analyzers say of a call, one group each. */
export const CallAnalyses = ({ call }: { call: CallDetails }) => {
  const mayRun = useCan('enrichment:run');
  const rerun = useRerun(call.id);
  const again = mayRun && call.has_transcription && (
    <Button
      size="sm"
      loading={rerun.isPending}
      onClick={() => rerun.mutate(undefined, { onError: toast.error })}
    >
      Ask again
    </Button>
  );
  return (
    <Card title="Analysis" actions={again}>
      {call.analyses.length === 0 ? (
        <EmptyState title="Nothing yet" compact>
          {call.has_transcription
            ? 'The answers appear here in a moment.'
            : 'Answers follow once it is known what was said.'}
        </EmptyState>
      ) : (
        <div className="grid gap-3">
          {call.analyses.map((group) => (
            <Group key={group.analyzer_id ?? group.analyzer_name} call_id={call.id} group={group} />
          ))}
        </div>
      )}
    </Card>
  );
};
