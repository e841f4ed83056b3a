import type { Suppression } from '@rapport/contract/suppressions.api';
import { useQuery } from '@tanstack/react-query';
import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { formatPhone } from '../../lib/format.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { suppressionsQuery, useLiftSuppression } from './messaging-settings.api.ts';
import { SuppressDialog } from './suppress-dialog.tsx';

const REASONS: Record<Suppression['reason'], string> = {
  keyword: 'wrote',
  provider: 'the carrier refuses',
  manual: 'blocked by your team',
  bounce: 'mail came back',
  unsubscribe: 'unsubscribed',
};

const reasonOf = ({ reason, keyword }: Suppression): string =>
  reason === 'keyword' ? `wrote ${keyword ?? 'STOP'}` : REASONS[reason];

const shown = ({ channel, address }: Suppression): string =>
  channel === 'sms' ? formatPhone(address) : address;

/** From how many on a search box helps. */
const MANY = 8;

const List = ({ suppressions }: { suppressions: readonly Suppression[] }) => {
  const lift = useLiftSuppression();
  const [search, setSearch] = useState('');
  const [lifted, setLifted] = useState<Suppression | null>(null);
  const wanted = search.trim().toLowerCase();
  const found = suppressions.filter(
    (one) => one.address.includes(wanted) || shown(one).includes(wanted),
  );
  return (
    <>
      {suppressions.length > MANY && (
        <SearchInput
          label="Search blocked numbers and addresses"
          value={search}
          onChange={setSearch}
          className="mb-2"
        />
      )}
      <ul className="-my-2 max-h-96 overflow-y-auto">
        {found.map((one) => (
          <li
            key={one.id}
            className="flex items-center gap-2.5 border-b border-line py-2.5 last:border-0"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{shown(one)}</p>
              <p className="text-ink-muted">
                {reasonOf(one)} · <Time value={one.created_at} />
              </p>
            </div>
            <Button
              size="sm"
              variant="danger-ghost"
              aria-label={`Lift ${shown(one)}`}
              onClick={() => setLifted(one)}
            >
              Lift
            </Button>
          </li>
        ))}
      </ul>
      <AlertDialog
        open={lifted !== null}
        onOpenChange={() => setLifted(null)}
        title={`Write to ${lifted ? shown(lifted) : 'them'} again?`}
        description="Lift it only when this person agreed to hear from you again: writing to who unsubscribed is against the law in most countries."
        action="They agreed: lift it"
        onConfirm={async () => lifted && lift.mutateAsync(lifted.id)}
      />
    </>
  );
};

/** Every number and address that must not be written to. */
export const SuppressionsCard = () => {
  const { data, error, refetch } = useQuery(suppressionsQuery);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Card
      title="Not to be written to"
      hint="Who writes STOP is put here by itself and taken out when they write START."
      actions={
        <Button onClick={() => setIsAdding(true)}>
          <Plus aria-hidden /> Block one
        </Button>
      }
    >
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.length === 0 ? (
        <EmptyState icon={<ShieldCheck />} title="Nobody is blocked" compact>
          Everybody with a number or an address can be written to.
        </EmptyState>
      ) : (
        <List suppressions={data} />
      )}
      {isAdding && <SuppressDialog onClose={() => setIsAdding(false)} />}
    </Card>
  );
};
