// Two to four plain sentences: who the contact is, what they want, where it stands. Only what the conversation says.

import type { Extraction } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { reported, sentenceCase, tidy } from './phrases.ts';
import { sentences } from './tokens.ts';
import { findTopics } from './topics.ts';

/** A conversation of at least so many messages of the contact is told by its topics, not by its first request. */
const LONG = 24;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** What a request begins with, and how it is told: "I need a cake" is "They need a cake". */
const WANTS: [RegExp, string][] = [
  [/(?<![\p{L}'])(?:i|we) need to know\s/iu, 'They asked '],
  [/(?<![\p{L}'])(?:i|we)(?: also| really| just)? (?:need|require)\s/iu, 'They need '],
  [/(?<![\p{L}'])(?:i|we)(?: also| really| just)? want(?:ed)?\s/iu, 'They want '],
  [/(?<![\p{L}'])(?:i'd|we'd|i would|we would|id) (?:like|love)\s/iu, 'They would like '],
  [
    /(?<![\p{L}'])(?:i'm|i am|im|we're|we are)(?: also| currently| just| really| both)? (?:looking|searching|hoping|trying|planning|shopping)\s/iu,
    'They are $1 ',
  ],
  [
    /(?<![\p{L}'])(?:i'm|i am|im|we're|we are)(?: very| really| quite| also)? interested in\s/iu,
    'They are interested in ',
  ],
  [
    /(?<![\p{L}'])(?:can|could|may) (?:i|we)(?: please| just| also| pls)?\s/iu,
    'They asked whether they can ',
  ],
  [
    /(?<![\p{L}'])(?:can|could|would|will) (?:you|u)(?: guys)?(?: please| pls| also)?\s/iu,
    'They asked us to ',
  ],
  [
    /(?<![\p{L}'])do (?:you|u)(?: guys| all)?(?: still| also)?\s(?=have|offer|do|ship|take|sell|rent|know|accept|deliver|make|fix|repair)/iu,
    'They asked whether we ',
  ],
  [
    /(?<![\p{L}'])please\s(?=send|call|book|find|check|cancel|tell|give|show|reserve|add|change|move|share|let)/iu,
    'They asked us to ',
  ],
];
const DONE =
  /\b(?:booked|confirmed|scheduled|reserved|refunded|shipped|delivered|cancell?ed|updated|sent|completed|successful(?:ly)?|sorted|done|all set|see you|on its way|reservado|confirmad[oa]|réservé|confirmé|gebucht|bestätigt|agendad[oa])\b/i;

/**
 * The summary of a conversation.
 * @param turns - the conversation in order of time
 * @param facts - what was read from it
 */
export function summarize(turns: PlainTurn[], facts: Omit<Extraction, 'ai_summary'>): string {
  const inbound = turns.filter(({ turn }) => turn.direction === 'inbound');
  if (turns.length === 0) return 'There are no messages yet.';
  if (inbound.length === 0)
    return `${subject(facts)} has not answered yet. ${lastWord(turns)}`.trim();
  const parts =
    inbound.length >= LONG ? longStory(turns, inbound, facts) : shortStory(turns, inbound, facts);
  return [who(turns, facts), ...parts].filter(Boolean).slice(0, 4).join(' ');
}

function subject({ first_name, last_name }: Partial<Extraction>): string {
  const name = [first_name?.value, last_name?.value].filter(Boolean).join(' ');
  return name || 'The contact';
}

/** "Ana Berg is office manager at Harlow Dental and wrote 5 messages by SMS on 3 March 2026." */
function who(turns: PlainTurn[], facts: Omit<Extraction, 'ai_summary'>): string {
  const { job_title, company } = facts;
  const role = job_title
    ? `is ${article(job_title.value)}${company ? ` at ${company.value}` : ''}`
    : company
      ? `is with ${company.value}`
      : '';
  const span = period(turns);
  const count = turns.length;
  if (role)
    return `${subject(facts)} ${role}; ${count} ${count === 1 ? 'message' : 'messages'}, ${span}.`;
  const messages = `${count} ${count === 1 ? 'message' : 'messages'}`;
  const oneSided = turns.every(({ turn }) => turn.direction === 'inbound');
  return `${subject(facts)} ${oneSided ? `sent us ${messages}` : `exchanged ${messages} with us`} ${span}.`;
}

function article(title: string): string {
  if (
    /^\p{Lu}/u.test(title) ||
    /^(?:head|vp|co-?founder|founder|owner|ceo|president)\b/i.test(title)
  )
    return title;
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`;
}

function period(turns: PlainTurn[]): string {
  const first = day(turns[0]);
  const last = day(turns.at(-1));
  if (!first || !last) return 'so far';
  return first === last ? `on ${first}` : `between ${first} and ${last}`;
}

function day(turn: PlainTurn | undefined): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(turn?.turn.sent_at ?? '');
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : null;
}

function shortStory(
  turns: PlainTurn[],
  inbound: PlainTurn[],
  facts: Omit<Extraction, 'ai_summary'>,
): string[] {
  const [trouble] = facts.pain_points;
  const wants = want(inbound);
  const complaint =
    trouble && !wants.includes(trouble.value.slice(3, 20))
      ? `Their trouble: ${lowerFirst(trouble.value)}.`
      : '';
  return [wants, complaint, lastWord(turns)];
}

/** The contact's request in our words, or their first telling sentence in theirs. */
function want(inbound: PlainTurn[]): string {
  for (const { text } of inbound) {
    for (const { start, end } of sentences(text)) {
      const told = tell(text.slice(start, end));
      if (told) return told;
    }
  }
  const telling = inbound
    .flatMap(({ text }) =>
      sentences(text).map(({ start, end }) => tidy(text.slice(start, end), 140)),
    )
    .find((sentence) => sentence.split(' ').length >= 4);
  return telling ? `They wrote: "${sentenceCase(telling)}."` : '';
}

function tell(sentence: string): string | null {
  for (const [pattern, words] of WANTS) {
    const match = pattern.exec(sentence);
    if (!match || match.index > 60) continue;
    const rest = tidy(sentence.slice(match.index + match[0].length), 120);
    if (rest.split(' ').length < 2 || /^(?:help|to know|it|that)$/i.test(rest)) continue;
    const verb =
      /(looking|searching|hoping|trying|planning|shopping)\s$/i
        .exec(match[0])?.[1]
        ?.toLowerCase() ?? '';
    return `${words.replace('$1', verb)}${reported(rest, 'contact')}.`;
  }
  return null;
}

/** Where it stands, by the last message that says something. */
function lastWord(turns: PlainTurn[]): string {
  const last = turns.at(-1);
  if (!last) return '';
  const outbound = turns.filter(({ turn }) => turn.direction === 'outbound').at(-1);
  if (last.turn.direction === 'inbound' && last.text.includes('?')) {
    const question = sentences(last.text)
      .map(({ start, end }) => last.text.slice(start, end).trim())
      .find((sentence) => sentence.includes('?'));
    return question ? `Their last question is open: "${quotable(question)}"` : '';
  }
  const settled = turns
    .slice(-6)
    .filter(
      ({ turn, text }) => turn.direction === 'outbound' && DONE.test(text) && !/\?\s*$/.test(text),
    )
    .at(-1);
  if (settled) return `Our side last reported: "${quotable(settled.text)}"`;
  if (outbound === last && last.text.includes('?'))
    return `Our question waits for an answer: "${quotable(questionOf(last.text))}"`;
  return '';
}

function questionOf(text: string): string {
  const asked = sentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => sentence.includes('?'));
  return asked.at(-1) ?? text;
}

function quotable(text: string): string {
  const flat = text.replace(/\s+/g, ' ').replace(/"/g, "'").trim();
  if (flat.length <= 140) return flat;
  return `${flat.slice(0, 140).replace(/\s\S*$/, '')}…`;
}

function longStory(
  turns: PlainTurn[],
  inbound: PlainTurn[],
  facts: Omit<Extraction, 'ai_summary'>,
): string[] {
  const topics = findTopics(inbound);
  const likes = facts.interests.slice(0, 3).map(({ value }) => value);
  const about = topics.length > 0 ? `They mostly talk about ${list(topics)}.` : '';
  const liked = likes.length > 0 ? `They like or look for ${list(likes)}.` : '';
  const [step] = facts.next_steps;
  const upcoming = facts.key_dates.find(
    ({ value }) => value.slice(0, 10) >= (turns.at(-1)?.turn.sent_at.slice(0, 10) ?? ''),
  );
  const next = upcoming
    ? `Coming up on ${upcoming.value.replace(': ', ': ')}.`
    : step
      ? `Next: ${lowerFirst(step.value)}.`
      : lastWord(turns);
  return [about, liked, next];
}

function list(items: string[]): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function lowerFirst(text: string): string {
  return /^(?:I\b|\p{Lu}{2})/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
