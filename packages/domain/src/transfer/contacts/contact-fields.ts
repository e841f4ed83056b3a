// The fields of a contact that a file may fill: how long each may be, and how its text is read.
import { PIPELINE_STAGES } from '../../enrichment/fields.ts';
import { readDate } from './text-date.ts';

/** The columns of a contact that a file may fill, and how long each may be. */
export const FIELD_LENGTHS = {
  external_id: 200,
  first_name: 120,
  last_name: 120,
  company: 200,
  job_title: 200,
  status: 40,
  pipeline_stage: 40,
  source: 80,
  date_of_birth: 40,
  gender: 40,
  timezone: 64,
  preferred_language: 35,
  avatar_url: 2000,
  ai_summary: 20_000,
} as const;
export type ContactField = keyof typeof FIELD_LENGTHS;
export const CONTACT_FIELDS = Object.keys(FIELD_LENGTHS) as ContactField[];

export type ReadSettings = {
  /** ISO 3166 country of numbers without a country code. */
  country: string;
  date_order: 'dmy' | 'mdy';
  /** The year of today. */
  year: number;
};

/** A piece of the file in a sentence. */
export const quote = (text: string): string =>
  `"${text.length > 60 ? `${text.slice(0, 60)}...` : text}"`;

const STATUSES: Record<string, string> = {
  active: 'active',
  aktiv: 'active',
  activo: 'active',
  actif: 'active',
  inactive: 'inactive',
  inaktiv: 'inactive',
  inactivo: 'inactive',
  inactif: 'inactive',
  'do not contact': 'do_not_contact',
  dnc: 'do_not_contact',
  'opted out': 'do_not_contact',
  unsubscribed: 'do_not_contact',
  archived: 'archived',
  archiviert: 'archived',
  archivado: 'archived',
};

/** As a sentence names them. */
export const FIELD_WORDS: Record<ContactField, string> = {
  external_id: 'external id',
  first_name: 'first name',
  last_name: 'last name',
  company: 'company',
  job_title: 'job title',
  status: 'status',
  pipeline_stage: 'pipeline stage',
  source: 'source',
  date_of_birth: 'date of birth',
  gender: 'gender',
  timezone: 'time zone',
  preferred_language: 'language',
  avatar_url: 'picture address',
  ai_summary: 'summary',
};

/** The value as it is kept, or the sentence that says what is wrong with it. */
type Reader = (text: string, settings: ReadSettings) => string | { problem: string };

/** How fields are read that are not just text. */
export const FIELD_READERS: Partial<Record<ContactField, Reader>> = {
  status: (text) =>
    STATUSES[text.toLowerCase().replaceAll(/[_-]+/g, ' ')] ?? {
      problem: `${quote(text)} is not a status: use active, inactive, do_not_contact or archived.`,
    },
  pipeline_stage: (text) =>
    PIPELINE_STAGES.find((stage) => stage === text.toLowerCase()) ?? {
      problem: `${quote(text)} is not a pipeline stage: use ${PIPELINE_STAGES.join(', ')}.`,
    },
  date_of_birth: (text, { date_order, year }) =>
    readDate(text, date_order, year) ?? {
      problem: `${quote(text)} is not a date: write it as 1990-02-28.`,
    },
  timezone: (text) =>
    isTimeZone(text)
      ? text
      : { problem: `${quote(text)} is not a time zone such as Europe/Berlin.` },
  avatar_url: (text) =>
    /^https:\/\/[^\s]+$/i.test(text)
      ? text
      : { problem: `${quote(text)} is not an https address.` },
};

const zones = new Map<string, boolean>();
const isTimeZone = (name: string): boolean => {
  const known = zones.get(name);
  if (known !== undefined) return known;
  let is = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    is = false;
  }
  if (zones.size < 1000) zones.set(name, is);
  return is;
};
