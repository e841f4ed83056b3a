import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import { Link } from '@tanstack/react-router';
import { ArrowUp, ImagePlus, X } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { messageOf } from '../../lib/api.ts';
import { formatPhone } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { toast } from '../../ui/toast.tsx';
import { discardAttachment, uploadAttachment } from '../messaging/attachments.api.ts';
import { PhoneMessages } from './phone-messages.tsx';
import { useSimulateText } from './simulator.api.ts';

type Props = { phone: string; line: PhoneNumber; onSent: () => void };

/** The phone in somebody's hand: what they see, and what they write. */
export const PhoneScreen = ({ phone, line, onSent }: Props) => {
  const text = useSimulateText();
  const [body, setBody] = useState('');
  const [picture, setPicture] = useState<{ id: string; file_name: string } | null>(null);
  const [isUploading, setIsUploading] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = '';
    if (!file) return;
    setIsUploading(true);
    try {
      const { id } = await uploadAttachment(file, new AbortController().signal);
      setPicture({ id, file_name: file.name });
    } catch (error) {
      toast.error(error);
    } finally {
      setIsUploading(false);
    }
  };
  const send = () => {
    if (body.trim() === '' && !picture) return;
    text.mutate(
      {
        from: phone,
        phone_number_id: line.id,
        body,
        ...(picture && { attachment_ids: [picture.id] }),
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
      <PhoneMessages phone={phone} />
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
        <p className="flex items-center gap-2 border-t border-line px-3 py-1.5">
          <span className="min-w-0 flex-1 truncate">{picture.file_name}</span>
          <IconButton
            label={`Remove ${picture.file_name}`}
            size="sm"
            onClick={() => {
              discardAttachment(picture.id);
              setPicture(null);
            }}
          >
            <X aria-hidden />
          </IconButton>
        </p>
      )}
      <form
        className="flex items-end gap-1.5 border-t border-line p-2"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <input
          ref={picker}
          type="file"
          accept="image/*"
          hidden
          aria-label="Picture to attach"
          onChange={(event) => void choose(event)}
        />
        <IconButton
          label="Attach a picture"
          disabled={isUploading}
          onClick={() => picker.current?.click()}
        >
          {isUploading ? <Spinner /> : <ImagePlus aria-hidden />}
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
          disabled={
            text.isPending || isUploading || phone === '' || (body.trim() === '' && !picture)
          }
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-ink disabled:opacity-40 [&_svg]:size-4"
        >
          <ArrowUp aria-hidden />
        </button>
      </form>
    </section>
  );
};
