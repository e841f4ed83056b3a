// What a run of enrichment writes down for people to read: the note of the run, and the contact's memory.
import type { Extraction, Sourced } from './fields.ts';

const FIELD_LABELS: Record<string, string> = {
  first_name: 'First name',
  last_name: 'Last name',
  email: 'E-mail',
  company: 'Company',
  job_title: 'Job title',
  preferred_language: 'Language',
  timezone: 'Time zone',
  gender: 'Gender',
  pipeline_stage: 'Pipeline stage',
};

/**
 * The AI Enrichment note of one run, in markdown: the fields it filled, then what it understood.
 * @param filled the fields that were empty and are filled now
 */
export const renderNote = (
  extraction: Extraction,
  filled: { field: string; value: string }[],
): string => {
  const parts: string[] = [];
  if (extraction.ai_summary) parts.push(escape(extraction.ai_summary));
  if (filled.length > 0)
    parts.push(
      section(
        'Updated fields',
        filled.map(({ field, value }) => `${FIELD_LABELS[field] ?? field}: ${escape(value)}`),
      ),
    );
  parts.push(`**Sentiment:** ${extraction.sentiment}`);
  for (const [title, items] of topics(extraction)) parts.push(section(title, items));
  return parts.filter(Boolean).join('\n\n');
};

const topics = (extraction: Extraction): [string, string[]][] => [
  ['Interests', texts(extraction.interests)],
  ['Next steps', texts(extraction.next_steps)],
  ['Key dates', texts(extraction.key_dates)],
  ['Pain points', texts(extraction.pain_points)],
];

const texts = (items: Sourced<string>[]): string[] => items.map(({ value }) => escape(value));

const section = (title: string, items: string[]): string =>
  items.length === 0 ? '' : `**${title}**\n${items.map((item) => `- ${item}`).join('\n')}`;

/** Message text is data: what would be markup is shown as it was written. */
const escape = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\`*_[\]<>#|])/g, '\\$1');

const MEMORY_SECTIONS = ['About', 'Interests', 'Next steps', 'Key dates', 'Pain points'] as const;
/** Enough for a person to read; older lines make room for newer ones. */
const MEMORY_LINES = 12;

/**
 * The memory note after one more run: what is new is added under its heading, what is there already is
 * not repeated, and what a person wrote under another heading stays.
 * @param before the note so far, or null
 */
export const mergeMemory = (before: string | null, extraction: Extraction): string => {
  const sections = parseSections(before ?? '');
  const summary = escape(extraction.ai_summary);
  // The summary is always of the whole conversation, so the newest one replaces the one before.
  if (summary) sections.set('About', [summary]);
  for (const [title, items] of topics(extraction))
    sections.set(title, mergeLines(sections.get(title) ?? [], items));
  const order = [...MEMORY_SECTIONS, ...[...sections.keys()].filter((title) => !isKnown(title))];
  return order
    .map((title) => [title, sections.get(title) ?? []] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => renderSection(title, lines))
    .join('\n\n');
};

const isKnown = (title: string): boolean => MEMORY_SECTIONS.some((known) => known === title);

const renderSection = (title: string, lines: string[]): string => {
  if (title === '') return lines.join('\n');
  const isList = title !== 'About' && isKnown(title);
  return `## ${title}\n${lines.map((line) => (isList ? `- ${line}` : line)).join('\n')}`;
};

const parseSections = (text: string): Map<string, string[]> => {
  const sections = new Map<string, string[]>();
  let title = '';
  for (const line of text.split('\n')) {
    const heading = /^## (.+)$/.exec(line);
    if (heading) title = heading[1]!.trim();
    else if (line.trim() !== '')
      sections.set(title, [
        ...(sections.get(title) ?? []),
        isKnown(title) ? line.replace(/^- /, '') : line,
      ]);
  }
  return sections;
};

const mergeLines = (before: string[], added: string[]): string[] => {
  const known = new Set(before.map(sameness));
  const fresh = added.filter((line) => !known.has(sameness(line)));
  return [...before, ...fresh].slice(-MEMORY_LINES);
};

/** Two lines say the same when their words are the same, whatever the case and punctuation. */
const sameness = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
