// What the list of contacts shows, as it stands in the address: /contacts?search=anna&sort=name_asc&tags=a,b&page=2
import { CONTACT_SORTS, type ContactSort } from '@rapport/contract/contacts.words';

/** As the address holds it: defaults left out, pages from 1, as people count. */
export type ContactsSearch = { search?: string; sort?: ContactSort; tags?: string; page?: number };

/** As the API takes it: pages from 0. */
export type ContactsFilter = { search: string; sort: ContactSort; tags: string[]; page: number };

const DEFAULT_SORT: ContactSort = 'recently_added';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST_SEARCH = 200;
const LAST_PAGE = 1_000_000;

/** Reads an address, whoever wrote it: what makes no sense is left out. */
export const readSearch = (raw: Record<string, unknown>): ContactsSearch =>
  writeSearch({
    search: textOf(raw['search']).slice(0, LONGEST_SEARCH),
    sort: CONTACT_SORTS.find((sort) => sort === raw['sort']) ?? DEFAULT_SORT,
    tags: textOf(raw['tags'])
      .split(',')
      .filter((tag) => UUID.test(tag)),
    page: pageOf(raw['page']),
  });

export const filterOf = (search: ContactsSearch): ContactsFilter => ({
  search: search.search ?? '',
  sort: search.sort ?? DEFAULT_SORT,
  tags: search.tags ? search.tags.split(',') : [],
  page: (search.page ?? 1) - 1,
});

/** The shortest address of a filter. */
export const writeSearch = ({ search, sort, tags, page }: ContactsFilter): ContactsSearch => ({
  ...(search === '' ? {} : { search }),
  ...(sort === DEFAULT_SORT ? {} : { sort }),
  ...(tags.length === 0 ? {} : { tags: tags.join(',') }),
  ...(page === 0 ? {} : { page: page + 1 }),
});

/** A search for digits arrives from the address as a number. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const pageOf = (value: unknown): number => {
  const page = Number(value);
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page - 1 : 0;
};
