import type { Contact } from '@rapport/contract/contacts.api';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../../lib/keys.ts';
import { toast } from '../../ui/toast.tsx';
import { contactQuery } from './contacts.api.ts';

/**
 * Changes what hangs on a contact (tags, members, the preferred phone): on screen at once, on the server
 * next. A refusal takes the change back and says why.
 */
export const useContactWrite = (contact_id: string) => {
  const queryClient = useQueryClient();
  const { queryKey } = contactQuery(contact_id);
  /** @returns whether the server took it */
  return async (
    change: (contact: Contact) => Contact,
    write: () => Promise<unknown>,
  ): Promise<boolean> => {
    await queryClient.cancelQueries({ queryKey });
    const before = queryClient.getQueryData(queryKey);
    queryClient.setQueryData(queryKey, (contact) => contact && change(contact));
    try {
      await write();
      return true;
    } catch (error) {
      queryClient.setQueryData(queryKey, before);
      toast.error(error);
      return false;
    } finally {
      void queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: keys.contactLists });
    }
  };
};
