// How calls are answered, which phone is ours, and what is asked of transcripts.
import type { Analyzer } from '@rapport/contract/call-settings.api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

export const analyzersQuery = queryOptions({
  queryKey: keys.analyzers,
  queryFn: ({ signal }) => client.listAnalyzers({ signal }),
  select: ({ analyzers }) => analyzers,
});

export const callHandlingQuery = queryOptions({
  queryKey: keys.callHandling,
  queryFn: ({ signal }) => client.listCallHandling({ signal }),
  select: ({ numbers }) => numbers,
});

export const ownPhoneQuery = queryOptions({
  queryKey: keys.ownPhone,
  queryFn: ({ signal }) => client.getOwnPhone({ signal }),
});

/** A change after which a list is fetched again. */
const useChange = <Values, Answer>(
  queryKey: readonly string[],
  change: (values: Values) => Promise<Answer>,
) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
};

export const useUpdateOwnPhone = () =>
  useChange(keys.ownPhone, (phone_number: string | null) =>
    client.updateOwnPhone({ body: { phone_number } }),
  );

export type HandlingChanges = Parameters<typeof client.updateCallHandling>[0]['body'];

export const useUpdateHandling = (phone_number_id: string) =>
  useChange(keys.callHandling, (body: HandlingChanges) =>
    client.updateCallHandling({ params: { phone_number_id }, body }),
  );

export type AnalyzerValues = Pick<Analyzer, 'name' | 'prompt'>;

/** Makes an analyzer, or changes the one with this id. */
export const useSaveAnalyzer = (id: string | null) =>
  useChange(keys.analyzers, (body: AnalyzerValues) =>
    id
      ? client.updateAnalyzer({ params: { analyzer_id: id }, body })
      : client.createAnalyzer({ body }),
  );

export const useEnableAnalyzer = () =>
  useChange(keys.analyzers, ({ id, enabled }: { id: string; enabled: boolean }) =>
    client.updateAnalyzer({ params: { analyzer_id: id }, body: { enabled } }),
  );

export const useRemoveAnalyzer = () =>
  useChange(keys.analyzers, (analyzer_id: string) =>
    client.removeAnalyzer({ params: { analyzer_id } }),
  );
