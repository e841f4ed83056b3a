// What the list of assignments shows, as it stands in the address: /contacts/assignments?member=unassigned&page=2
import { CONTACT_SORTS, type ContactSort } from '@rapport/contract/contacts.words';
import { filterOf as contactsFilterOf, readSearch } from '../contacts/list-filter.ts';

/** As the address holds it: defaults left out, pages from 1, as people count. */
export type AssignmentsSearch = {
  search?: string;
  sort?: ContactSort;
  tags?: string;
  member?: string;
  page?: number;
};

/** As the API takes it: pages from 0. */
export type AssignmentsFilter = {
  search: string;
  sort: ContactSort;
  tags: string[];
  /** `all`, `unassigned`, or the id of a member. */
  member: string;
  page: number;
};

const DEFAULT_SORT: ContactSort = 'name_asc';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const EVERYBODY: AssignmentsFilter = {
  search: '',
  sort: DEFAULT_SORT,
  tags: [],
  member: 'all',
  page: 0,
};

/** Whether contacts are left out. */
export const isFiltered = ({ search, tags, member }: AssignmentsFilter): boolean =>
  search !== '' || tags.length > 0 || member !== 'all';

/** Reads an address, whoever wrote it: what makes no sense is left out. */
export const readAssignments = (raw: Record<string, unknown>): AssignmentsSearch => {
  const { search, tags, page } = contactsFilterOf(readSearch(raw));
  return writeAssignments({
    search,
    tags,
    page,
    sort: CONTACT_SORTS.find((sort) => sort === raw['sort']) ?? DEFAULT_SORT,
    member: memberOf(raw['member']),
  });
};

export const filterOf = ({
  search = '',
  sort = DEFAULT_SORT,
  tags,
  member = 'all',
  page = 1,
}: AssignmentsSearch): AssignmentsFilter => ({
  search,
  sort,
  tags: tags ? tags.split(',') : [],
  member,
  page: page - 1,
});

/** The shortest address of a filter. */
export const writeAssignments = ({
  search,
  sort,
  tags,
  member,
  page,
}: AssignmentsFilter): AssignmentsSearch => ({
  ...(search !== '' && { search }),
  ...(sort !== DEFAULT_SORT && { sort }),
  ...(tags.length > 0 && { tags: tags.join(',') }),
  ...(member !== 'all' && { member }),
  ...(page > 0 && { page: page + 1 }),
});

const memberOf = (value: unknown): string =>
  typeof value === 'string' && (value === 'unassigned' || UUID.test(value)) ? value : 'all';
