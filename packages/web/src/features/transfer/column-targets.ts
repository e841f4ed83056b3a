// What a column of a file can be, in words, and how a choice changes the mapping.
import type { ContactImport } from '@rapport/contract/contact-imports.api';
import type { Target } from '@rapport/domain/transfer/contacts/targets';

export type Mapping = ContactImport['mapping'];

const WORDS: Record<Target, string> = {
  name: 'Full name',
  first_name: 'First name',
  last_name: 'Last name',
  company: 'Company',
  job_title: 'Job title',
  phone: 'Phone',
  phone_label: 'Label of the phone',
  email: 'E-mail',
  email_label: 'Label of the e-mail',
  street: 'Street',
  city: 'City',
  state: 'State or region',
  zip: 'ZIP or postal code',
  country: 'Country',
  address_label: 'Label of the address',
  tags: 'Tags',
  note: 'Note',
  date_of_birth: 'Birthday',
  gender: 'Gender',
  status: 'Status',
  pipeline_stage: 'Pipeline stage',
  source: 'Source',
  timezone: 'Time zone',
  preferred_language: 'Language',
  avatar_url: 'Picture (https address)',
  ai_summary: 'Summary',
  external_id: 'External ID',
  id: 'Rapport ID',
};

export type Choice = Target | 'skip';

/** `skip` first, then as people know a contact. */
export const CHOICES: readonly { value: Choice; label: string }[] = [
  { value: 'skip', label: 'Do not import' },
  ...Object.entries(WORDS).map(([value, label]) => ({ value: value as Target, label })),
];

export const entryOf = (mapping: Mapping, column: number) =>
  mapping.find((entry) => entry.column === column);

/** The mapping with another choice for one column, as a person made it: no guess any more. */
export const choose = (mapping: Mapping, column: number, choice: Choice): Mapping => {
  const others = mapping.filter((entry) => entry.column !== column);
  return choice === 'skip'
    ? others
    : [...others, { column, target: choice }].toSorted((a, b) => a.column - b.column);
};

const ONE_ONLY = new Set<Target>([
  'id',
  'external_id',
  'name',
  'first_name',
  'last_name',
  'company',
  'job_title',
  'status',
  'pipeline_stage',
  'source',
  'date_of_birth',
  'gender',
  'timezone',
  'preferred_language',
  'avatar_url',
  'ai_summary',
]);

/** Whether another column before this one is the same, so that this one only fills its gaps. */
export const isSecond = (mapping: Mapping, column: number): boolean => {
  const entry = entryOf(mapping, column);
  return (
    entry !== undefined &&
    ONE_ONLY.has(entry.target) &&
    mapping.some((other) => other.column < column && other.target === entry.target)
  );
};

const NAMING = new Set<Target>([
  'name',
  'first_name',
  'last_name',
  'company',
  'phone',
  'email',
  'external_id',
  'id',
]);

/** Whether a row says who it is at all. */
export const namesSomebody = (mapping: Mapping): boolean =>
  mapping.some(({ target }) => NAMING.has(target));
