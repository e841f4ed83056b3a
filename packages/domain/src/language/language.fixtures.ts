// Conversations for tests, written in one line: "S: What's your name? || U: Ana".

import type { Turn } from '../enrichment/fields.ts';
import { extractContactInfo } from './extract.ts';

/** Turns from a line; a part without a speaker is the contact's. Messages are one minute apart from `start` on. */
export function conversation(line: string, start = '2026-03-02T09:00:00.000Z'): Turn[] {
  return line.split(' || ').map((part, index) => {
    const [, speaker = 'U', body = ''] = /^(?:([US]): )?([\s\S]*)$/.exec(part) ?? [];
    return {
      id: `t${index}`,
      direction: speaker === 'S' ? 'outbound' : 'inbound',
      body,
      sent_at: new Date(Date.parse(start) + index * 60_000).toISOString(),
      channel: 'sms',
    };
  });
}

/** "First Last", "First", "- Last" for a family name alone, or "" when nobody is named. */
export function nameOf(line: string): string {
  const { first_name, last_name } = extractContactInfo(conversation(line));
  if (!first_name) return last_name ? `- ${last_name.value}` : '';
  return [first_name.value, last_name?.value].filter(Boolean).join(' ');
}
