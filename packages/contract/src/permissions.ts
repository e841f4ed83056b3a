// Who may do what: roles are fixed, permissions are named `<area>:<action>`, and this table is the only place that joins them.

export const ROLES = ['owner', 'admin', 'member'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'contact:read',
  'contact:write',
  'contact:delete',
  'contact:assign',
  'message:read',
  'message:send',
  'enrichment:run',
  'enrichment:bulk',
  'memory:delete',
  'outreach:manage',
  'analytics:read',
  'import:run',
  'settings:read',
  'settings:manage',
  'members:read',
  'members:manage',
  'ownership:transfer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const MEMBER: Permission[] = [
  'contact:read',
  'contact:write',
  'message:read',
  'message:send',
  'enrichment:run',
  'settings:read',
  'members:read',
];

const OWNER_ONLY: Permission[] = ['enrichment:bulk', 'ownership:transfer'];

/** The permissions that each role has; a platform super admin has those of `owner`. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS.filter((permission) => !OWNER_ONLY.includes(permission)),
  member: MEMBER,
};
