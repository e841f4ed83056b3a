// Contacts as the server knows them: query options and mutations. Keys: ['contacts'] lists, ['contact', id] one, ['tags'].
import type { ContactsFilter } from './list-filter.ts';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Contact } from '@rapport/contract/contacts.api';
import { client, isStatus } from '../../lib/api.ts';

export const PAGE_SIZE = 25;

/** One page of the list; the page before stays on screen while the next one loads. */
export const contactsQuery = ({ search, sort, tags, page }: ContactsFilter) =>
  queryOptions({
    queryKey: ['contacts', { search, sort, tags, page }],
    queryFn: ({ signal }) =>
      client.listContacts({
        query: { search, sort, tag_ids: tags, page, page_size: PAGE_SIZE },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** One contact; a 404 is an answer, not something to try again. */
export const contactQuery = (contact_id: string) =>
  queryOptions({
    queryKey: ['contact', contact_id],
    queryFn: ({ signal }) => client.getContact({ params: { contact_id }, signal }),
    retry: (failures, error) => !isStatus(error, 404) && !isStatus(error, 400) && failures < 2,
  });

export const tagsQuery = () =>
  queryOptions({
    queryKey: ['tags'],
    queryFn: ({ signal }) => client.listTags({ signal }),
    staleTime: 60_000,
    select: ({ tags }) => tags,
  });

export const useCreateContact = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Parameters<typeof client.createContact>[0]['body']) =>
      client.createContact({ body }),
    onSuccess: (contact: Contact) => {
      queryClient.setQueryData(contactQuery(contact.id).queryKey, contact);
      void queryClient.invalidateQueries({ queryKey: ['contacts'] });
    },
  });
};

/** Deletes a contact and forgets everything that was loaded about it. */
export const useRemoveContact = (contact_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.removeContact({ params: { contact_id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['contacts'] }),
  });
};
