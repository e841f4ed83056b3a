// What the operator of the installation may do, across all organizations.
import type { BaseCtx } from '../../platform/ctx.ts';
import { authErrors } from './auth.errors.ts';
import { listOrganizations, updateSuperAdmin } from './members.queries.ts';

export { listOrganizations };

/** Makes somebody an operator, or takes it back. @throws USER_NOT_FOUND */
export const setSuperAdmin = async (
  ctx: BaseCtx,
  email: string,
  super_admin: boolean,
): Promise<void> => {
  if (!(await updateSuperAdmin(ctx.db, email, super_admin)))
    throw authErrors.USER_NOT_FOUND({ email });
};
