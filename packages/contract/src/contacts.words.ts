// The closed lists of contacts. Without Zod: the web app offers them as choices.

export const CONTACT_STATUSES = ['active', 'inactive', 'do_not_contact', 'archived'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

export const CONTACT_SORTS = ['recently_added', 'name_asc', 'last_contacted_at'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];
