// What was said in a call, by speaker: read from plain text, put in order, and back to text and turns.
import type { Turn } from '../enrichment/fields.ts';

export const SPEAKERS = ['contact', 'agent', 'unknown'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export type Segment = {
  speaker: Speaker;
  /** What the transcript calls the speaker. */
  name: string | null;
  text: string;
  /** From the beginning of the recording. */
  start_seconds: number | null;
  end_seconds: number | null;
};

/** "Caller:", "Speaker 1 (00:12):", "[01:02:03] Nell Ito:", at the beginning of a line; a sentence is no name. */
const LABELLED =
  /^\s*(?:\[(?<before>\d{1,2}:\d\d(?::\d\d)?)\]\s*)?(?<name>\p{Lu}[\p{L}\p{N}.'_-]{0,30}(?: [\p{Lu}\p{N}][\p{L}\p{N}.'_-]{0,30}){0,3})\s*(?:[[(](?<after>\d{1,2}:\d\d(?::\d\d)?)[\])]\s*)?:(?:\s+|$)/u;
const CONTACT = /^(?:caller|customer|contact|client|inbound|lead|patient|guest)(?:\s*\d)?$/i;
const AGENT = /^(?:agent|assistant|rep(?:resentative)?|operator|staff|outbound|us|me)(?:\s*\d)?$/i;

/**
 * The segments of a transcript that somebody typed or a machine wrote. Lines without a speaker go on with
 * the one before; a text in which nobody is named is one segment of the contact.
 */
export const readSegments = (text: string): Segment[] => {
  const segments: Segment[] = [];
  for (const line of text.split(/\r?\n/)) {
    const label = LABELLED.exec(line);
    const said = (label ? line.slice(label[0].length) : line).trim();
    const { name = '', before, after } = label?.groups ?? {};
    const last = segments.at(-1);
    if (label)
      segments.push({
        speaker: speakerOf(name),
        name,
        text: said,
        start_seconds: secondsOf(before ?? after),
        end_seconds: null,
      });
    else if (said !== '' && last) last.text += `\n${said}`;
    else if (said !== '') segments.push({ ...NOBODY_NAMED, text: said });
  }
  return segments.filter((segment) => segment.text !== '');
};

const NOBODY_NAMED: Segment = {
  speaker: 'contact',
  name: null,
  text: '',
  start_seconds: null,
  end_seconds: null,
};

const speakerOf = (name: string): Speaker => {
  if (CONTACT.test(name)) return 'contact';
  return AGENT.test(name) ? 'agent' : 'unknown';
};

const secondsOf = (clock: string | undefined): number | null =>
  clock ? clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) : null;

/** Segments by time; those without a time stay where they are, after the one before them. */
export const inOrder = (segments: Segment[]): Segment[] => {
  let latest = 0;
  return segments
    .map((segment) => ({ segment, at: (latest = segment.start_seconds ?? latest) }))
    .sort((a, b) => a.at - b.at)
    .map(({ segment }) => segment);
};

const LABELS: Record<Speaker, string> = { contact: 'Caller', agent: 'Agent', unknown: 'Speaker' };

/** How a segment's speaker is called where nothing better is known. */
export const speakerLabel = ({ speaker, name }: Segment): string => name ?? LABELS[speaker];

/** The transcript as text: one line a segment, with its speaker where there is more than one segment. */
export const transcriptOf = (segments: Segment[]): string =>
  segments.length === 1
    ? segments[0]!.text
    : segments.map((segment) => `${speakerLabel(segment)}: ${segment.text}`).join('\n');

/**
 * The segments as the engines read a conversation. A speaker who cannot be told from the other is taken
 * for the contact only when nobody else is: better nothing read than our own words taken for theirs.
 * @param started_at ISO 8601 UTC
 */
export const turnsOf = (segments: Segment[], call_id: string, started_at: string): Turn[] => {
  const names = new Set(segments.map(speakerLabel));
  return segments.map(({ speaker, text, start_seconds }, index) => ({
    id: `${call_id}:${index}`,
    direction:
      speaker === 'contact' || (speaker === 'unknown' && names.size === 1) ? 'inbound' : 'outbound',
    body: text,
    channel: 'voice',
    sent_at: new Date(Date.parse(started_at) + (start_seconds ?? index) * 1000).toISOString(),
  }));
};
