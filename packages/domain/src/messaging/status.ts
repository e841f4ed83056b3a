// What became of a message: the provider's many words in our five, and the order in which they count.

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'failed' | 'received';

/** Twilio's message states. */
const OURS: Record<string, MessageStatus> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  partially_delivered: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
  receiving: 'received',
  received: 'received',
};

/** @returns null for a word that we do not know: it says nothing */
export const statusOf = (providerStatus: string): MessageStatus | null =>
  OURS[providerStatus.toLowerCase()] ?? null;

const RANK: Record<MessageStatus, number> = {
  queued: 0,
  sent: 1,
  delivered: 2,
  failed: 2,
  received: 2,
};

/** What is known of a message on its way. */
export type Progress = {
  status: MessageStatus;
  error_code: string | null;
  error_message: string | null;
  read_at: Date | null;
};

/** One word of the provider about it. */
export type Report = {
  status: string;
  error_code: string | null;
  error_message: string | null;
  at: Date;
};

/**
 * Adds what a report says. The rank only rises and the last states stay, so reports may come in any order
 * and any number of times; a failure that names no code keeps the one that is known.
 */
export const advance = (known: Progress, report: Report): Progress => {
  const next = statusOf(report.status);
  if (next === null || next === 'received') return known;
  const rises = RANK[next] > RANK[known.status];
  const status = rises ? next : known.status;
  const isRead = report.status.toLowerCase() === 'read' && status === 'delivered';
  // A code counts whenever the message has failed, whichever of the reports brought it.
  const tellsWhy = status === 'failed' && next === 'failed' && known.error_code === null;
  return {
    status,
    error_code: tellsWhy ? report.error_code : known.error_code,
    error_message: tellsWhy ? report.error_message : known.error_message,
    read_at: known.read_at ?? (isRead ? report.at : null),
  };
};

/** Whether nothing more is to come. */
export const isFinal = (status: MessageStatus): boolean => RANK[status] === 2;
