import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Phone, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { phoneNumbersQuery } from '../messaging/compose.api.ts';
import { BuyNumberDialog } from './buy-number-dialog.tsx';
import { EditNumberDialog } from './edit-number-dialog.tsx';
import {
  twilioQuery,
  useReleaseNumber,
  useSyncHistory,
  useSyncNumbers,
} from './messaging-settings.api.ts';

const ABILITIES = { sms: 'SMS', mms: 'MMS', voice: 'calls' } as const;

const abilitiesOf = ({ capabilities }: PhoneNumber): string =>
  (Object.keys(ABILITIES) as (keyof typeof ABILITIES)[])
    .filter((one) => capabilities[one])
    .map((one) => ABILITIES[one])
    .join(', ');

type RowProps = { number: PhoneNumber; onEdit: () => void; onRelease: () => void };

const Row = ({ number, onEdit, onRelease }: RowProps) => (
  <li className="flex items-center gap-2.5 border-b border-line py-2.5 last:border-0">
    <div className="min-w-0 flex-1">
      <p className="flex items-center gap-2">
        <span className="font-medium tabular-nums">{number.display}</span>
        {number.provider === 'simulator' && <Badge>Test number</Badge>}
      </p>
      <p className="truncate text-ink-muted">
        {[number.friendly_name, abilitiesOf(number)].filter(Boolean).join(' · ')}
      </p>
    </div>
    <IconButton label={`Edit ${number.display}`} onClick={onEdit}>
      <Pencil aria-hidden />
    </IconButton>
    <IconButton tone="danger" label={`Give back ${number.display}`} onClick={onRelease}>
      <Trash2 aria-hidden />
    </IconButton>
  </li>
);

/** Takes over what the carrier account has: numbers, and what it remembers of messages and calls. */
const SyncActions = () => {
  const twilio = useQuery(twilioQuery);
  const numbers = useSyncNumbers();
  const history = useSyncHistory();
  if (!twilio.data?.is_configured) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
      <Button
        loading={numbers.isPending}
        onClick={() =>
          numbers.mutate(undefined, {
            onSuccess: ({ added, updated, released }) =>
              toast.success(`${added} added, ${updated} renewed, ${released} given back.`),
            onError: toast.error,
          })
        }
      >
        <RefreshCw aria-hidden /> Take over numbers from Twilio
      </Button>
      <Button
        loading={history.isPending}
        onClick={() =>
          history.mutate(undefined, {
            onSuccess: () => toast.success('Messages and calls are being fetched.'),
            onError: toast.error,
          })
        }
      >
        Fetch messages and calls from Twilio
      </Button>
    </div>
  );
};

/** The numbers that the organization sends from. */
export const NumbersSection = () => {
  const numbers = useQuery(phoneNumbersQuery);
  const release = useReleaseNumber();
  const [isBuying, setIsBuying] = useState(false);
  const [edited, setEdited] = useState<PhoneNumber | null>(null);
  const [released, setReleased] = useState<PhoneNumber | null>(null);
  return (
    <Card
      title="Phone numbers"
      hint="Texts and calls go out from these. A reply goes out from the number that was written to."
      actions={
        <Button variant="primary" onClick={() => setIsBuying(true)}>
          <Plus aria-hidden /> Get a number
        </Button>
      }
    >
      {numbers.isPending ? (
        <SkeletonRows rows={2} />
      ) : numbers.isError ? (
        <ErrorState compact error={numbers.error} onRetry={() => void numbers.refetch()} />
      ) : numbers.data.length === 0 ? (
        <EmptyState icon={<Phone />} title="No number yet" compact>
          Get a test number to try everything without an account, or buy one through Twilio.
        </EmptyState>
      ) : (
        <ul className="-my-2">
          {numbers.data.map((number) => (
            <Row
              key={number.id}
              number={number}
              onEdit={() => setEdited(number)}
              onRelease={() => setReleased(number)}
            />
          ))}
        </ul>
      )}
      <SyncActions />
      {isBuying && <BuyNumberDialog onClose={() => setIsBuying(false)} />}
      {edited && <EditNumberDialog number={edited} onClose={() => setEdited(null)} />}
      <AlertDialog
        open={released !== null}
        onOpenChange={() => setReleased(null)}
        title={`Give back ${released?.display ?? 'this number'}?`}
        description="Nothing can be sent from it and nothing arrives there any more; somebody else may get it. Its history stays."
        action="Give back"
        onConfirm={async () => released && release.mutateAsync(released.id)}
      />
    </Card>
  );
};
