// What this page is sending: shown at once, kept through a lost connection, gone when the server's own
// message is there. Lives as long as the page; a request is always sent again under its first key, so that
// the server makes one message of it.
import { useSyncExternalStore } from 'react';
import type { client } from '../../lib/api.ts';

export type SendRequest = Parameters<typeof client.sendMessage>[0]['body'];

export type Outgoing = {
  /** The Idempotency-Key. */
  key: string;
  request: SendRequest;
  /** What was attached, for the bubble. */
  attachments: { id: string; file_name: string; preview_url: string | null }[];
  created_at: string;
  /** Why the server did not take it; null while it is under way. */
  error: unknown;
};

const NONE: readonly Outgoing[] = [];
let all: readonly Outgoing[] = NONE;
let byContact = new Map<string, readonly Outgoing[]>();
const listeners = new Set<() => void>();

const change = (next: readonly Outgoing[]) => {
  all = next;
  byContact = Map.groupBy(all, ({ request }) => request.contact_id);
  for (const listener of listeners) listener();
};

export const addOutgoing = (one: Outgoing): void => change([...all, one]);

export const failOutgoing = (key: string, error: unknown): void =>
  change(all.map((one) => (one.key === key ? { ...one, error } : one)));

export const removeOutgoing = (key: string): void => change(all.filter((one) => one.key !== key));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What is on its way to a contact, the oldest first. */
export const useOutgoing = (contact_id: string): readonly Outgoing[] =>
  useSyncExternalStore(subscribe, () => byContact.get(contact_id) ?? NONE);
