// Answers that the engine suggests to an inbound message.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** Those that were made when the message arrived, else made now. */
export const suggestionsQuery = (message_id: string) =>
  queryOptions({
    queryKey: keys.suggestions(message_id),
    queryFn: async ({ signal }) => {
      const params = { message_id };
      const made = await client.getSuggestions({ params, signal });
      return made.suggestions.length > 0 ? made : client.makeSuggestions({ params, signal });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Makes others. */
export const useRemakeSuggestions = (message_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.makeSuggestions({ params: { message_id } }),
    onSuccess: (made) => queryClient.setQueryData(keys.suggestions(message_id), made),
  });
};
