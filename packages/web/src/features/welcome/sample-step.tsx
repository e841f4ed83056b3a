import { CircleCheck } from 'lucide-react';
import { useCan, useMe } from '../auth/auth.api.ts';
import { LoadSample } from '../transfer/load-sample.tsx';

export const SampleStep = () => {
  const { has_sample } = useMe();
  const mayLoad = useCan('import:run');
  if (has_sample)
    return (
      <p className="flex items-center gap-2 font-medium text-success-text">
        <CircleCheck aria-hidden className="size-4" /> The sample people are in your contacts.
      </p>
    );
  if (!mayLoad)
    return <p className="text-ink-muted">Only an owner or admin can load the sample.</p>;
  return <LoadSample />;
};
