import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowUp, ImagePlus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import { classes } from '../../lib/classes.ts';
import { formatClock, formatPhone } from '../../lib/format.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCan } from '../auth/auth.api.ts';
import { simulatedQuery, useSimulateText } from './simulator.api.ts';

type Simulated = {
  id: string;
  from: string;
  body: string;
  media_urls: string[];
  status: string;
  created_at: string;
};

const Bubble = ({ message, phone }: { message: Simulated; phone: string }) => {
  const isOwn = message.from === phone;
  return (
    <li className={classes('flex flex-col px-3 pt-2', isOwn ? 'items-end' : 'items-start')}>
      <span
        className={classes(
          'max-w-[85%] rounded-2xl px-3 py-1.5 text-base whitespace-pre-wrap [overflow-wrap:anywhere]',
          isOwn ? 'rounded-br-md bg-accent text-accent-ink' : 'rounded-bl-md bg-pressed text-ink',
        )}
      >
        {message.body}
        {message.media_urls.length > 0 && (
          <span className="mt-1 block text-xs opacity-90">
            {message.media_urls.length === 1
              ? '1 picture'
              : `${message.media_urls.length} pictures`}
          </span>
        )}
      </span>
      <span className="px-1 pt-0.5 text-xs text-ink-muted">{formatClock(message.created_at)}</span>
    </li>
  );
};

const Screen = ({ phone }: { phone: string }) => {
  const mayLook = useCan('settings:manage');
  const { data, error, refetch } = useQuery({
    ...simulatedQuery(phone),
    enabled: mayLook && phone !== '',
  });
  const list = useRef<HTMLDivElement>(null);
  const count = data?.length ?? 0;
  useEffect(() => {
    list.current?.scrollTo(0, list.current.scrollHeight);
  }, [count]);
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  return (
    <div
      ref={list}
      role="log"
      aria-label="Messages on the phone"
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto pb-2 focus-visible:-outline-offset-2"
    >
      {count === 0 && (
        <p className="px-6 pt-16 text-center text-ink-muted">
          Write as this person would. The answers of your team appear here.
        </p>
      )}
      <ul>
        {data?.map((message) => (
          <Bubble key={message.id} message={message} phone={phone} />
        ))}
      </ul>
    </div>
  );
};

type Props = { phone: string; line: PhoneNumber; onSent: () => void };

/** The phone in somebody's hand: what they see, and what they write. */
export const PhoneScreen = ({ phone, line, onSent }: Props) => {
  const text = useSimulateText();
  const [body, setBody] = useState('');
  const [picture, setPicture] = useState<string | null>(null);
  const send = () => {
    if (body.trim() === '' && !picture) return;
    text.mutate(
      {
        from: phone,
        phone_number_id: line.id,
        body,
        ...(picture && { media_urls: [picture] }),
      },
      {
        onSuccess: () => {
          setBody('');
          setPicture(null);
          onSent();
        },
      },
    );
  };
  return (
    <section
      aria-label={`Phone ${formatPhone(phone)}`}
      className="flex h-[min(40rem,calc(100dvh-9rem))] min-h-96 flex-col overflow-hidden rounded-3xl border-4 border-line-strong bg-canvas shadow-float"
    >
      <header className="grid justify-items-center border-b border-line px-4 py-2.5">
        <span className="text-base font-semibold">{line.friendly_name || line.display}</span>
        <span className="text-xs text-ink-muted tabular-nums">
          {formatPhone(phone)} writes to {line.display}
        </span>
      </header>
      <Screen phone={phone} />
      {text.data && (
        <Link
          to="/messaging/$contactId"
          params={{ contactId: text.data.contact_id }}
          className="px-4 pb-1 text-center text-xs font-medium text-accent-text hover:underline pointer-coarse:py-2"
        >
          Open the conversation in Messaging
        </Link>
      )}
      {text.error && (
        <p role="alert" className="bg-danger-soft px-4 py-2 text-danger-text">
          {messageOf(text.error)}
        </p>
      )}
      {picture !== null && (
        <div className="flex items-center gap-2 border-t border-line px-3 py-1.5">
          <input
            aria-label="Address of a picture"
            placeholder="https://… address of a picture"
            type="url"
            className="h-8 min-w-0 flex-1 bg-transparent outline-none"
            value={picture}
            onChange={({ target }) => setPicture(target.value)}
          />
          <IconButton label="No picture" size="sm" onClick={() => setPicture(null)}>
            <X aria-hidden />
          </IconButton>
        </div>
      )}
      <form
        className="flex items-end gap-1.5 border-t border-line p-2"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <IconButton label="Attach a picture" onClick={() => setPicture('')}>
          <ImagePlus aria-hidden />
        </IconButton>
        <textarea
          aria-label="Text"
          placeholder="Text message"
          rows={1}
          maxLength={1600}
          className="field-sizing-content max-h-32 min-h-9 min-w-0 flex-1 resize-none rounded-2xl border border-line-strong bg-raised px-3 py-1.5 text-base outline-none focus:border-accent max-md:text-lg"
          value={body}
          onChange={({ target }) => setBody(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button
          type="submit"
          aria-label="Send the text"
          disabled={text.isPending || phone === '' || (body.trim() === '' && !picture)}
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-ink disabled:opacity-40 [&_svg]:size-4"
        >
          <ArrowUp aria-hidden />
        </button>
      </form>
    </section>
  );
};
