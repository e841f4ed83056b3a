import { Sparkles } from 'lucide-react';
import { countOf } from '../../lib/format.ts';
import { useCan, useMe } from '../auth/auth.api.ts';
import { BulkButton } from '../contacts/bulk-button.tsx';
import type { BulkSelection } from '../contacts/bulk-work.ts';
import { MOST_ENRICHED_AT_ONCE, useStartBatch } from './bulk-enrich.api.ts';
import { useRunningBatch } from './running-batch.ts';

/** Reads the conversations of the selected contacts; for owners, as the server has it. */
export const BulkEnrich = ({
  selection,
  onDone,
}: {
  selection: BulkSelection;
  onDone: () => void;
}) => {
  const isAllowed = useCan('enrichment:bulk');
  const { member } = useMe();
  const isRunning = useRunningBatch(member.id) !== null;
  const start = useStartBatch();
  if (!isAllowed) return null;
  const isTooMany = selection.kind === 'all' || selection.count > MOST_ENRICHED_AT_ONCE;
  const reason = isTooMany
    ? `At most ${countOf(MOST_ENRICHED_AT_ONCE, 'contact')} at a time`
    : isRunning
      ? 'Another enrichment is shown below: wait for it, or dismiss it'
      : undefined;
  return (
    <BulkButton
      icon={<Sparkles aria-hidden />}
      label="Enrich from SMS"
      disabled={reason !== undefined}
      title={reason}
      onClick={() => {
        if (selection.kind === 'all') return;
        start.mutate(selection.rows.map(({ id }) => id));
        onDone();
      }}
    />
  );
};
