import type { Contact } from '@rapport/contract/contacts.api';
import type { Draft } from '@rapport/contract/drafts.api';
import type { EmailAddress } from '@rapport/contract/email-addresses.api';
import type { Message } from '@rapport/contract/messaging.api';
import type { PhoneNumber } from '@rapport/contract/phone-numbers.api';
import type { Suppression } from '@rapport/contract/suppressions.api';
import {
  type ClipboardEvent,
  type DragEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { classes } from '../../lib/classes.ts';
import { toast } from '../../ui/toast.tsx';
import { AttachmentTray } from './attachment-tray.tsx';
import { CannedMenu, useCannedMenu } from './canned-menu.tsx';
import { ComposeBlock } from './compose-block.tsx';
import { blockOf } from './compose-blocks.ts';
import { type ComposeChannel, missingIn, requestOf } from './compose-draft.ts';
import { ComposeFoot } from './compose-foot.tsx';
import { ComposeHead } from './compose-head.tsx';
import { onComposeSignal } from './compose-signal.ts';
import { useDraft } from './drafts.api.ts';
import { replyChannel } from './number-routing.ts';
import { useAttachments } from './use-attachments.ts';
import { useSend } from './use-send.ts';
import { useWays } from './use-ways.ts';

type Props = {
  contact: Contact;
  /** Oldest first. */
  messages: readonly Message[];
  numbers: readonly PhoneNumber[];
  addresses: readonly EmailAddress[];
  suppressions: readonly Suppression[];
  drafts: readonly Draft[];
};

/** The compose box: from whom, to whom, what, when. */
export const ComposeBox = ({
  contact,
  messages,
  numbers,
  addresses,
  suppressions,
  drafts,
}: Props) => {
  const [channel, setChannel] = useState<ComposeChannel>(() =>
    replyChannel(messages, {
      sms: contact.phones.length > 0,
      email: contact.emails.length > 0 && addresses.length > 0,
    }),
  );
  const { draft, update, clear } = useDraft(contact.id, channel, drafts);
  const ways = useWays({ contact, channel, messages, numbers, addresses, draft });
  const attachments = useAttachments(draft, update);
  const { send } = useSend();
  const area = useRef<HTMLTextAreaElement>(null);
  const canned = useCannedMenu(area, contact.id, draft.body, (body) => update({ body }));
  const [isDraggedOver, setIsDraggedOver] = useState(false);

  const focusEnd = () =>
    requestAnimationFrame(() => {
      const box = area.current;
      box?.focus();
      box?.setSelectionRange(box.value.length, box.value.length);
    });
  const onSignal = useEffectEvent(
    (signal: Parameters<Parameters<typeof onComposeSignal>[0]>[0]) => {
      if (signal.kind === 'fill') {
        const { body, subject, ai_origin = null } = signal.fill;
        update({ body, ai_origin, ...(subject && { subject }) });
      } else if (signal.channel) setChannel(signal.channel);
      focusEnd();
    },
  );
  useEffect(() => onComposeSignal((signal) => onSignal(signal)), []);

  const block = blockOf({
    channel,
    status: contact.status,
    recipient: ways.recipient?.value ?? null,
    sender: ways.sender?.value ?? null,
    suppressions,
  });
  const submit = (send_at: Date | null) => {
    const written = { ...draft, subject: ways.subject };
    const missing = missingIn(written, channel);
    if (missing) {
      toast.error(missing);
      return;
    }
    if (block || !ways.sender) return;
    send(
      requestOf(written, {
        contact_id: contact.id,
        channel,
        sender_id: ways.sender.id,
        send_at,
        in_reply_to_message_id: ways.in_reply_to_message_id,
      }),
      draft.attachments.map(({ key, file_name, preview_url }) => ({
        id: key,
        file_name,
        preview_url,
      })),
    );
    clear();
    area.current?.focus();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsDraggedOver(false);
    attachments.add([...event.dataTransfer.files]);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    attachments.add(files);
  };

  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- files can be dropped; the paper clip does the same
    <section
      aria-label="Write a message"
      className="shrink-0 border-t border-line p-3 max-md:p-2"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsDraggedOver(true);
      }}
      onDragLeave={() => setIsDraggedOver(false)}
      onDrop={onDrop}
    >
      <div
        className={classes(
          'relative rounded-lg border bg-raised shadow-card transition-colors focus-within:border-accent',
          isDraggedOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <ComposeHead
          channel={channel}
          onChannel={setChannel}
          ways={ways}
          onRecipient={(recipient_id) => update({ recipient_id })}
        />
        {block ? (
          <ComposeBlock block={block} contact_id={contact.id} />
        ) : (
          <>
            {channel === 'email' && (
              <input
                aria-label="Subject"
                placeholder="Subject"
                className="h-9 w-full border-b border-line bg-transparent px-3 text-base font-medium outline-none max-md:text-lg"
                maxLength={998}
                value={ways.subject}
                onChange={({ target }) => update({ subject: target.value })}
              />
            )}
            <textarea
              ref={area}
              aria-label="Message"
              placeholder={
                channel === 'sms' ? 'Write a text, or / for a canned reply' : 'Write an e-mail'
              }
              rows={2}
              className="field-sizing-content block max-h-[40dvh] min-h-15 w-full resize-none bg-transparent px-3 py-2 text-base outline-none max-md:text-lg"
              value={draft.body}
              onChange={({ target }) =>
                update({
                  body: target.value,
                  // What somebody empties and writes anew is theirs.
                  ...(target.value.trim() === '' && { ai_origin: null }),
                })
              }
              onPaste={onPaste}
              {...canned.controls}
              onKeyDown={(event) => {
                if (canned.onKeyDown(event)) return;
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                  event.preventDefault();
                  submit(null);
                }
                if (event.key === 'Escape') {
                  event.stopPropagation();
                  event.currentTarget.blur();
                }
              }}
            />
            <CannedMenu menu={canned} />
            <AttachmentTray attachments={draft.attachments} onRemove={attachments.remove} />
            <ComposeFoot
              channel={channel}
              draft={draft}
              onChange={update}
              onFiles={attachments.add}
              onCanned={canned.open}
              onSend={() => submit(null)}
              onSchedule={submit}
            />
          </>
        )}
      </div>
    </section>
  );
};
