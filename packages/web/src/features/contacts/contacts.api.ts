// Contacts as the server knows them: lists, one contact, tags, and what creates and deletes.
import type { Contact } from '@rapport/contract/contacts.api';
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { meQuery } from '../auth/auth.api.ts';
import { type ContactsFilter, toApi } from './list-filter.ts';

export const PAGE_SIZE = 25;

/** One page of the list; the page before stays on screen while the next one loads. */
export const contactsQuery = (filter: ContactsFilter) =>
  queryOptions({
    queryKey: keys.contactList(filter),
    queryFn: ({ signal }) => {
      const { sort, page } = filter;
      return client.listContacts({
        query: { ...toApi(filter), sort, page, page_size: PAGE_SIZE },
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });

export const contactQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contact(contact_id),
    queryFn: ({ signal }) => client.getContact({ params: { contact_id }, signal }),
  });

/** A contact as a list showed it a moment ago, so that its page opens at once. */
export const listedContact = (queryClient: QueryClient, contact_id: string): Contact | undefined =>
  queryClient
    .getQueriesData<{ contacts: Contact[] }>({ queryKey: keys.contactLists })
    .flatMap(([, page]) => page?.contacts ?? [])
    .find(({ id }) => id === contact_id);

export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: ({ signal }) => client.listTags({ signal }),
  staleTime: 60_000,
  select: ({ tags }) => tags,
});

type NewContact = Parameters<typeof client.createContact>[0]['body'];

export const useCreateContact = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewContact) => client.createContact({ body }),
    onSuccess: (contact: Contact) => {
      queryClient.setQueryData(contactQuery(contact.id).queryKey, contact);
      void queryClient.invalidateQueries({ queryKey: keys.contactLists });
      void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
};

/** Deletes a contact with everything about it. */
export const useRemoveContact = (contact_id: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.removeContact({ params: { contact_id } }),
    // Not waited for: the page of what is gone should be left at once.
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.contactLists }),
  });
};
