// Enrichment as the server knows it.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** Where each filled field was read, and the last run. */
export const evidenceQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactEvidence(contact_id),
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
          keys.contact(contact_id),
          keys.contactEvidence(contact_id),
          keys.contactNotes(contact_id),
          keys.contactLists,
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  });
};
