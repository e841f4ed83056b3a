import type { EnrichedField } from '@rapport/contract/enrichment.api';
import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { evidenceQuery, useEnrich } from './enrichment.api.ts';
import { engineWord, filledSentence, readSentence } from './evidence.ts';

const RunsDialog = lazy(async () => ({ default: (await import('./runs-dialog.tsx')).RunsDialog }));

type Props = {
  contactId: string;
  hasMessages: boolean;
  /** Gets the fields that are filled now and were empty before. */
  onEnriched?: (filled: EnrichedField[]) => void;
};

/** The button that reads the conversation and fills what is empty, and when that was done last. */
export const ContactEnrichSection = ({ contactId, hasMessages, onEnriched }: Props) => {
  const note = useId();
  const [showsRuns, setShowsRuns] = useState(false);
  const mayRun = useCan('enrichment:run');
  const enrich = useEnrich(contactId);
  const run = useQuery(evidenceQuery(contactId)).data?.last_run ?? null;
  const isReady = mayRun && hasMessages && !enrich.isPending;
  const start = () =>
    enrich.mutate(undefined, {
      onSuccess: ({ filled }) => {
        toast.success(filledSentence(filled));
        onEnriched?.(filled);
      },
      onError: toast.error,
    });
  useShortcuts([{ key: 'e', run: () => isReady && start() }]);
  if (!mayRun && !run) return null;
  return (
    <section aria-label="Enrichment" className="grid gap-1.5">
      {mayRun && (
        <Button
          className="w-full"
          disabled={!hasMessages}
          aria-describedby={note}
          loading={enrich.isPending}
          title="Enrich from SMS (E)"
          onClick={start}
        >
          <Sparkles aria-hidden className="text-accent-text" />
          {enrich.isPending ? 'Reading the conversation…' : 'Enrich from SMS'}
        </Button>
      )}
      <p id={note} className="text-xs text-ink-muted">
        {!hasMessages ? (
          'There are no messages to read yet.'
        ) : run ? (
          <>
            {readSentence(run)}, <Time value={run.created_at} />, {engineWord(run)}.{' '}
            <button
              type="button"
              className="rounded font-medium text-accent-text hover:underline"
              onClick={() => setShowsRuns(true)}
            >
              All runs
            </button>
            <Suspense fallback={null}>
              {showsRuns && (
                <RunsDialog contactId={contactId} onClose={() => setShowsRuns(false)} />
              )}
            </Suspense>
          </>
        ) : (
          'Reads the messages and fills what is empty. What you typed stays.'
        )}
      </p>
    </section>
  );
};
