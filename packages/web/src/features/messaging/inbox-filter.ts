// What the inbox shows, as it stands in the address: /messaging?show=unread&search=anna

const INBOX_SHOWS = ['all', 'unread', 'needs_reply', 'needs_follow_up'] as const;
export type InboxShow = (typeof INBOX_SHOWS)[number];

/** As the address holds it: defaults left out. `message` leads to one message of the open conversation. */
export type InboxSearch = { show?: InboxShow; search?: string; message?: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST_SEARCH = 200;

/** Reads an address, whoever wrote it: what makes no sense is left out. */
export const readInbox = (raw: Record<string, unknown>): InboxSearch => {
  const show = INBOX_SHOWS.find((one) => one === raw['show']);
  const search = textOf(raw['search']).slice(0, LONGEST_SEARCH);
  const message = textOf(raw['message']);
  return {
    ...(show && show !== 'all' ? { show } : {}),
    ...(search === '' ? {} : { search }),
    ...(UUID.test(message) ? { message } : {}),
  };
};

/** The same list without a message to lead to. */
export const withoutMessage = ({ show, search }: InboxSearch): InboxSearch => ({
  ...(show && { show }),
  ...(search && { search }),
});

/** A search for digits arrives from the address as a number. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
