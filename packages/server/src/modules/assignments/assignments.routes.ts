import type { assignmentsApi } from '@rapport/contract/assignments.api';
import type { Handlers } from '../../platform/http/mount.ts';
import { presentAssignment } from './assignments.present.ts';
import * as assignments from './assignments.service.ts';

export const assignmentsHandlers: Handlers<typeof assignmentsApi> = {
  listAssignments: async (ctx, { query }) => {
    const page = await assignments.listAssignments(ctx, query);
    return { ...page, contacts: page.contacts.map(presentAssignment) };
  },
  assignMember: async (ctx, { params }) => {
    await assignments.assignMember(ctx, params.contact_id, params.member_id);
    return { ok: true };
  },
  unassignMember: async (ctx, { params }) => {
    await assignments.unassignMember(ctx, params.contact_id, params.member_id);
    return { ok: true };
  },
};
