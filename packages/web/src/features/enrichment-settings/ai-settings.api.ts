// The language model and its use, as the server knows them.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

export const llmQuery = queryOptions({
  queryKey: keys.llmSettings,
  queryFn: ({ signal }) => client.getLlmSettings({ signal }),
});

/** What models were asked in the last 30 days. */
export const llmUsageQuery = queryOptions({
  queryKey: keys.llmUsage,
  queryFn: ({ signal }) => client.listLlmUsage({ query: { days: 30 }, signal }),
});

export const enrichmentSettingsQuery = queryOptions({
  queryKey: keys.enrichmentSettings,
  queryFn: ({ signal }) => client.getEnrichmentSettings({ signal }),
});

type LlmBody = Parameters<typeof client.saveLlmSettings>[0]['body'];

const useChanged = () => {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: keys.llmSettings });
};

export const useSaveLlm = () => {
  const changed = useChanged();
  return useMutation({
    mutationFn: async (body: LlmBody) => client.saveLlmSettings({ body }),
    onSuccess: changed,
  });
};

export const useRemoveLlm = () => {
  const changed = useChanged();
  return useMutation({ mutationFn: async () => client.removeLlmSettings(), onSuccess: changed });
};

export const useTestLlm = () => {
  const changed = useChanged();
  // A test is a question too: it is in the list of what was asked.
  return useMutation({ mutationFn: async () => client.testLlmSettings(), onSettled: changed });
};

type EnrichmentBody = Parameters<typeof client.saveEnrichmentSettings>[0]['body'];

export const useSaveEnrichmentSettings = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: EnrichmentBody) => client.saveEnrichmentSettings({ body }),
    onSuccess: (saved) => queryClient.setQueryData(keys.enrichmentSettings, saved),
  });
};
