import { File, Mail } from 'lucide-react';
import { messageOf } from '../../lib/api.ts';
import { fillCompose } from './compose-signal.ts';
import { type Outgoing, removeOutgoing } from './outgoing.ts';
import { useSend } from './use-send.ts';

const ACTION =
  'font-medium text-accent-text hover:underline pointer-coarse:px-1 pointer-coarse:py-2';

/** A message that the server does not have yet. */
export const OutgoingBubble = ({ outgoing }: { outgoing: Outgoing }) => {
  const { again } = useSend();
  const { request, attachments, error, key } = outgoing;
  const edit = () => {
    removeOutgoing(key);
    fillCompose({ body: request.body, subject: request.subject ?? null });
  };
  return (
    <article aria-label="Message on its way" className="grid justify-items-end px-4 pt-3">
      <div className="grid max-w-[min(80%,36rem)] gap-1.5 rounded-2xl rounded-br-md border border-chat-outbound-line bg-chat-outbound px-3.5 py-2 text-base">
        {request.channel === 'email' && (
          <p className="flex items-center gap-1.5 font-semibold">
            <Mail aria-label="E-mail" className="size-4 shrink-0 text-ink-muted" />
            <span className="[overflow-wrap:anywhere]">{request.subject}</span>
          </p>
        )}
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{request.body}</p>
        {attachments.length > 0 && (
          <div className="flex flex-wrap gap-1.5">
            {attachments.map(({ id, file_name, preview_url }) =>
              preview_url ? (
                <img
                  key={id}
                  src={preview_url}
                  alt={file_name}
                  className="size-20 rounded-lg object-cover"
                />
              ) : (
                <span key={id} className="inline-flex items-center gap-1 text-xs text-ink-muted">
                  <File aria-hidden className="size-3.5" /> {file_name}
                </span>
              ),
            )}
          </div>
        )}
      </div>
      {error ? (
        <p
          role="alert"
          className="flex flex-wrap justify-end gap-x-1.5 px-1 pt-1 text-xs text-danger-text"
        >
          <span>
            <span className="font-medium">Not sent</span>: {messageOf(error)}
          </span>
          <button type="button" className={ACTION} onClick={() => again(outgoing)}>
            Try again
          </button>
          <button type="button" className={ACTION} onClick={edit}>
            Edit
          </button>
          <button type="button" className={ACTION} onClick={() => removeOutgoing(key)}>
            Discard
          </button>
        </p>
      ) : (
        <p className="px-1 pt-1 text-xs text-ink-muted">Sending…</p>
      )}
    </article>
  );
};
