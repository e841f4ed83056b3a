// What a column of a file can be: a field of the contact, or a part of a phone, e-mail or address.

/** Fields of which a contact has one. */
export const FIELD_TARGETS = [
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
] as const;
export type FieldTarget = (typeof FIELD_TARGETS)[number];

/** Columns that together make one address. */
export const ADDRESS_TARGETS = ['street', 'city', 'state', 'zip', 'country'] as const;
export type AddressTarget = (typeof ADDRESS_TARGETS)[number];

export const TARGETS = [
  ...FIELD_TARGETS,
  'phone',
  'phone_label',
  'email',
  'email_label',
  ...ADDRESS_TARGETS,
  'address_label',
  'tags',
  'note',
] as const;
export type Target = (typeof TARGETS)[number];

/** One column of a file and what it holds. */
export type ColumnMapping = {
  /** From 0. */
  column: number;
  target: Target;
  /** Joins a number with its label, or the parts of one address; alone unless given. */
  group?: number | undefined;
  /** The label of the phone, e-mail or address, when the column's name tells it ("Home phone"). */
  label?: string | undefined;
};

/** How sure a guess is: the name of a known program's column, a word of it, or only what stands below it. */
export type Confidence = 'sure' | 'likely' | 'unsure';
export type GuessedMapping = ColumnMapping & { confidence: Confidence };
