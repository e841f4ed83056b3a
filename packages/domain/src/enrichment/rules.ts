// What of an extraction may reach a contact: the checks that hold for every engine, local or model.
import { parseEmail } from '../contacts/emails.ts';
import { isEmptyName } from '../contacts/names.ts';
import { steersEngine } from './instructions.ts';
import { widenQuote } from './quotes.ts';
import { type Evidence, type Extraction, PIPELINE_STAGES, type Turn } from './fields.ts';

/** The contact fields that an extraction may fill, each only while it is empty. */
export const FILLED_FIELDS = [
  'first_name',
  'last_name',
  'email',
  'company',
  'job_title',
  'preferred_language',
  'timezone',
  'gender',
  'pipeline_stage',
] as const;
export type FilledField = (typeof FILLED_FIELDS)[number];

/** A value that passed, with where it was read. */
export type Accepted = { field: FilledField; value: string; evidence: Evidence };

/** A value that was refused, and why, in words for a person. */
export type Refused = { field: FilledField; value: string; reason: string };

export type Sifted = { accepted: Accepted[]; refused: Refused[] };

const LONGEST_VALUE = 120;

/**
 * Sorts what an engine says into what may be filled and what may not. An engine is not trusted: a quote
 * must stand in the conversation, an e-mail address verbatim in what the contact wrote themselves.
 */
export const sift = (extraction: Extraction, turns: Turn[]): Sifted => {
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  const bodies = new Map(turns.map((turn) => [turn.id, turn]));
  for (const field of FILLED_FIELDS) {
    const said = extraction[field];
    if (!said) continue;
    const value = said.value.trim();
    const reason =
      whyNot(field, value, extraction) ?? whyNotSourced(field, value, said.evidence, bodies);
    if (reason) refused.push({ field, value, reason });
    else {
      const { turn_id, quote } = said.evidence;
      const wide = widenQuote(bodies.get(turn_id)!.body, quote);
      accepted.push({ field, value, evidence: { turn_id, quote: wide } });
    }
  }
  return { accepted, refused };
};

const whyNot = (field: FilledField, value: string, extraction: Extraction): string | null => {
  if (value === '') return 'nothing was said';
  if (value.length > LONGEST_VALUE) return 'too long to be true';
  switch (field) {
    case 'first_name':
    case 'last_name':
      return whyNoName(value);
    case 'email':
      return parseEmail(value) === null ? 'not an e-mail address' : null;
    case 'gender':
      return extraction.gender?.confidence === 'high' ? null : 'only a guess';
    case 'pipeline_stage':
      return PIPELINE_STAGES.some((stage) => stage === value) ? null : 'not a pipeline stage';
    case 'timezone':
      return isTimeZone(value) ? null : 'not a time zone';
    case 'preferred_language':
      return /^[a-z]{2,3}$/.test(value) ? null : 'not a language code';
    default:
      return isEmptyName(value) ? 'says nothing' : null;
  }
};

const NO_NAMES = new Set([
  'unknown',
  'n/a',
  'na',
  'none',
  'null',
  'caller',
  'customer',
  'user',
  'contact',
  'anonymous',
]);

const whyNoName = (value: string): string | null => {
  if (isEmptyName(value) || NO_NAMES.has(value.toLowerCase())) return 'a name that says nothing';
  if (/[\d@<>{}[\]\\/]/.test(value) || !/\p{L}/u.test(value)) return 'not a name';
  return null;
};

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value.includes('/') || value === 'UTC';
  } catch {
    return false;
  }
};

const whyNotSourced = (
  field: FilledField,
  value: string,
  { turn_id, quote }: Evidence,
  turns: Map<string, Turn>,
): string | null => {
  const turn = turns.get(turn_id);
  if (!turn || !turn.body.includes(quote)) return 'the quote is not in the conversation';
  if (steersEngine(turn.body)) return 'the message tells the engine what to write';
  if (field !== 'email') return null;
  const isVerbatim = [...turns.values()].some(
    ({ direction, body }) =>
      direction === 'inbound' &&
      !steersEngine(body) &&
      body.toLowerCase().includes(value.toLowerCase()),
  );
  return isVerbatim ? null : 'the contact did not write this address';
};
