// What became of a message, in words.
import type { Message } from '@rapport/contract/messaging.api';
import { formatClock, formatExact } from '../../lib/format.ts';

type StatusKind =
  /** Nothing to say, or nothing out of the ordinary. */
  | 'plain'
  /** Held back for a moment, so that it can be undone. */
  | 'undo'
  | 'scheduled'
  | 'unknown'
  | 'failed'
  | 'cancelled';

type StatusWords = { kind: StatusKind; word: string; reason: string | null };

const WORDS: Record<Message['status'], string> = {
  queued: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Failed',
  received: '',
};

const whenOf = (at: string): string =>
  `${new Date(at).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' })}, ${formatClock(at)}`;

/** The words for a message of ours; of an inbound one there are none. */
export const statusOf = (message: Message): StatusWords => {
  const { direction, status, scheduled_at, is_cancellable, error_code } = message;
  if (direction === 'inbound') return { kind: 'plain', word: '', reason: null };
  if (message.is_outcome_unknown)
    return {
      kind: 'unknown',
      word: 'Outcome unknown',
      reason:
        'no answer came when it was handed over. It is being looked up and is not sent again.',
    };
  if (error_code === 'cancelled') return { kind: 'cancelled', word: 'Cancelled', reason: null };
  if (status === 'failed')
    return { kind: 'failed', word: WORDS.failed, reason: message.error_words };
  if (status === 'queued' && is_cancellable)
    return scheduled_at
      ? { kind: 'scheduled', word: `Scheduled for ${whenOf(scheduled_at)}`, reason: null }
      : { kind: 'undo', word: WORDS.queued, reason: null };
  const read = message.read_at ? `, read ${formatClock(message.read_at)}` : '';
  return { kind: 'plain', word: WORDS[status] + read, reason: null };
};

/** For hovering over the time: all that is known about when and by which line. */
export const detailsOf = (message: Message): string => {
  const line = message.phone_line_label ?? message.receiver_number_display;
  return [formatExact(message.created_at), line && `line: ${line}`].filter(Boolean).join('\n');
};
