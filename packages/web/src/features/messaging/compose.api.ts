// What the compose box needs from the server: who we are when we write, who must not be written to, canned texts.
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** The numbers that the organization sends from. */
export const phoneNumbersQuery = queryOptions({
  queryKey: keys.phoneNumbers,
  queryFn: async ({ signal }) => (await client.listPhoneNumbers({ signal })).phone_numbers,
  staleTime: 60_000,
});

/** The addresses that the organization sends e-mail from. */
export const emailAddressesQuery = queryOptions({
  queryKey: keys.emailAddresses,
  queryFn: async ({ signal }) => (await client.listEmailAddresses({ signal })).email_addresses,
  staleTime: 60_000,
});

/** Which numbers and addresses of a contact must not be written to. */
export const contactSuppressionsQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactSuppressions(contact_id),
    queryFn: async ({ signal }) =>
      (await client.listContactSuppressions({ params: { contact_id }, signal })).suppressions,
  });

export const cannedRepliesQuery = queryOptions({
  queryKey: keys.cannedReplies,
  queryFn: async ({ signal }) => (await client.listCannedReplies({ signal })).canned_replies,
  staleTime: 60_000,
});

/** The text of a canned reply for one contact. */
export const fillCannedReply = (canned_reply_id: string, contact_id: string) =>
  client.fillCannedReply({ params: { canned_reply_id }, query: { contact_id } });
