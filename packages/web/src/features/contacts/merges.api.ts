// Contacts that are one person, as the server knows it: hints, preview, merge, undo.
import type { MERGE_FIELDS } from '@rapport/contract/contact-merges.api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { contactQuery } from './contacts.api.ts';

export type MergeField = (typeof MERGE_FIELDS)[number];

/** Contacts that may be the same person. */
export const duplicatesQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.duplicates(contact_id),
    queryFn: ({ signal }) => client.listDuplicates({ params: { contact_id }, signal }),
    select: ({ duplicates }) => duplicates,
    staleTime: 60_000,
  });
export type Duplicate = Awaited<ReturnType<typeof client.listDuplicates>>['duplicates'][number];

/** Which value of each field wins when nobody chooses. */
export const previewQuery = (contact_id: string, other_id: string) =>
  queryOptions({
    queryKey: keys.mergePreview(contact_id, other_id),
    queryFn: ({ signal }) =>
      client.previewMerge({ params: { contact_id }, body: { other_id }, signal }),
    select: ({ fields }) => fields,
  });

/** Who went into a contact and can still be parted from it, newest first. */
export const undoableMergesQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.merges(contact_id),
    queryFn: ({ signal }) => client.listMerges({ params: { contact_id }, signal }),
    select: ({ merges }) =>
      merges.filter(
        ({ undone_at, undo_until }) => undone_at === null && Date.parse(undo_until) > Date.now(),
      ),
  });

/** Everything that is shown of contacts may be different. */
const useRefetch = () => {
  const queryClient = useQueryClient();
  return () => {
    for (const queryKey of [keys.contacts, keys.messages, keys.notes, keys.todos, keys.evidence])
      void queryClient.invalidateQueries({ queryKey });
  };
};

export const useMerge = (contact_id: string) => {
  const queryClient = useQueryClient();
  const refetch = useRefetch();
  return useMutation({
    mutationFn: (body: { other_id: string; take: MergeField[] }) =>
      client.mergeContacts({ params: { contact_id }, body }),
    onSuccess: ({ contact }) => {
      queryClient.setQueryData(contactQuery(contact_id).queryKey, contact);
      refetch();
    },
  });
};

export const useUndoMerge = () => {
  const refetch = useRefetch();
  return useMutation({
    mutationFn: (merge_id: string) => client.undoMerge({ params: { merge_id } }),
    onSuccess: refetch,
  });
};
