import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { gatewayKeysQuery, useRemoveGatewayKey } from './settings.api.ts';

export const GatewayKeysSection = () => {
  const gatewayKeys = useQuery(gatewayKeysQuery);
  const remove = useRemoveGatewayKey();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<{ id: string; name: string } | null>(null);
  return (
    <Card
      title="Gateway keys"
      hint="With a key, a program calls the service API of this organization (header x-gateway-key)."
      actions={
        <Button variant="primary" onClick={() => setAdding(true)}>
          <Plus aria-hidden /> New key
        </Button>
      }
    >
      {gatewayKeys.isPending ? (
        <SkeletonRows rows={2} />
      ) : gatewayKeys.isError ? (
        <ErrorState compact error={gatewayKeys.error} onRetry={() => void gatewayKeys.refetch()} />
      ) : gatewayKeys.data.length === 0 ? (
        <EmptyState icon={<KeyRound />} title="No keys yet" compact>
          Make one when a program shall deliver messages or read contacts.
        </EmptyState>
      ) : (
        <ul className="-my-2">
          {gatewayKeys.data.map(({ id, name, prefix, created_at, last_used_at }) => (
            <li
              key={id}
              className="flex items-center gap-3 border-b border-line py-2.5 last:border-0"
            >
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{name}</p>
                <p className="text-ink-muted">
                  <code className="font-mono">{prefix}…</code> · made <Time value={created_at} /> ·{' '}
                  {last_used_at ? (
                    <>
                      used <Time value={last_used_at} />
                    </>
                  ) : (
                    'never used'
                  )}
                </p>
              </div>
              <Button size="sm" variant="danger-ghost" onClick={() => setRevoking({ id, name })}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      {adding && <NewKeyDialog onClose={() => setAdding(false)} />}
      <AlertDialog
        open={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        title={`Revoke ${revoking?.name ?? 'this key'}?`}
        description="Programs that use it are refused at once. This cannot be undone."
        action="Revoke"
        onConfirm={async () => revoking && remove.mutateAsync(revoking.id)}
      />
    </Card>
  );
};
