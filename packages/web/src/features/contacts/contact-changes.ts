// What happens when two people change one contact: what clashes, and what does not.
import type { Contact } from '@rapport/contract/contacts.api';

/** The fields that are edited in place. */
export const EDITED_FIELDS = [
  'first_name',
  'last_name',
  'company',
  'job_title',
  'status',
  'pipeline_stage',
  'preferred_language',
  'timezone',
  'gender',
  'date_of_birth',
  'source',
  'external_id',
] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];
export type ContactChanges = Partial<Pick<Contact, EditedField>>;

export const FIELD_LABELS: Record<EditedField, string> = {
  first_name: 'First name',
  last_name: 'Last name',
  company: 'Company',
  job_title: 'Title',
  status: 'Status',
  pipeline_stage: 'Stage',
  preferred_language: 'Language',
  timezone: 'Time zone',
  gender: 'Gender',
  date_of_birth: 'Birthday',
  source: 'Source',
  external_id: 'External ID',
};

export const changedFields = (changes: ContactChanges): EditedField[] =>
  EDITED_FIELDS.filter((field) => field in changes);

/** The same fields with the values that a contact has now: what undoes the changes. */
export const currentValues = (contact: Contact, changes: ContactChanges): ContactChanges =>
  Object.fromEntries(changedFields(changes).map((field) => [field, contact[field]]));

/**
 * The fields that somebody else changed meanwhile to something else than we want. Changes of other
 * fields do not clash: ours can be saved on top of them.
 * @param seen the contact as it was when we changed it
 * @param theirs the contact as it is on the server
 */
export const clashesOf = (changes: ContactChanges, seen: Contact, theirs: Contact): EditedField[] =>
  changedFields(changes).filter(
    (field) => theirs[field] !== seen[field] && theirs[field] !== changes[field],
  );

/** "Company saved", "Name saved", "Company cleared". */
export const savedSentence = (changes: ContactChanges): string => {
  const fields = changedFields(changes);
  const isName = fields.some((field) => field === 'first_name' || field === 'last_name');
  const label = isName ? 'Name' : fields.map((field) => FIELD_LABELS[field]).join(', ');
  const isCleared = fields.every((field) => changes[field] === null || changes[field] === '');
  return `${label} ${isCleared ? 'cleared' : 'saved'}`;
};
