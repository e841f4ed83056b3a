// Organization, members, invitations and gateway keys. Sign-up, sign-in and JWT live under /api/auth (see docs/auth.md).
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { PERMISSIONS, ROLES } from './permissions.ts';
import { done, time, timeZone, uuid } from './shared.ts';

const role = z.enum(ROLES);

export const organization = z.object({
  id: uuid,
  name: z.string(),
  /** ISO 3166-1 alpha-2: how a phone number without + is read. */
  default_country: z.string(),
  timezone: z.string(),
  /** Members see only the contacts that are assigned to them. */
  members_see_assigned_only: z.boolean(),
});
export type Organization = z.output<typeof organization>;

export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), super_admin: z.boolean() }),
  organization,
  member: z.object({ id: uuid, role, permissions: z.array(z.enum(PERMISSIONS)) }),
  /** Shows the welcome page when there is nothing yet. */
  has_contacts: z.boolean(),
  has_sample: z.boolean(),
});
export type Me = z.output<typeof me>;

export const member = z.object({
  id: uuid,
  user_id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  created_at: time,
});

export const invitation = z.object({
  id: uuid,
  email: z.string(),
  role,
  created_at: time,
  expires_at: time,
});

export const gatewayKey = z.object({
  id: uuid,
  name: z.string(),
  /** The first characters, to tell keys apart; the key itself is shown once. */
  prefix: z.string(),
  created_at: time,
  last_used_at: time.nullable(),
});

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as US')
  .refine((code) => {
    try {
      return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) !== code;
    } catch {
      return false;
    }
  }, 'is not a country');

const manage = { kind: 'person', permission: 'members:manage' } as const;
const token = z.object({ token: z.string().min(20).max(200) });

export const authApi = defineApi({
  getSetup: endpoint({
    method: 'GET',
    path: '/api/setup',
    access: { kind: 'public' },
    summary: 'Whether somebody may sign up, and as what.',
    response: z.object({ sign_up: z.enum(['first_owner', 'invitation', 'open']) }),
  }),
  getMe: endpoint({
    method: 'GET',
    path: '/api/me',
    access: { kind: 'person', permission: null },
    summary: 'Who is signed in, in which organization, with which permissions.',
    response: me,
  }),
  updateOrganization: endpoint({
    method: 'PATCH',
    path: '/api/organization',
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'Change name, default country, time zone or what members see.',
    body: z
      .object({
        name: z.string().trim().min(1).max(120),
        default_country: country,
        timezone: timeZone,
        members_see_assigned_only: z.boolean(),
      })
      .partial(),
    response: organization,
  }),
  listMembers: endpoint({
    method: 'GET',
    path: '/api/members',
    access: { kind: 'person', permission: 'members:read' },
    summary: 'The people of the organization.',
    response: z.object({ members: z.array(member) }),
  }),
  updateMember: endpoint({
    method: 'PATCH',
    path: '/api/members/{member_id}',
    access: manage,
    summary: 'Change a role. Only an owner makes or unmakes owners; the last owner stays.',
    params: z.object({ member_id: uuid }),
    body: z.object({ role }),
    response: member,
  }),
  removeMember: endpoint({
    method: 'DELETE',
    path: '/api/members/{member_id}',
    access: manage,
    summary: 'Take a person out of the organization; their sessions end at once.',
    params: z.object({ member_id: uuid }),
    response: done,
  }),
  listInvitations: endpoint({
    method: 'GET',
    path: '/api/invitations',
    access: manage,
    summary: 'Invitations that are neither accepted nor withdrawn nor expired.',
    response: z.object({ invitations: z.array(invitation) }),
  }),
  createInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations',
    access: manage,
    summary: 'Invite somebody by e-mail address; the link is shown once, to be passed on.',
    body: z.object({
      email: z.email('is not an e-mail address').max(254),
      role: role.default('member'),
    }),
    response: z.object({ invitation, token: z.string(), url: z.string() }),
    status: 201,
  }),
  removeInvitation: endpoint({
    method: 'DELETE',
    path: '/api/invitations/{invitation_id}',
    access: manage,
    summary: 'Withdraw an invitation.',
    params: z.object({ invitation_id: uuid }),
    response: done,
  }),
  getInvitation: endpoint({
    method: 'GET',
    path: '/api/invitations/by-token/{token}',
    access: { kind: 'public' },
    summary: 'What an invitation link is for.',
    params: token,
    response: z.object({ email: z.string(), role, organization_name: z.string() }),
  }),
  listGatewayKeys: endpoint({
    method: 'GET',
    path: '/api/gateway-keys',
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'Keys with which programs call the service API.',
    response: z.object({ gateway_keys: z.array(gatewayKey) }),
  }),
  createGatewayKey: endpoint({
    method: 'POST',
    path: '/api/gateway-keys',
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'Make a key; it is shown once and kept only as a hash.',
    body: z.object({ name: z.string().trim().min(1).max(80) }),
    response: z.object({ gateway_key: gatewayKey, key: z.string() }),
    status: 201,
  }),
  removeGatewayKey: endpoint({
    method: 'DELETE',
    path: '/api/gateway-keys/{gateway_key_id}',
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'Revoke a key; it stops working at once.',
    params: z.object({ gateway_key_id: uuid }),
    response: done,
  }),
  listOrganizations: endpoint({
    method: 'GET',
    path: '/api/admin/organizations',
    access: { kind: 'super_admin' },
    summary: 'All organizations of this installation, for its operator.',
    response: z.object({
      organizations: z.array(
        z.object({
          id: uuid,
          name: z.string(),
          created_at: time,
          members: z.number(),
          contacts: z.number(),
        }),
      ),
    }),
  }),
});
