// Organization, members, invitations and gateway keys as the server knows them.
import type { Role } from '@rapport/contract/permissions';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { meQuery } from '../auth/auth.api.ts';

export const membersQuery = queryOptions({
  queryKey: keys.members,
  queryFn: async ({ signal }) => (await client.listMembers({ signal })).members,
});

export const invitationsQuery = queryOptions({
  queryKey: keys.invitations,
  queryFn: async ({ signal }) => (await client.listInvitations({ signal })).invitations,
});

export const gatewayKeysQuery = queryOptions({
  queryKey: keys.gatewayKeys,
  queryFn: async ({ signal }) => (await client.listGatewayKeys({ signal })).gateway_keys,
});

/** A change after which these keys are fetched again. */
const useChange = <Values, Answer>(
  change: (values: Values) => Promise<Answer>,
  ...stale: (readonly string[])[]
) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
};

type OrganizationChanges = Parameters<typeof client.updateOrganization>[0]['body'];

export const useUpdateOrganization = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OrganizationChanges) => client.updateOrganization({ body }),
    onSuccess: (organization) =>
      queryClient.setQueryData(meQuery.queryKey, (me) => me && { ...me, organization }),
  });
};

export const useUpdateMember = () =>
  useChange(
    ({ member_id, role }: { member_id: string; role: Role }) =>
      client.updateMember({ params: { member_id }, body: { role } }),
    keys.members,
    keys.me,
  );

export const useRemoveMember = () =>
  useChange(
    (member_id: string) => client.removeMember({ params: { member_id } }),
    keys.members,
    keys.me,
  );

export const useCreateInvitation = () =>
  useChange(
    (body: { email: string; role: Role }) => client.createInvitation({ body }),
    keys.invitations,
  );

export const useRemoveInvitation = () =>
  useChange(
    (invitation_id: string) => client.removeInvitation({ params: { invitation_id } }),
    keys.invitations,
  );

export const useCreateGatewayKey = () =>
  useChange((name: string) => client.createGatewayKey({ body: { name } }), keys.gatewayKeys);

export const useRemoveGatewayKey = () =>
  useChange(
    (gateway_key_id: string) => client.removeGatewayKey({ params: { gateway_key_id } }),
    keys.gatewayKeys,
  );
