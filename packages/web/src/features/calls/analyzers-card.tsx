import type { Analyzer } from '@rapport/contract/call-settings.api';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { AnalyzerDialog } from './analyzer-dialog.tsx';
import { analyzersQuery, useEnableAnalyzer, useRemoveAnalyzer } from './call-settings.api.ts';

const AnalyzerRow = ({
  analyzer,
  onEdit,
  onRemove,
}: {
  analyzer: Analyzer;
  onEdit: () => void;
  onRemove: () => void;
}) => {
  const mayChange = useCan('settings:manage');
  const enable = useEnableAnalyzer();
  const { id, name, prompt, enabled } = analyzer;
  return (
    <li className="flex items-start gap-3 border-b border-line py-2.5 last:border-0">
      <Checkbox
        aria-label={`Ask “${name}” of each call`}
        className="mt-0.5"
        checked={enabled}
        disabled={!mayChange}
        onChange={(on) => enable.mutate({ id, enabled: on }, { onError: toast.error })}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-ink-muted [overflow-wrap:anywhere]">{prompt}</p>
      </div>
      {mayChange && (
        <>
          <IconButton label={`Change “${name}”`} size="sm" onClick={onEdit}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label={`Delete “${name}”`} size="sm" tone="danger" onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  );
};

/** The questions that are asked of each transcript. */
export const AnalyzersCard = () => {
  const mayChange = useCan('settings:manage');
  const analyzers = useQuery(analyzersQuery);
  const remove = useRemoveAnalyzer();
  const [editing, setEditing] = useState<Analyzer | 'new' | null>(null);
  const [removing, setRemoving] = useState<Analyzer | null>(null);
  return (
    <Card
      title="Analyzers"
      hint="Questions that are asked of each call once it is written down."
      actions={
        mayChange && (
          <Button onClick={() => setEditing('new')}>
            <Plus aria-hidden /> New analyzer
          </Button>
        )
      }
    >
      {analyzers.isPending ? (
        <SkeletonRows rows={4} />
      ) : analyzers.isError ? (
        <ErrorState compact error={analyzers.error} onRetry={() => void analyzers.refetch()} />
      ) : (
        <ul className="-my-2">
          {analyzers.data.map((analyzer) => (
            <AnalyzerRow
              key={analyzer.id}
              analyzer={analyzer}
              onEdit={() => setEditing(analyzer)}
              onRemove={() => setRemoving(analyzer)}
            />
          ))}
        </ul>
      )}
      {editing && (
        <AnalyzerDialog
          analyzer={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <AlertDialog
        open={removing !== null}
        onOpenChange={() => setRemoving(null)}
        title={`Delete “${removing?.name ?? ''}”?`}
        description="It is asked no more. Its answers stay with their calls."
        action="Delete"
        onConfirm={async () => removing && remove.mutateAsync(removing.id)}
      />
    </Card>
  );
};
