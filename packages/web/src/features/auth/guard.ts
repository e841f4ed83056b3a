// The door of the signed-in pages: nobody signed in leads to sign-in, or on the first start to sign-up.
import type { Me } from '@rapport/contract/auth.api';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { isStatus } from '../../lib/api.ts';
import { meQuery, setupQuery } from './auth.api.ts';

/** A path of this app to go to after sign-in; anything else (another site) is dropped. */
export const safeNext = (next: unknown): string | undefined =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && next !== '/' ? next : undefined;

/** @throws a redirect to `/sign-in` or `/sign-up` that remembers where to go */
export const requireMe = async (queryClient: QueryClient, href: string): Promise<Me> => {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (!isStatus(error, 401)) throw error;
    const { sign_up } = await queryClient.fetchQuery(setupQuery);
    throw redirect({
      to: sign_up === 'first_owner' ? '/sign-up' : '/sign-in',
      search: { next: safeNext(href) },
    });
  }
};
