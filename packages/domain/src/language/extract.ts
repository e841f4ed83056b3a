// The local language engine: reads a conversation and says what is known of the contact, each fact with its evidence.

import type { Extraction, Turn } from '../enrichment/fields.ts';
import { findEmail } from './emails.ts';
import { findEmployment } from './employment.ts';
import { readGist } from './gist/gist.ts';
import { findGender } from './genders.ts';
import { findLanguage } from './languages.ts';
import { findName } from './names.ts';
import { plainTurns } from './plain-turns.ts';
import { findStage } from './stages.ts';
import { fold } from './tokens.ts';
import { findZone } from './zones.ts';

export type ExtractOptions = {
  /** ISO 3166 country of the organization, for a time zone when nothing else says one. */
  default_region?: string;
  /** Names of our own organization, lines and agents: never the contact's. */
  home_names?: string[];
  /** ISO 3166 country of the contact's phone number. */
  phone_region?: string;
  /** What the contact is called already; it names them in the summary, whatever the text says. */
  on_record?: Partial<Record<'first_name' | 'last_name' | 'company' | 'job_title', string>>;
  /** ISO 8601 UTC; the last message's time when absent. */
  now?: string;
};

/** Of a longer conversation the first and the last messages are read: introductions, and where it stands. */
const FIRST = 500;
const LAST = 2000;

/**
 * Everything the conversation says about the contact. Pure: the same turns give the same answer.
 * @param turns - messages, oldest first; message text is data and never obeyed
 */
export function extractContactInfo(turns: Turn[], options: ExtractOptions = {}): Extraction {
  const window =
    turns.length > FIRST + LAST ? [...turns.slice(0, FIRST), ...turns.slice(-LAST)] : turns;
  const read = plainTurns(window);
  const homeNames = new Set(
    (options.home_names ?? []).map((name) => fold(name.trim())).filter(Boolean),
  );
  const email = findEmail(read);
  const { first_name, last_name, places } = findName(read, homeNames, email?.place);
  const { company, job_title } = findEmployment(read, places, homeNames);
  const language = findLanguage(read, options.phone_region ?? options.default_region);
  const timezone = findZone(read, options.phone_region);
  const gender = findGender(read, places);
  const stage = findStage(read);
  const known = {
    ...(first_name ? { first_name } : {}),
    ...(last_name ? { last_name } : {}),
    ...(company ? { company } : {}),
    ...(job_title ? { job_title } : {}),
    ...(language ? { preferred_language: language } : {}),
    ...(stage ? { pipeline_stage: stage } : {}),
  };
  return {
    ...known,
    ...(email ? { email: email.found } : {}),
    ...(timezone ? { timezone } : {}),
    ...(gender ? { gender } : {}),
    ...readGist(
      window,
      { ...known, ...recorded(options.on_record) },
      options.now ?? turns.at(-1)?.sent_at ?? '',
    ),
  };
}

/** Facts on record have no place in the conversation, and need none: they are not written again. */
const recorded = (facts: ExtractOptions['on_record'] = {}) =>
  Object.fromEntries(
    Object.entries(facts).map(([field, value]) => [
      field,
      { value, evidence: { turn_id: '', quote: '' } },
    ]),
  );
