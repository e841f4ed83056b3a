// Filters that people keep under a name, as the server knows them and as the address holds them.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { type ContactsFilter, toApi, writeSearch } from './list-filter.ts';

export const savedFiltersQuery = queryOptions({
  queryKey: keys.contactFilters,
  queryFn: ({ signal }) => client.listContactFilters({ signal }),
  select: ({ filters }) => filters,
});

export type SavedFilter = Awaited<ReturnType<typeof client.listContactFilters>>['filters'][number];

/** The first page of what a saved filter shows. */
export const filterOfSaved = ({ filter }: SavedFilter): ContactsFilter => ({
  search: filter.search ?? '',
  sort: filter.sort,
  tags: filter.tag_ids,
  statuses: filter.status,
  stages: filter.pipeline_stage,
  assignee: filter.assignee ?? null,
  page: 0,
});

/** The saved filter that shows what is shown, whatever the page. */
export const savedAs = (
  filter: ContactsFilter,
  saved: readonly SavedFilter[],
): SavedFilter | undefined => {
  const address = (one: ContactsFilter) => JSON.stringify(writeSearch({ ...one, page: 0 }));
  return saved.find((one) => address(filterOfSaved(one)) === address(filter));
};

const toSaved = (filter: ContactsFilter) => ({ ...toApi(filter), sort: filter.sort });

const useChange = <Values, Answer>(change: (values: Values) => Promise<Answer>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.contactFilters }),
  });
};

export const useCreateFilter = () =>
  useChange(({ filter, ...body }: { name: string; shared: boolean; filter: ContactsFilter }) =>
    client.createContactFilter({ body: { ...body, filter: toSaved(filter) } }),
  );

type Changes = { id: string; name?: string; shared?: boolean; filter?: ContactsFilter };

export const useUpdateFilter = () =>
  useChange(({ id, filter, ...body }: Changes) =>
    client.updateContactFilter({
      params: { filter_id: id },
      body: { ...body, ...(filter && { filter: toSaved(filter) }) },
    }),
  );

export const useRemoveFilter = () =>
  useChange((id: string) => client.removeContactFilter({ params: { filter_id: id } }));
