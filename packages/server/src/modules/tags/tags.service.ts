// Tags: the labels with which an organization sorts its contacts.
import type { Ctx } from '../../platform/ctx.ts';
import { insertTags, listTags } from './tags.queries.ts';

export { listTags };

/** The ten tags that every organization starts with (specification, decisions, section 2). */
const DEFAULT_TAGS = [
  { name: 'New Lead', color: '#6366f1' },
  { name: 'Hot Lead', color: '#f97316' },
  { name: 'Existing Client', color: '#22c55e' },
  { name: 'Follow-up Needed', color: '#eab308' },
  { name: 'Appointment Scheduled', color: '#3b82f6' },
  { name: 'Complaint', color: '#ef4444' },
  { name: 'Urgent', color: '#dc2626' },
  { name: 'VIP', color: '#a855f7' },
  { name: 'Unqualified', color: '#94a3b8' },
  { name: 'Do Not Contact', color: '#1e293b' },
];

export const createDefaultTags = async (ctx: Ctx): Promise<void> => insertTags(ctx, DEFAULT_TAGS);
