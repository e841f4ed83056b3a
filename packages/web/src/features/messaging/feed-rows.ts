// A conversation as rows to draw: dividers between days, messages, calls, what is being sent, and where the
// channel changes.
import type { CallDetails } from '@rapport/contract/calls.api';
import type { Message } from '@rapport/contract/messaging.api';
import type { Outgoing } from './outgoing.ts';

export const FEED_FILTERS = ['all', 'calls', 'messages', 'emails'] as const;
export type FeedFilter = (typeof FEED_FILTERS)[number];

export type FeedRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'call'; key: string; call: CallDetails }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing }
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

export const passes = (message: Pick<Message, 'channel'>, filter: FeedFilter): boolean =>
  filter === 'all' || (KIND[message.channel as keyof typeof KIND] ?? 'messages') === filter;

/** The calendar day in the viewer's zone. */
export const dayKey = (at: string): string => {
  const moment = new Date(at);
  return `${moment.getFullYear()}-${moment.getMonth() + 1}-${moment.getDate()}`;
};

type Feed = {
  /** Oldest first. */
  messages: readonly Message[];
  calls?: readonly CallDetails[];
  outgoing?: readonly Outgoing[];
  /** Messages before the first one are not loaded: calls of that time wait for them. */
  hasOlder?: boolean;
};

export const feedRows = (feed: Feed, filter: FeedFilter): FeedRow[] => {
  const { messages, calls = [], outgoing = [], hasOlder = false } = feed;
  const rows: FeedRow[] = [];
  let before: Message | null = null;
  let day = '';
  const startDay = (at: string): boolean => {
    const today = dayKey(at);
    if (today === day) return false;
    day = today;
    rows.push({ kind: 'day', key: `day ${today}`, at });
    return true;
  };
  const waiting = callsSince(calls, hasOlder ? messages[0]?.created_at : undefined, filter);
  const putCallsBefore = (at: string | null) => {
    while (waiting[0] && (at === null || waiting[0].started_at < at)) {
      const call = waiting.shift()!;
      startDay(call.started_at);
      rows.push({ kind: 'call', key: call.id, call });
      before = null;
    }
  };
  for (const message of messages) {
    if (!passes(message, filter)) continue;
    putCallsBefore(message.created_at);
    const isNewDay = startDay(message.created_at);
    rows.push({
      kind: 'message',
      key: message.id,
      message,
      continues: !isNewDay && before !== null && follows(before, message),
      names_channel: before?.channel !== message.channel,
    });
    before = message;
  }
  putCallsBefore(null);
  for (const one of outgoing) {
    if (!passes({ channel: one.request.channel as Message['channel'] }, filter)) continue;
    startDay(one.created_at);
    rows.push({ kind: 'outgoing', key: one.key, outgoing: one });
  }
  return rows;
};

/** The calls that belong among the loaded messages, oldest first. */
const callsSince = (
  calls: readonly CallDetails[],
  since: string | undefined,
  filter: FeedFilter,
): CallDetails[] =>
  filter === 'all' || filter === 'calls'
    ? calls
        .filter(
          ({ started_at }) => since === undefined || filter === 'calls' || started_at >= since,
        )
        .toSorted((a, b) => (a.started_at < b.started_at ? -1 : 1))
    : [];

const follows = (before: Message, message: Message): boolean =>
  before.direction === message.direction &&
  before.channel === message.channel &&
  message.channel !== 'email' &&
  Date.parse(message.created_at) - Date.parse(before.created_at) < SHORTLY;

/** A first guess of a row's height in pixels, before it is measured. */
export const guessHeight = (row: FeedRow | undefined): number => {
  if (row?.kind === 'call')
    return 88 + (row.call.has_transcription ? 29 : 0) + (row.call.analyses.length > 0 ? 29 : 0);
  if (row?.kind === 'outgoing') return 70;
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
    attachments.reduce((sum, { thumbnail_url }) => sum + (thumbnail_url ? 168 : 34), 0)
  );
};

const LONG_LINES = 14;
const LONG_LETTERS = 700;

/** Whether a text is shown in part until somebody asks for all of it. */
export const isLong = (body: string): boolean =>
  body.length > LONG_LETTERS || body.split('\n', LONG_LINES + 1).length > LONG_LINES;
