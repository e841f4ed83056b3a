import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useCan } from '../auth/auth.api.ts';
import { AnalyzersCard } from './analyzers-card.tsx';
import { callHandlingQuery } from './call-settings.api.ts';
import { HandlingForm } from './handling-form.tsx';
import { OwnPhoneCard } from './own-phone-card.tsx';

/** How each of our numbers answers. */
const HandlingCard = () => {
  const mayChange = useCan('settings:manage');
  const handling = useQuery(callHandlingQuery);
  return (
    <Card
      title="When somebody calls"
      hint="A number rings a phone of yours first, or takes a message at once."
    >
      {handling.isPending ? (
        <SkeletonRows rows={2} />
      ) : handling.isError ? (
        <ErrorState compact error={handling.error} onRetry={() => void handling.refetch()} />
      ) : handling.data.length === 0 ? (
        <EmptyState icon={<Phone />} title="No number can take calls yet" compact>
          Add one under Phone numbers.
        </EmptyState>
      ) : (
        <div className="grid gap-5">
          {handling.data.map((number) => (
            <HandlingForm key={number.phone_number_id} number={number} mayChange={mayChange} />
          ))}
        </div>
      )}
    </Card>
  );
};

export const CallsSection = () => (
  <>
    <OwnPhoneCard />
    <HandlingCard />
    <AnalyzersCard />
  </>
);
