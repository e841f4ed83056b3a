import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { toast } from '../../ui/toast.tsx';
import { importsQuery, isActive, useLoadSample } from './imports.api.ts';

/** Loads the sample workspace and shows how far it is. */
export const LoadSample = ({ onLoaded }: { onLoaded?: () => void }) => {
  const queryClient = useQueryClient();
  const load = useLoadSample();
  const imports = useQuery({ ...importsQuery, enabled: load.isSuccess });
  const current = imports.data?.find(({ id }) => id === load.data?.id) ?? load.data;
  const told = useRef(false);

  useEffect(() => {
    if (!current || isActive(current) || told.current) return;
    told.current = true;
    if (current.status === 'completed') {
      void queryClient.invalidateQueries();
      onLoaded?.();
    } else toast.error(current.error ?? 'The sample could not be loaded. Try again.');
  }, [current, queryClient, onLoaded]);

  if (current && isActive(current))
    return (
      <ProgressBar
        value={current.size_bytes > 0 ? current.bytes_done / current.size_bytes : null}
        label="Loading the sample workspace"
      />
    );
  return (
    <Button
      loading={load.isPending}
      onClick={() => {
        told.current = false;
        load.mutate(undefined, { onError: toast.error });
      }}
    >
      <Sparkles aria-hidden /> Load sample workspace
    </Button>
  );
};
