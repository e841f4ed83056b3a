// Batches of enrichment as the server knows them.
import type { EnrichmentBatch } from '@rapport/contract/enrichment.api';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { useEvent } from '../../realtime/listen.ts';
import { toast } from '../../ui/toast.tsx';
import { useMe } from '../auth/auth.api.ts';
import { forgetBatch, rememberBatch } from './running-batch.ts';

/** As many contacts as one batch may have. */
export const MOST_ENRICHED_AT_ONCE = 50;

/** Events say how far a batch is; this is for when they do not come. */
const POLL = 2000;

const batchQuery = (batch_id: string) =>
  queryOptions({
    queryKey: keys.enrichmentBatch(batch_id),
    queryFn: ({ signal }) => client.getEnrichmentBatch({ params: { batch_id }, signal }),
    refetchInterval: ({ state }) => (state.data?.finished_at || state.error ? false : POLL),
    retry: 2,
  });

/** How far a batch is: from the server, and between two looks from its events. */
export const useBatch = (batch_id: string) => {
  const queryClient = useQueryClient();
  const query = useQuery(batchQuery(batch_id));
  useEvent('contact.enrich.progress', (told) => {
    if (told.batch_id !== batch_id) return;
    const isLast = told.completed === told.total;
    queryClient.setQueryData(batchQuery(batch_id).queryKey, (known) =>
      known && told.completed > known.completed ? advanced(known, told) : known,
    );
    if (isLast) void queryClient.invalidateQueries({ queryKey: keys.enrichmentBatch(batch_id) });
  });
  return query;
};

const advanced = (
  batch: EnrichmentBatch,
  { completed, succeeded }: { completed: number; succeeded: boolean },
): EnrichmentBatch => ({
  ...batch,
  completed,
  succeeded: batch.succeeded + (succeeded ? 1 : 0),
  failed: batch.failed + (succeeded ? 0 : 1),
});

/** Begins a batch; the bar at the end of the page shows it from then on. */
export const useStartBatch = () => {
  const { member } = useMe();
  return useMutation({
    mutationFn: async (contact_ids: string[]) => {
      const batch_id = crypto.randomUUID();
      rememberBatch({ batch_id, member_id: member.id });
      return client.bulkEnrichFromMessages({ body: { contact_ids, batch_id } });
    },
    onError: (error) => {
      // A lost connection says nothing about the batch, which goes on; a refusal ends it.
      if (!isRefusal(error)) return;
      forgetBatch();
      toast.error(error);
    },
  });
};

const isRefusal = (error: unknown): boolean =>
  typeof (error as { status?: unknown } | null)?.status === 'number' &&
  (error as { status: number }).status >= 400;
