// The values of a contact in words, and the choices for each.
import { CONTACT_STATUSES, type ContactStatus } from '@rapport/contract/contacts.words';
import { PIPELINE_STAGES } from '@rapport/domain/enrichment/fields';
import type { BadgeTone } from '../../ui/badge.tsx';
import type { Choice } from '../../ui/picker.tsx';
import type { EditedField } from './contact-changes.ts';

export const STATUS_WORDS: Record<ContactStatus, { label: string; tone: BadgeTone }> = {
  active: { label: 'Active', tone: 'success' },
  inactive: { label: 'Inactive', tone: 'neutral' },
  do_not_contact: { label: 'Do not contact', tone: 'danger' },
  archived: { label: 'Archived', tone: 'neutral' },
};

const STAGE_TONES: Record<string, BadgeTone> = {
  lead: 'accent',
  prospect: 'accent',
  qualified: 'warning',
  customer: 'success',
  churned: 'danger',
};
export const stageTone = (stage: string): BadgeTone => STAGE_TONES[stage] ?? 'neutral';

/** "non_binary" or "lead" as a person writes it. */
export const sentenceCase = (word: string): string => {
  const text = word.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

/** "German" for `de`; a code that nobody knows comes back as it is. */
export const languageWord = (code: string): string => {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
};

/** "Europe / Berlin", "America / New York". */
export const zoneWord = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ');

/** The time on the wall of a zone: "Tue 14:05" in the viewer's way of writing; empty for a zone nobody knows. */
export const localTime = (zone: string, now: Date): string => {
  try {
    return new Intl.DateTimeFormat(undefined, {
      timeZone: zone,
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
    }).format(now);
  } catch {
    return '';
  }
};

/** "28 February 1990" for a date without a time; it is the same day in every zone. */
export const dayWord = (day: string): string => {
  const moment = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(moment.getTime())
    ? day
    : new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
};

/** The languages that people write most; any other code that a contact has is shown too. */
const LANGUAGES =
  'af ar bg bn ca cs da de el en es et fa fi fr gu he hi hr hu id it ja kn ko lt lv mk ml mr ms nl no pa pl pt ro ru sk sl so sq sr sv sw ta te th tl tr uk ur vi zh'.split(
    ' ',
  );

export const statusChoices: Choice[] = CONTACT_STATUSES.map((value) => ({
  value,
  label: STATUS_WORDS[value].label,
}));
export const stageChoices: Choice[] = PIPELINE_STAGES.map((value) => ({
  value,
  label: sentenceCase(value),
}));
export const genderChoices: Choice[] = ['female', 'male', 'non-binary'].map((value) => ({
  value,
  label: sentenceCase(value),
}));
export const languageChoices = (): Choice[] =>
  LANGUAGES.map((value) => ({ value, label: languageWord(value) })).toSorted((a, b) =>
    a.label.localeCompare(b.label),
  );
export const zoneChoices = (): Choice[] =>
  Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: zoneWord(value) }));

/** A field's value as it is read; empty when there is none. */
export const fieldWord = (field: EditedField, value: string | null): string => {
  if (value === null || value === '') return '';
  switch (field) {
    case 'status':
      return STATUS_WORDS[value as ContactStatus]?.label ?? value;
    case 'pipeline_stage':
    case 'gender':
    case 'source':
      return sentenceCase(value);
    case 'preferred_language':
      return languageWord(value);
    case 'timezone':
      return zoneWord(value);
    case 'date_of_birth':
      return dayWord(value);
    default:
      return value;
  }
};
