// Assignments as the server knows them: the list, the counts, one at a time and many at once.
import type { ContactAssignment } from '@rapport/contract/assignments.api';
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import type { AssignmentsFilter } from './assignments-filter.ts';

export const PAGE_SIZE = 25;

export type Assignee = ContactAssignment['assigned_users'][number];

/** One page of the list; the page before stays on screen while the next one loads. */
export const assignmentsQuery = ({ search, sort, tags, member, page }: AssignmentsFilter) =>
  queryOptions({
    queryKey: keys.assignmentList({ search, sort, tags, member, page }),
    queryFn: ({ signal }) =>
      client.listAssignments({
        query: { search, sort, tag_ids: tags, member_filter: member, page, page_size: PAGE_SIZE },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** How many contacts there are in all, and how many of them are assigned: whatever the list shows. */
export const assignmentCountsQuery = queryOptions({
  queryKey: keys.assignmentList({ only: 'counts' }),
  queryFn: ({ signal }) => client.listAssignments({ query: { page_size: 1 }, signal }),
  select: ({ assigned_count, total_count }) => ({ assigned: assigned_count, total: total_count }),
});

type AssignmentPage = { contacts: ContactAssignment[] };

/** Shows the assignees of a contact in every list that is on screen or kept. */
const showAssignees = (
  queryClient: QueryClient,
  contact_id: string,
  change: (assignees: Assignee[]) => Assignee[],
): void => {
  queryClient.setQueriesData<AssignmentPage>({ queryKey: keys.assignments }, (page) => {
    if (!page) return page;
    const contacts = page.contacts.map((contact) =>
      contact.id === contact_id
        ? { ...contact, assigned_users: change(contact.assigned_users) }
        : contact,
    );
    return { ...page, contacts };
  });
};

export type AssignmentChange = { contact_id: string; assignee: Assignee; on: boolean };

/** Assigns a member to a contact, or removes them: on screen at once, taken back when it fails. */
export const useChangeAssignment = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ contact_id, assignee: { member_id }, on }: AssignmentChange) => {
      const params = { contact_id, member_id };
      return on ? client.assignMember({ params }) : client.unassignMember({ params });
    },
    onMutate: async ({ contact_id, assignee, on }) => {
      await queryClient.cancelQueries({ queryKey: keys.assignments });
      showAssignees(queryClient, contact_id, (assignees) => {
        const others = assignees.filter(({ member_id }) => member_id !== assignee.member_id);
        return on ? [...others, assignee] : others;
      });
    },
    // What failed is fetched again too: that puts the list right.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: keys.contacts }),
  });
};
