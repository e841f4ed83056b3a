// What the list of contacts shows, as it stands in the address: /contacts?search=anna&stage=lead&tags=a,b&page=2
import {
  CONTACT_SORTS,
  CONTACT_STATUSES,
  type ContactSort,
  type ContactStatus,
} from '@rapport/contract/contacts.words';
import { PIPELINE_STAGES, type PipelineStage } from '@rapport/domain/enrichment/fields';

/** As the address holds it: defaults left out, pages from 1, as people count. */
export type ContactsSearch = {
  search?: string;
  sort?: ContactSort;
  tags?: string;
  status?: string;
  stage?: string;
  assignee?: string;
  page?: number;
};

/** Which contacts are meant, of several values any; without an order and a page. */
export type ContactsChoice = {
  search: string;
  tags: string[];
  statuses: ContactStatus[];
  stages: PipelineStage[];
  /** The id of a member, or `unassigned`; null for whoever it is. */
  assignee: string | null;
};

/** As the API takes it: pages from 0. */
export type ContactsFilter = ContactsChoice & { sort: ContactSort; page: number };

export const EVERYBODY: ContactsChoice = {
  search: '',
  tags: [],
  statuses: [],
  stages: [],
  assignee: null,
};

const DEFAULT_SORT: ContactSort = 'recently_added';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST_SEARCH = 200;
const LAST_PAGE = 1_000_000;

/** Reads an address, whoever wrote it: what makes no sense is left out. */
export const readSearch = (raw: Record<string, unknown>): ContactsSearch =>
  writeSearch({
    search: textOf(raw['search']).slice(0, LONGEST_SEARCH),
    sort: CONTACT_SORTS.find((sort) => sort === raw['sort']) ?? DEFAULT_SORT,
    tags: listOf(raw['tags']).filter((tag) => UUID.test(tag)),
    statuses: CONTACT_STATUSES.filter((status) => listOf(raw['status']).includes(status)),
    stages: PIPELINE_STAGES.filter((stage) => listOf(raw['stage']).includes(stage)),
    assignee: assigneeOf(raw['assignee']),
    page: pageOf(raw['page']),
  });

/** @param search as `readSearch` left it */
export const filterOf = (search: ContactsSearch): ContactsFilter => ({
  search: search.search ?? '',
  sort: search.sort ?? DEFAULT_SORT,
  tags: listOf(search.tags),
  statuses: listOf(search.status) as ContactStatus[],
  stages: listOf(search.stage) as PipelineStage[],
  assignee: search.assignee ?? null,
  page: (search.page ?? 1) - 1,
});

/** The shortest address of a filter. */
export const writeSearch = (filter: ContactsFilter): ContactsSearch => {
  const { search, sort, tags, statuses, stages, assignee, page } = filter;
  return {
    ...(search !== '' && { search }),
    ...(sort !== DEFAULT_SORT && { sort }),
    ...(tags.length > 0 && { tags: tags.join(',') }),
    ...(statuses.length > 0 && { status: statuses.join(',') }),
    ...(stages.length > 0 && { stage: stages.join(',') }),
    ...(assignee !== null && { assignee }),
    ...(page > 0 && { page: page + 1 }),
  };
};

/** Whether contacts are left out. */
export const isFiltered = (choice: ContactsChoice): boolean =>
  choice.search !== '' || hasChoices(choice);

/** Whether contacts are left out by anything but the search. */
export const hasChoices = ({ tags, statuses, stages, assignee }: ContactsChoice): boolean =>
  tags.length > 0 || statuses.length > 0 || stages.length > 0 || assignee !== null;

/** A choice in the words of the API: for lists, bulk actions, exports and saved filters alike. */
export const toApi = ({ search, tags, statuses, stages, assignee }: ContactsChoice) => ({
  search,
  tag_ids: tags,
  status: statuses,
  pipeline_stage: stages,
  ...(assignee !== null && { assignee }),
});

/** A search for digits arrives from the address as a number. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const listOf = (value: unknown): string[] => textOf(value).split(',').filter(Boolean);

const assigneeOf = (value: unknown): string | null => {
  const assignee = textOf(value);
  return assignee === 'unassigned' || UUID.test(assignee) ? assignee : null;
};

const pageOf = (value: unknown): number => {
  const page = Number(value);
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page - 1 : 0;
};
