// Enrichment as the server knows it. Key: ['evidence', contact_id].
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';

/** Where each filled field was read, and the last run. */
export const evidenceQuery = (contact_id: string) =>
  queryOptions({
    queryKey: ['evidence', contact_id],
    queryFn: ({ signal }) => client.getEvidence({ params: { contact_id }, signal }),
  });

/** Reads the messages of a contact and fills what is empty; the run says what was filled. */
export const useEnrich = (contact_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ['enrich', contact_id],
    mutationFn: async () => (await client.enrichFromMessages({ params: { contact_id } })).run,
    onSuccess: () =>
      Promise.all(
        [
          ['contact', contact_id],
          ['evidence', contact_id],
          ['notes', contact_id],
          ['contacts'],
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  });
};
