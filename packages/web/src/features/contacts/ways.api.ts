// Phones, e-mails and addresses of a contact, as the server takes them: the same three verbs for each.
import type { Contact } from '@rapport/contract/contacts.api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { contactQuery } from './contacts.api.ts';

export type WayKind = 'phone' | 'email' | 'address';
export type Way =
  | { kind: 'phone'; entry: Contact['phones'][number] }
  | { kind: 'email'; entry: Contact['emails'][number] }
  | { kind: 'address'; entry: Contact['addresses'][number] };

type WayText = 'phone_number' | 'email' | 'label' | 'street' | 'city' | 'state' | 'zip' | 'country';
/** What is left out stays as it is; `is_first` is what the API calls preferred or primary. */
export type WayValues = Partial<Record<WayText, string>> & { is_first?: boolean };

/** What an entry holds, as the values that would make it again. */
export const valuesOf = ({ kind, entry }: Way): WayValues => {
  const label = entry.label ?? '';
  if (kind === 'phone')
    return { phone_number: entry.phone_number, label, is_first: entry.is_preferred };
  if (kind === 'email') return { email: entry.email, label, is_first: entry.is_preferred };
  const { street, city, state, zip, country, is_primary } = entry;
  return {
    label,
    street: street ?? '',
    city: city ?? '',
    state: state ?? '',
    zip: zip ?? '',
    country: country ?? '',
    is_first: is_primary,
  };
};

export const createWay = (contact_id: string, kind: WayKind, values: WayValues) => {
  const params = { contact_id };
  const { phone_number = '', email = '', label, is_first, ...place } = values;
  if (kind === 'phone')
    return client.createPhone({ params, body: { phone_number, label, is_preferred: is_first } });
  if (kind === 'email')
    return client.createEmail({ params, body: { email, label, is_preferred: is_first } });
  return client.createAddress({ params, body: { ...place, label, is_primary: is_first } });
};

export const updateWay = (contact_id: string, kind: WayKind, id: string, values: WayValues) => {
  const { phone_number, email, label, is_first, ...place } = values;
  if (kind === 'phone')
    return client.updatePhone({
      params: { contact_id, phone_id: id },
      body: { phone_number, label, is_preferred: is_first },
    });
  if (kind === 'email')
    return client.updateEmail({
      params: { contact_id, email_id: id },
      body: { email, label, is_preferred: is_first },
    });
  return client.updateAddress({
    params: { contact_id, address_id: id },
    body: { ...place, label, is_primary: is_first },
  });
};

export const removeWay = (contact_id: string, kind: WayKind, id: string) => {
  if (kind === 'phone') return client.removePhone({ params: { contact_id, phone_id: id } });
  if (kind === 'email') return client.removeEmail({ params: { contact_id, email_id: id } });
  return client.removeAddress({ params: { contact_id, address_id: id } });
};

/** Adds an entry, or changes the one with this id. */
export const useSaveWay = (contact_id: string, kind: WayKind, id: string | null) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (values: WayValues) =>
      id === null ? createWay(contact_id, kind, values) : updateWay(contact_id, kind, id, values),
    onSuccess: (contact) => {
      queryClient.setQueryData(contactQuery(contact_id).queryKey, contact);
      void queryClient.invalidateQueries({ queryKey: keys.contactLists });
    },
  });
};
