// Contacts as vCard 4.0 (RFC 6350).
import type { ExportedContact } from './export-columns.ts';

/** Marks cards of ours, whose UID is the id of the contact. */
export const PRODUCT_ID = '-//Rapport//Contacts//EN';

const LONGEST_LINE = 75;
const encoder = new TextEncoder();

const escape = (text: string): string =>
  text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** A label as a parameter's value; what a parameter cannot hold is left out (RFC 6868 for the rest). */
const parameter = (name: string, value: string | null): string =>
  value === null
    ? ''
    : `;${name}="${value
        .replaceAll('^', '^^')
        .replaceAll('"', "^'")
        .replace(/\r\n|\r|\n/g, '^n')}"`;

/** Lines of at most 75 octets, no character cut in two. */
const fold = (line: string): string => {
  if (encoder.encode(line).length <= LONGEST_LINE) return `${line}\r\n`;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
};

const first = (i: number): string => (i === 0 ? ';PREF=1' : '');

/** One contact as one card, its last line end included. Fields that vCard has not are X-RAPPORT-... */
export const writeVcard = (one: ExportedContact): string => {
  const optional = (name: string, value: string | null) =>
    value ? [`${name}:${escape(value)}`] : [];
  const name = [one.first_name, one.last_name].filter(Boolean).join(' ');
  const shown =
    name || one.company || one.phones[0]?.phone_number || one.emails[0]?.email || 'Unknown';
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `PRODID:${PRODUCT_ID}`,
    `UID:urn:uuid:${one.id}`,
    `FN:${escape(shown)}`,
    `N:${escape(one.last_name)};${escape(one.first_name)};;;`,
    ...optional('ORG', one.company),
    ...optional('TITLE', one.job_title),
    ...one.phones.map(
      ({ phone_number, label }, i) =>
        `TEL;VALUE=text${first(i)}${parameter('X-LABEL', label)}:${escape(phone_number)}`,
    ),
    ...one.emails.map(
      ({ email, label }, i) => `EMAIL${first(i)}${parameter('X-LABEL', label)}:${escape(email)}`,
    ),
    ...one.addresses.map(
      ({ street, city, state, zip, country, label }, i) =>
        `ADR${first(i)}${parameter('X-LABEL', label)}:;;${[street, city, state, zip, country].map((part) => escape(part ?? '')).join(';')}`,
    ),
    ...(one.tags.length > 0
      ? [`CATEGORIES:${one.tags.map(({ name }) => escape(name)).join(',')}`]
      : []),
    ...one.notes.map((note) => `NOTE:${escape(note)}`),
    ...optional('BDAY', one.date_of_birth?.replaceAll('-', '') ?? null),
    ...optional('LANG', one.preferred_language),
    ...optional('TZ', one.timezone),
    ...optional('PHOTO', one.avatar_url),
    ...optional('X-RAPPORT-EXTERNAL-ID', one.external_id),
    ...optional('X-RAPPORT-STATUS', one.status),
    ...optional('X-RAPPORT-STAGE', one.pipeline_stage),
    ...optional('X-RAPPORT-SOURCE', one.source),
    ...optional('X-RAPPORT-GENDER', one.gender),
    ...optional('X-RAPPORT-SUMMARY', one.ai_summary),
    'END:VCARD',
  ]
    .map(fold)
    .join('');
};
