// Tags as they are made, changed and put on contacts. The list of them is in `contacts.api.ts`: it filters contacts.
import type { Contact } from '@rapport/contract/contacts.api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { useContactWrite } from '../contacts/use-contact-write.ts';

export type Tag = Contact['tags'][number];

/** How many contacts have a tag. */
export const taggedCountQuery = (tag_id: string) =>
  queryOptions({
    queryKey: keys.contactList({ tag_id, counted: true }),
    queryFn: ({ signal }) =>
      client.listContacts({ query: { tag_ids: [tag_id], page: 0, page_size: 1 }, signal }),
    staleTime: 0,
    select: ({ total_count }) => total_count,
  });

/** Puts a tag on a contact or takes it off, on screen at once. @returns whether the server took it */
export const useTagging = (contact_id: string) => {
  const write = useContactWrite(contact_id);
  return (tag: Tag, on: boolean): Promise<boolean> => {
    const params = { contact_id, tag_id: tag.id };
    return write(
      (contact) => {
        const others = contact.tags.filter(({ id }) => id !== tag.id);
        return { ...contact, tags: on ? [...others, tag] : others };
      },
      () => (on ? client.tagContact({ params }) : client.untagContact({ params })),
    );
  };
};

/** A change of the tags themselves: wherever they are shown is fetched again. */
const useTagChange = <Values, Answer>(change: (values: Values) => Promise<Answer>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      void queryClient.invalidateQueries({ queryKey: keys.contacts });
      await queryClient.invalidateQueries({ queryKey: keys.tags });
    },
  });
};

export const useCreateTag = () =>
  useTagChange((body: { name: string; color: string }) => client.createTag({ body }));

export const useUpdateTag = () =>
  useTagChange(({ id, ...body }: { id: string; name?: string; color?: string }) =>
    client.updateTag({ params: { tag_id: id }, body }),
  );

export const useRemoveTag = () =>
  useTagChange((tag_id: string) => client.removeTag({ params: { tag_id } }));
