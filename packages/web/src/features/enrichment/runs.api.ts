// What enrichment did to a contact, and taking it back, as the server knows it.
import type { EnrichedField } from '@rapport/contract/enrichment.api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

export const runsQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.enrichmentRuns(contact_id),
    queryFn: async ({ signal }) =>
      (await client.listEnrichmentRuns({ params: { contact_id }, signal })).runs,
  });

/** Takes back fields of a run, or the whole of it; says what stayed because somebody changed it. */
export const useRevertRun = (contact_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ run_id, fields }: { run_id: string; fields?: EnrichedField[] }) =>
      client.revertEnrichmentRun({ params: { contact_id, run_id }, body: { fields } }),
    onSuccess: () =>
      Promise.all(
        [
          keys.contact(contact_id),
          keys.contactEvidence(contact_id),
          keys.contactNotes(contact_id),
          keys.contactLists,
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  });
};
