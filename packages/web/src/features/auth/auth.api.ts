// Who is signed in, and the ways in and out.
import type { Permission } from '@rapport/contract/permissions';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { authError } from './auth-errors.ts';

/** Whether somebody may sign up, and as what. */
export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: ({ signal }) => client.getSetup({ signal }),
  staleTime: 0,
});

/** The signed-in person; 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => client.getMe({ signal }),
  staleTime: 60_000,
});

/** What an invitation link is for; 404 when it is used up, withdrawn or expired. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: keys.invitation(token),
    queryFn: ({ signal }) => client.getInvitation({ params: { token }, signal }),
    retry: false,
  });

/** The signed-in person. Only below the guard of the signed-in routes. */
export const useMe = () => useSuspenseQuery(meQuery).data;

/** Whether the signed-in person may do this. The server decides again. */
export const useCan = (permission: Permission): boolean =>
  useMe().member.permissions.includes(permission);

/** Calls better-auth. @throws ApiError with one sentence */
const post = async (path: string, body: object): Promise<void> => {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) throw authError(0, null);
  if (!response.ok) throw authError(response.status, await response.json().catch(() => null));
};

export type SignUp = {
  name: string;
  email: string;
  password: string;
  /** For the first owner, or where anybody may open an organization. */
  organization_name?: string;
  invitation_token?: string;
};

export const signUp = (body: SignUp): Promise<void> => post('sign-up/email', body);

export const signIn = (body: { email: string; password: string }): Promise<void> =>
  post('sign-in/email', body);

export const signOut = (): Promise<void> => post('sign-out', {});

/** Ends the sessions on other devices too. */
export const changePassword = (current: string, next: string): Promise<void> =>
  post('change-password', {
    currentPassword: current,
    newPassword: next,
    revokeOtherSessions: true,
  });
