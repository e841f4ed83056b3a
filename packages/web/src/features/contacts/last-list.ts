// Which list a person came from, so that the way back leads to the same search, tags and page.
import type { ContactsSearch } from './list-filter.ts';

let last: ContactsSearch = {};

export const lastList = (): ContactsSearch => last;
export const rememberList = (search: ContactsSearch): void => {
  last = search;
};
