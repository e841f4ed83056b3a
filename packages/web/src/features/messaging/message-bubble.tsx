import type { Message } from '@rapport/contract/messaging.api';
import { Mail } from 'lucide-react';
import { memo } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatClock, formatExact } from '../../lib/format.ts';
import { AttachmentChip } from './attachment-chip.tsx';
import { ChannelIcon, channelLabel } from './channel-words.tsx';
import { isLong } from './feed-rows.ts';
import { LinkedText } from './linked-text.tsx';

const STATUS_WORDS: Record<Message['status'], string> = {
  queued: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Failed',
  received: '',
};

type Props = {
  message: Message;
  continues: boolean;
  names_channel: boolean;
  /** Somebody was led here. */
  lit: boolean;
  /** The words to mark, of a message that somebody was led to. */
  quote: string | null;
  expanded: boolean;
  onExpand: (message_id: string) => void;
};

const Body = ({ message, quote, expanded, onExpand }: Props) => {
  const body = message.body?.trim() ?? '';
  if (body === '')
    return message.attachments.length > 0 ? null : <p className="text-ink-muted">No text</p>;
  const isCut = isLong(body) && !expanded;
  return (
    <>
      <p
        className={classes(
          'whitespace-pre-wrap [overflow-wrap:anywhere]',
          isCut && 'line-clamp-12',
        )}
      >
        <LinkedText text={body} quote={quote} />
      </p>
      {isCut && (
        <button
          type="button"
          className="justify-self-start text-sm font-medium text-accent-text hover:underline pointer-coarse:py-2"
          onClick={() => onExpand(message.id)}
        >
          Show more
        </button>
      )}
    </>
  );
};

/** Time and delivery: on hover with a mouse, always there for a finger, a screen reader and what failed. */
const Meta = ({ message }: { message: Message }) => {
  const { direction, status, created_at } = message;
  const word = direction === 'outbound' ? STATUS_WORDS[status] : '';
  const isUrgent = direction === 'outbound' && (status === 'failed' || status === 'queued');
  return (
    <span
      className={classes(
        'shrink-0 self-end pb-1 text-xs whitespace-nowrap tabular-nums transition-opacity',
        status === 'failed' ? 'text-danger-text' : 'text-ink-muted',
        !isUrgent &&
          'opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      <time dateTime={created_at} title={formatExact(created_at)}>
        {formatClock(created_at)}
      </time>
      {word && <span className="max-md:hidden"> · {word}</span>}
    </span>
  );
};

/** One message: theirs on the left, ours on the right. */
export const MessageBubble = memo((props: Props) => {
  const { message, continues, names_channel, lit } = props;
  const isOurs = message.direction === 'outbound';
  return (
    <article
      aria-label={isOurs ? 'Sent message' : 'Received message'}
      className={classes('group/message px-4', continues ? 'pt-0.5' : 'pt-3')}
    >
      {names_channel && (
        <p
          className={classes(
            'flex items-center gap-1 px-1 pb-1 text-xs font-medium text-ink-muted',
            isOurs && 'justify-end',
          )}
        >
          <ChannelIcon channel={message.channel} className="size-3" />{' '}
          {channelLabel(message.channel)}
        </p>
      )}
      <div className={classes('flex gap-2', isOurs && 'flex-row-reverse')}>
        <div
          className={classes(
            'grid max-w-[min(80%,36rem)] gap-1.5 rounded-2xl border px-3.5 py-2 text-base transition-shadow duration-500',
            isOurs
              ? 'rounded-br-md border-chat-outbound-line bg-chat-outbound'
              : 'rounded-bl-md border-chat-inbound-line bg-chat-inbound',
            lit && 'ring-2 ring-accent',
          )}
        >
          {message.channel === 'email' && (
            <p className="flex items-center gap-1.5 font-semibold">
              <Mail aria-label="E-mail" className="size-4 shrink-0 text-ink-muted" />
              <span className="[overflow-wrap:anywhere]">{message.subject || 'No subject'}</span>
            </p>
          )}
          <Body {...props} />
          {message.attachments.length > 0 && (
            <div className="flex flex-wrap gap-1.5">
              {message.attachments.map((attachment) => (
                <AttachmentChip key={attachment.id} attachment={attachment} />
              ))}
            </div>
          )}
        </div>
        <Meta message={message} />
      </div>
    </article>
  );
});
