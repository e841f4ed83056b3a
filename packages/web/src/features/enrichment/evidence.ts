// What enrichment did, in words, and which value on screen a piece of evidence still speaks for.
import type { Contact } from '@rapport/contract/contacts.api';
import type { EnrichedField, FieldEvidence } from '@rapport/contract/enrichment.api';
import { countOf } from '../../lib/format.ts';

const WORDS: Record<EnrichedField, string> = {
  first_name: 'name',
  last_name: 'name',
  email: 'e-mail',
  company: 'company',
  job_title: 'title',
  preferred_language: 'language',
  timezone: 'time zone',
  gender: 'gender',
  pipeline_stage: 'stage',
  ai_summary: 'summary',
};

/** "Filled name, company and e-mail"; says so when everything was known already. */
export const filledSentence = (filled: readonly EnrichedField[]): string => {
  const words = [
    ...new Set(filled.filter((field) => field !== 'ai_summary').map((field) => WORDS[field])),
  ];
  if (words.length === 0) return 'Read everything; there was nothing new to fill';
  const last = words.pop();
  return `Filled ${words.length === 0 ? last : `${words.join(', ')} and ${last}`}`;
};

/** Who read it: "local engine", or the name of the model. */
export const engineWord = (source: { engine: string; model: string | null }): string =>
  source.engine === 'local' ? 'local engine' : (source.model ?? source.engine);

/** "Read 42 messages". */
export const readSentence = (run: { message_count: number }): string =>
  `Read ${countOf(run.message_count, 'message')}`;

/**
 * The evidence that still speaks for what is on screen: once a person has changed a value, the quote
 * says nothing about the new one.
 */
export const currentEvidence = (
  contact: Contact,
  evidence: readonly FieldEvidence[],
): Partial<Record<EnrichedField, FieldEvidence>> =>
  Object.fromEntries(
    evidence.filter((one) => speaksFor(contact, one)).map((one) => [one.field, one]),
  );

const speaksFor = (contact: Contact, { field, value }: FieldEvidence): boolean =>
  field === 'email'
    ? contact.emails.some(({ email }) => email.toLowerCase() === value.toLowerCase())
    : contact[field] === value;
