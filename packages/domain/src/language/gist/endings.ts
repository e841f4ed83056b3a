// How a conversation stands at its end: the last sentence of a summary.

import { dayLabel } from './days.ts';
import { isSmallTalk } from './quotes-worth.ts';
import type { Talk } from './talk.ts';

const DAY = 86_400_000;

/** How it stands: stopped, unanswered on either side, promised, unhappy, or ended well. */
export function ending({
  inbound,
  outbound,
  facts,
  sentences,
  said,
  isSocial,
  known,
}: Talk): string {
  const last = inbound.at(-1)!;
  const lastDay = dayLabel(last.sent_at.slice(0, 10));
  if (/^\s*(?:stop|unsubscribe|stopall)\s*[.!]?\s*$/iu.test(last.body))
    return `They opted out of messages on ${lastDay}.`;
  if (said.some(({ text }) => /\bwrong number\b/iu.test(text)) && inbound.length < 5)
    return 'It was a wrong number.';
  const unread = outbound.filter(({ sent_at }) => sent_at > last.sent_at);
  const silence = Date.parse(unread.at(-1)?.sent_at ?? '') - Date.parse(last.sent_at);
  const [pain] = facts.pain_points;
  const isFresh = pain && (sentences.at(-1)?.index ?? 0) - pain.index < 6;
  if (facts.sentiment === 'negative' && isFresh && inbound.length > 1)
    return `Sore point: ${pain.value.replace(/[.:]$/, '')}.`;
  if (silence > 7 * DAY)
    return unread.length > 1
      ? `Our last ${unread.length} messages stayed without an answer.`
      : 'Our last message stayed without an answer.';
  const [step] = facts.next_steps;
  if (step?.kind === 'promised')
    return `Open: ${step.value.replace(/^./u, (letter) => letter.toLowerCase())}.`;
  if (step?.kind === 'asked' && unread.length === 0) return 'We have not answered yet.';
  if (step?.kind === 'appointment')
    return `Ahead: ${step.value.replace(/^./u, (letter) => letter.toLowerCase())}.`;
  if (!isSocial && facts.sentiment === 'positive' && inbound.length > 3 && !isSmallTalk(last.body))
    return `${known.first_name?.value ?? 'They'} sound${known.first_name ? 's' : ''} pleased.`;
  return '';
}
