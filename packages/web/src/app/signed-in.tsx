import { Outlet } from '@tanstack/react-router';
import { WifiOff } from 'lucide-react';
import { Suspense, lazy } from 'react';
import { useMe } from '../features/auth/auth.api.ts';
import { useRunningBatch } from '../features/enrichment/running-batch.ts';
import { useRealtime } from '../realtime/use-realtime.ts';
import { Overlays } from './overlays.tsx';

const BulkEnrichBar = lazy(async () => ({
  default: (await import('../features/enrichment/bulk-enrich-bar.tsx')).BulkEnrichBar,
}));

/** Around every page that needs a person: the real-time line, the palette and the help. */
export const SignedIn = () => {
  const { reconnecting } = useRealtime();
  const batchId = useRunningBatch(useMe().member.id);
  return (
    <>
      <Outlet />
      <Overlays />
      <Suspense fallback={null}>
        {batchId && <BulkEnrichBar key={batchId} batchId={batchId} />}
      </Suspense>
      <output className="pointer-events-none fixed inset-x-0 top-2 z-40 flex justify-center">
        {reconnecting && (
          <span className="inline-flex animate-enter items-center gap-1.5 rounded-full border border-line bg-raised px-3 py-1 text-xs font-medium text-ink-muted shadow-float">
            <WifiOff aria-hidden className="size-3.5" /> Reconnecting. What you see may be a little
            old.
          </span>
        )}
      </output>
    </>
  );
};
