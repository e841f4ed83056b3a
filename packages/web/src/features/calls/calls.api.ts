// Calls as the server knows them.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** All calls of a contact with everything about them, newest first. */
export const callsQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactCalls(contact_id),
    queryFn: ({ signal }) => client.listContactCalls({ params: { contact_id }, signal }),
    select: ({ calls }) => calls,
  });

export const callQuery = (call_id: string) =>
  queryOptions({
    queryKey: keys.call(call_id),
    queryFn: ({ signal }) => client.getCall({ params: { call_id }, signal }),
  });

/** Asks analyzers again, all or some; their answers come as an event. */
export const useRerun = (call_id: string) =>
  useMutation({
    mutationFn: (analyzer_ids: string[] | undefined) =>
      client.rerunAnalyses({
        params: { call_id },
        body: analyzer_ids ? { analyzer_ids } : {},
      }),
  });

/** Says what was said in a call, as a text. */
export const useTranscribe = (call_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => client.transcribeCall({ params: { call_id }, body: { text } }),
    onSuccess: (call) => {
      queryClient.setQueryData(keys.call(call_id), call);
      void queryClient.invalidateQueries({ queryKey: keys.contactCalls(call.contact_id) });
    },
  });
};

/** Rings the member's phone, then the contact's. */
export const useDial = (contact_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (contact_phone_id: string | undefined) =>
      client.dialContact({
        body: { contact_id, ...(contact_phone_id ? { contact_phone_id } : {}) },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.contactCalls(contact_id) }),
  });
};
