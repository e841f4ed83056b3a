// Which roles a person may give: only an owner makes or unmakes owners.
import { ROLES, type Role } from '@rapport/contract/permissions';

export const ROLE_LABELS: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
};

/** One line on what a role may do. */
export const ROLE_HINTS: Record<Role, string> = {
  owner: 'Everything, bulk enrichment and making owners included.',
  admin: 'Everything but bulk enrichment and making owners.',
  member: 'Contacts, notes and messages day to day.',
};

/** The roles that somebody with role `own` may give. */
export const rolesToGive = (own: Role): Role[] =>
  ROLES.filter((role) => own === 'owner' || role !== 'owner');

type Member = { id: string; role: Role };

/**
 * Why this member cannot be changed by the one who looks; null when it can be.
 * @param viewer the member who looks
 */
export const whyFixed = (
  member: Member,
  viewer: Member,
  members: readonly Member[],
): string | null => {
  if (member.role === 'owner' && viewer.role !== 'owner')
    return 'Only an owner can change an owner.';
  const owners = members.filter(({ role }) => role === 'owner');
  if (member.role === 'owner' && owners.length === 1)
    return 'The last owner stays: make somebody else an owner first.';
  return null;
};
