// Two to four plain sentences that a colleague can trust before picking up the phone.

import type { Turn } from '../../enrichment/fields.ts';
import { fold } from '../tokens.ts';
import type { Gist, Known } from './gist.ts';
import { dayLabel } from './next-steps.ts';
import { type Sentence, tidy } from './sentences.ts';
import { findTopics } from './topics.ts';
import { LANGUAGE_NAMES } from './written-language.ts';

const LONGEST_SUMMARY = 450;

type Facts = Omit<Gist, 'ai_summary'>;

/** @param language ISO 639-1 code of the language the contact writes */
export function writeSummary(
  turns: Turn[],
  sentences: Sentence[],
  known: Known,
  facts: Facts,
  language: string,
): string {
  const inbound = turns.filter(({ direction }) => direction === 'inbound');
  if (inbound.length === 0) return '';
  const parts = [
    opening(inbound, sentences, known, language),
    latest(sentences),
    mood(facts),
  ].filter(Boolean);
  let summary = '';
  for (const part of parts)
    if (summary.length + part.length + 1 <= LONGEST_SUMMARY) summary += (summary ? ' ' : '') + part;
  return summary;
}

function opening(inbound: Turn[], sentences: Sentence[], known: Known, language: string): string {
  const skip = new Set(
    [known.first_name, known.last_name].flatMap((name) =>
      name ? fold(name.value).split(' ') : [],
    ),
  );
  const topics = findTopics(sentences, skip, 3).map(({ text }) => text);
  const about = topics.length > 0 ? ` about ${list(topics)}` : '';
  const tongue =
    LANGUAGE_NAMES[language] && language !== 'en' ? ` in ${LANGUAGE_NAMES[language]}` : '';
  return `${who(known)} ${span(inbound)}${tongue}${about}.`;
}

function who({ first_name, last_name, company, job_title }: Known): string {
  const name = [first_name?.value, last_name?.value].filter(Boolean).join(' ') || 'Somebody';
  const role = [job_title?.value, company ? `${job_title ? 'at ' : 'of '}${company.value}` : '']
    .filter(Boolean)
    .join(' ');
  return role ? `${name}, ${role},` : name;
}

function span(inbound: Turn[]): string {
  const first = inbound[0]!.sent_at.slice(0, 10);
  const last = inbound.at(-1)!.sent_at.slice(0, 10);
  if (inbound.length === 1) return `wrote once, on ${dayLabel(first)},`;
  return first === last
    ? `wrote on ${dayLabel(first)}`
    : `has written since ${dayLabel(first)} ${first.slice(0, 4)}`;
}

function latest(sentences: Sentence[]): string {
  const said = sentences.findLast(({ inbound, text }) => inbound && text.length > 15);
  return said
    ? `Last wrote on ${dayLabel(said.turn.sent_at.slice(0, 10))}: "${tidy(said.text, 140)}"`
    : '';
}

function mood({ sentiment, pain_points: [pain] }: Facts): string {
  return sentiment === 'negative' && pain ? `Not happy: ${pain.value}.` : '';
}

export function list(items: string[]): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
