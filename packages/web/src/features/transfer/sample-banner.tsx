import { Sparkles } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useCan, useMe } from '../auth/auth.api.ts';
import { useRemoveSample } from './sample.api.ts';

/** Says that the people on this page are invented, and removes them in one click. Nothing without a sample. */
export const SampleBanner = () => {
  const { has_sample } = useMe();
  const mayRemove = useCan('import:run');
  const remove = useRemoveSample();
  if (!has_sample) return null;
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-accent-soft px-4 py-1.5 text-accent-text md:px-6">
      <Sparkles aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">You are looking at sample people.</span>
      {mayRemove && (
        <Button
          size="sm"
          variant="ghost"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
          className="text-accent-text"
        >
          Remove
        </Button>
      )}
    </div>
  );
};
