import { useQuery } from '@tanstack/react-query';
import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { phoneNumbersQuery } from '../messaging/compose.api.ts';
import { PhoneChoice } from './phone-choice.tsx';
import { PhoneScreen } from './phone-screen.tsx';
import { RingCard } from './ring-card.tsx';
import { useGetSimulatedNumber } from './simulator.api.ts';
import { inventNumber, readPhones, rememberPhone } from './test-phones.ts';

const NoNumber = () => {
  const mayManage = useCan('settings:manage');
  const get = useGetSimulatedNumber();
  return (
    <EmptyState
      icon={<Smartphone />}
      title="Try everything without an account"
      action={
        mayManage && (
          <Button
            variant="primary"
            loading={get.isPending}
            onClick={() => get.mutate(undefined, { onError: toast.error })}
          >
            Get a test number
          </Button>
        )
      }
    >
      A test number receives texts and calls from the phone on this page, and sends to it. Nothing
      leaves this server and nothing is billed.
      {!mayManage && ' Ask an owner or admin to get one.'}
    </EmptyState>
  );
};

/** A phone on the simulated network: texts in, rings, and shows what the product answers. */
export const SimulatorPage = () => {
  const numbers = useQuery(phoneNumbersQuery);
  const [phones, setPhones] = useState(readPhones);
  const [phone, setPhone] = useState(() => readPhones()[0] ?? inventNumber(Math.random()));
  const [lineId, setLineId] = useState<string | null>(null);
  const lines = numbers.data?.filter(({ provider }) => provider === 'simulator') ?? [];
  const line = lines.find(({ id }) => id === lineId) ?? lines[0];
  const remember = () => setPhones(rememberPhone(phone));
  return (
    <Page title="Test phone" width="full">
      {numbers.isPending ? (
        <SkeletonRows rows={4} />
      ) : numbers.isError ? (
        <ErrorState error={numbers.error} onRetry={() => void numbers.refetch()} />
      ) : !line ? (
        <NoNumber />
      ) : (
        <div className="mx-auto grid max-w-4xl gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="grid content-start gap-5 max-lg:order-2">
            <PhoneChoice
              phone={phone}
              phones={phones}
              onPhone={setPhone}
              lines={lines}
              line={line}
              onLine={setLineId}
            />
            <RingCard phone={phone} line={line} onRung={remember} />
          </div>
          <PhoneScreen key={`${phone} ${line.id}`} phone={phone} line={line} onSent={remember} />
        </div>
      )}
    </Page>
  );
};
