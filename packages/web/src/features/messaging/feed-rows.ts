// A conversation as rows to draw: dividers between days, messages, and where the channel changes.
import type { Message } from '@rapport/contract/messaging.api';

export const FEED_FILTERS = ['all', 'calls', 'messages', 'emails'] as const;
export type FeedFilter = (typeof FEED_FILTERS)[number];

export type FeedRow =
  | { kind: 'day'; key: string; at: string }
  | {
      kind: 'message';
      key: string;
      message: Message;
      /** Goes on from the message above: same side, same channel, shortly after. */
      continues: boolean;
      /** First of its channel, or the channel is another one than before. */
      names_channel: boolean;
    };

const SHORTLY = 5 * 60_000;

const KIND = { email: 'emails', voice: 'calls' } as const;

export const passes = (message: Message, filter: FeedFilter): boolean =>
  filter === 'all' || (KIND[message.channel as keyof typeof KIND] ?? 'messages') === filter;

/** The calendar day in the viewer's zone. */
export const dayKey = (at: string): string => {
  const moment = new Date(at);
  return `${moment.getFullYear()}-${moment.getMonth() + 1}-${moment.getDate()}`;
};

/** @param messages oldest first */
export const feedRows = (messages: readonly Message[], filter: FeedFilter): FeedRow[] => {
  const rows: FeedRow[] = [];
  let before: Message | null = null;
  let day = '';
  for (const message of messages) {
    if (!passes(message, filter)) continue;
    const today = dayKey(message.created_at);
    const isNewDay = today !== day;
    if (isNewDay) rows.push({ kind: 'day', key: `day ${today}`, at: message.created_at });
    rows.push({
      kind: 'message',
      key: message.id,
      message,
      continues: !isNewDay && before !== null && follows(before, message),
      names_channel: before?.channel !== message.channel,
    });
    before = message;
    day = today;
  }
  return rows;
};

const follows = (before: Message, message: Message): boolean =>
  before.direction === message.direction &&
  before.channel === message.channel &&
  message.channel !== 'email' &&
  Date.parse(message.created_at) - Date.parse(before.created_at) < SHORTLY;

/** A first guess of a row's height in pixels, before it is measured. */
export const guessHeight = (row: FeedRow | undefined): number => {
  if (row?.kind !== 'message') return 44;
  const { body, subject, attachments } = row.message;
  const lines = (body ?? '')
    .split('\n')
    .slice(0, LONG_LINES)
    .reduce((count, line) => count + Math.max(1, Math.ceil(line.length / 55)), 0);
  return (
    20 +
    Math.min(lines, LONG_LINES) * 22 +
    (row.continues ? 2 : 12) +
    (row.names_channel ? 22 : 0) +
    (subject ? 30 : 0) +
    attachments.length * 34
  );
};

const LONG_LINES = 14;
const LONG_LETTERS = 700;

/** Whether a text is shown in part until somebody asks for all of it. */
export const isLong = (body: string): boolean =>
  body.length > LONG_LETTERS || body.split('\n', LONG_LINES + 1).length > LONG_LINES;
