// The todos of a contact as the server knows them.
import type { Todo } from '@rapport/contract/todos.api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';

/** Open ones by due date, then those that are over. */
export const todosQuery = (contact_id: string) =>
  queryOptions({
    queryKey: keys.contactTodos(contact_id),
    queryFn: ({ signal }) => client.listContactTodos({ params: { contact_id }, signal }),
    select: ({ todos }) => todos,
  });

export type NewTodo = Parameters<typeof client.createTodo>[0]['body'];

/** A change of the todos of a contact, after which the list is fetched again; failed ones too, to put it right. */
const useChange = <Values, Answer>(
  contact_id: string,
  change: (values: Values) => Promise<Answer>,
) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.contactTodos(contact_id) }),
  });
};

export const useCreateTodo = (contact_id: string) =>
  useChange(contact_id, (body: Omit<NewTodo, 'contact_id'>) =>
    client.createTodo({ body: { ...body, contact_id } }),
  );

type TodoChanges = Parameters<typeof client.updateTodo>[0]['body'];

export const useUpdateTodo = (contact_id: string) =>
  useChange(contact_id, ({ todo_id, ...body }: TodoChanges & { todo_id: string }) =>
    client.updateTodo({ params: { todo_id }, body }),
  );

export const useMoveTodo = ({ id, contact_id }: Todo) =>
  useChange(contact_id, (status: Todo['status']) =>
    client.moveTodo({ params: { todo_id: id }, body: { status } }),
  );

export const useRemoveTodo = ({ id, contact_id }: Todo) =>
  useChange(contact_id, () => client.removeTodo({ params: { todo_id: id } }));
