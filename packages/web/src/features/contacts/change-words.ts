// Lines of the audit log in words: who, by which way, and what was before and after.
import { EDITED_FIELDS, type EditedField, FIELD_LABELS } from './contact-changes.ts';
import { fieldWord, sentenceCase } from './contact-words.ts';
import { formatPhone } from '../../lib/format.ts';
import type { Change } from './history.api.ts';

/** Lines that were written at one moment by one person, by one way. */
export type ChangeGroup = {
  key: string;
  at: string;
  author: string;
  /** By which way, where it is not by hand. */
  way: string | null;
  changes: Change[];
};

const WAYS: Record<Change['way'], string | null> = {
  person: null,
  import: 'Import',
  enrichment: 'Enrichment',
  merge: 'Merge',
  program: 'Program',
};

const authorOf = ({ member_id, member_name, way }: Change): string =>
  member_name ?? (member_id !== null || way === 'person' ? 'A former member' : WAYS[way]!);

/** Neighbours that belong together, newest first; within a group as they were written. */
export const groupChanges = (changes: readonly Change[]): ChangeGroup[] => {
  const groups: ChangeGroup[] = [];
  for (const change of changes) {
    const author = authorOf(change);
    const way = change.member_name === null ? null : WAYS[change.way];
    const last = groups.at(-1);
    if (last && last.at === change.created_at && last.author === author && last.way === way)
      last.changes.unshift(change);
    else groups.push({ key: change.id, at: change.created_at, author, way, changes: [change] });
  }
  return groups;
};

const LABELS: Record<string, string> = {
  ...FIELD_LABELS,
  avatar_url: 'Picture',
  ai_summary: 'Summary',
  phone: 'Phone',
  preferred_phone: 'Preferred phone',
  email: 'E-mail',
  preferred_email: 'Preferred e-mail',
  address: 'Address',
  primary_address: 'Primary address',
  tag: 'Tag',
  assigned_user: 'Assigned to',
  merge: 'Merge',
  contact: 'Contact',
};

const isEdited = (field: string): field is EditedField =>
  (EDITED_FIELDS as readonly string[]).includes(field);

const valueWord = (field: string, value: string): string => {
  if (isEdited(field)) return fieldWord(field, value);
  // A label in brackets may follow the number.
  if (field === 'phone' || field === 'preferred_phone')
    return value.replace(/^\+\d+/, (number) => formatPhone(number));
  return value;
};

/** What a line says: the field, and its value before and after where there was one. */
export const changeWords = ({
  field,
  before,
  after,
}: Pick<Change, 'field' | 'before' | 'after'>): {
  label: string;
  before: string | null;
  after: string | null;
} => {
  if (field === 'contact')
    return { label: `Contact ${after ?? 'changed'}`, before: null, after: null };
  if (field === 'merge')
    return after
      ? { label: 'Merged with', before: null, after }
      : { label: 'Parted again from', before: null, after: before };
  return {
    label: LABELS[field] ?? sentenceCase(field),
    before: before === null ? null : valueWord(field, before),
    after: after === null ? null : valueWord(field, after),
  };
};
