import type { Message } from '@rapport/contract/messaging.api';
import { Mail, Sparkles } from 'lucide-react';
import { lazy, memo, type MouseEvent, Suspense } from 'react';
import { classes } from '../../lib/classes.ts';
import { formatClock } from '../../lib/format.ts';
import { Markdown } from '../notes/markdown-view.tsx';
import { ChannelIcon, channelLabel } from './channel-words.tsx';
import { EmailExtras } from './email-body.tsx';
import { isLong } from './feed-rows.ts';
import { LinkedText } from './linked-text.tsx';
import { MessageAttachments } from './message-attachments.tsx';
import { MessageStatus } from './message-status.tsx';
import { detailsOf, statusOf } from './message-words.ts';

const InlineSuggestionsPanel = lazy(async () => ({
  default: (await import('./inline-suggestions.tsx')).InlineSuggestionsPanel,
}));

/** What a bubble can ask of the feed around it. */
export type BubbleActions = {
  expand: (message_id: string) => void;
  /** Opens the suggestions below a message; null closes them. */
  suggest: (message_id: string | null) => void;
  openPicture: (attachment_id: string) => void;
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
  /** The newest of ours: what became of it is always in sight. */
  isNewest: boolean;
  /** Whether replies are suggested below it. */
  isSuggesting: boolean;
  /** Whether somebody may answer it from here. */
  mayAnswer: boolean;
  actions: BubbleActions;
};

const OURS = 'border-chat-outbound-line bg-chat-outbound';
const CALLED_BACK = 'border-dashed border-line-strong text-ink-muted';

const Body = ({ message, quote, expanded, actions }: Props) => {
  const body = message.body?.trim() ?? '';
  if (body === '')
    return message.attachments.length > 0 ? null : <p className="text-ink-muted">No text</p>;
  const isCut = isLong(body) && !expanded;
  // What we write as e-mail is Markdown; what was searched for is marked in the words as they were typed.
  const isMarkdown = message.channel === 'email' && message.source === 'app' && quote === null;
  return (
    <>
      {isMarkdown ? (
        <div className={isCut ? 'line-clamp-12' : undefined}>
          <Markdown source={body} />
        </div>
      ) : (
        <p
          className={classes(
            'whitespace-pre-wrap [overflow-wrap:anywhere]',
            isCut && 'line-clamp-12',
          )}
        >
          <LinkedText text={body} quote={quote} />
        </p>
      )}
      {isCut && (
        <button
          type="button"
          className="justify-self-start text-sm font-medium text-accent-text hover:underline pointer-coarse:py-2"
          onClick={() => actions.expand(message.id)}
        >
          Show more
        </button>
      )}
    </>
  );
};

/** Time and delivery: on hover with a mouse, always there for a finger, a screen reader and the newest. */
const Meta = ({ message, word, always }: { message: Message; word: string; always: boolean }) => (
  <span
    className={classes(
      'shrink-0 self-end pb-1 text-xs whitespace-nowrap text-ink-muted tabular-nums transition-opacity',
      !always &&
        'opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:opacity-100',
    )}
  >
    <time dateTime={message.created_at} title={detailsOf(message)}>
      {formatClock(message.created_at)}
    </time>
    {word && <span> · {word}</span>}
  </span>
);

const OptOutNote = ({ opt_out }: { opt_out: Message['opt_out'] }) =>
  opt_out === 'asks_to_stop' ? (
    <p className="px-1 pt-1 text-xs font-medium text-warning-text">
      Sounds like they no longer want to be written to: decide yourself.
    </p>
  ) : opt_out === 'stop' || opt_out === 'start' ? (
    <p className="px-1 pt-1 text-xs text-ink-muted">
      {opt_out === 'stop' ? 'Unsubscribed: nothing more is sent.' : 'Subscribed again.'}
    </p>
  ) : null;

/** One message: theirs on the left, ours on the right. */
export const MessageBubble = memo((props: Props) => {
  const { message, continues, names_channel, lit, isSuggesting, mayAnswer, actions } = props;
  const isOurs = message.direction === 'outbound';
  const { kind, word } = statusOf(message);
  const canSuggest = !isOurs && mayAnswer && Boolean(message.body?.trim());
  const suggest = () => actions.suggest(isSuggesting ? null : message.id);
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    // Whoever marks words or presses a link wants just that.
    if (target.closest('a, button, audio, iframe') || !window.getSelection()?.isCollapsed) return;
    suggest();
  };
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
        {/* oxlint-disable-next-line click-events-have-key-events, no-static-element-interactions -- the button beside it does the same for the keyboard */}
        <div
          onClick={canSuggest ? onClick : undefined}
          className={classes(
            'grid max-w-[min(80%,36rem)] gap-1.5 rounded-2xl border px-3.5 py-2 text-base transition-shadow duration-500',
            isOurs ? 'rounded-br-md' : 'rounded-bl-md border-chat-inbound-line bg-chat-inbound',
            isOurs && (kind === 'cancelled' ? CALLED_BACK : OURS),
            canSuggest && 'cursor-pointer hover:border-line-strong',
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
          {message.channel === 'email' && <EmailExtras message={message} />}
          {message.attachments.length > 0 && (
            <MessageAttachments
              attachments={message.attachments}
              onOpenPicture={actions.openPicture}
            />
          )}
        </div>
        {canSuggest && (
          <button
            type="button"
            aria-label="Suggest replies"
            aria-expanded={isSuggesting}
            title="Suggest replies"
            onClick={suggest}
            className={classes(
              'inline-flex size-7 shrink-0 items-center justify-center self-end rounded-md text-ink-muted transition-opacity hover:bg-hover hover:text-accent-text',
              !isSuggesting &&
                'opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:opacity-100',
            )}
          >
            <Sparkles aria-hidden className="size-4" />
          </button>
        )}
        <Meta
          message={message}
          word={kind === 'plain' ? word : ''}
          always={props.isNewest || message.status === 'queued'}
        />
      </div>
      {kind !== 'plain' && <MessageStatus message={message} />}
      <OptOutNote opt_out={message.opt_out} />
      {isSuggesting && (
        <Suspense fallback={null}>
          <InlineSuggestionsPanel message_id={message.id} onClose={() => actions.suggest(null)} />
        </Suspense>
      )}
    </article>
  );
});
