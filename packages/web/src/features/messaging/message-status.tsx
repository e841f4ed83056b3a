import type { Message } from '@rapport/contract/messaging.api';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { client } from '../../lib/api.ts';
import { classes } from '../../lib/classes.ts';
import { toast } from '../../ui/toast.tsx';
import { useCan } from '../auth/auth.api.ts';
import { contactQuery } from '../contacts/contacts.api.ts';
import { emailAddressesQuery, phoneNumbersQuery } from './compose.api.ts';
import { fillCompose } from './compose-signal.ts';
import { statusOf } from './message-words.ts';
import { sendAgain } from './send-again.ts';
import { useKeepMessage, useSend } from './use-send.ts';

const Action = ({
  children,
  onClick,
  disabled = false,
}: {
  children: ReactNode;
  onClick: () => void;
  disabled?: boolean;
}) => (
  <button
    type="button"
    disabled={disabled}
    className="font-medium text-accent-text hover:underline disabled:opacity-50 pointer-coarse:px-1 pointer-coarse:py-2"
    onClick={onClick}
  >
    {children}
  </button>
);

/** Calls a waiting message back; its words return to the compose box. */
const CallBack = ({ message, word }: { message: Message; word: string }) => {
  const keep = useKeepMessage();
  const [isBusy, setIsBusy] = useState(false);
  const cancel = async () => {
    setIsBusy(true);
    try {
      const cancelled = await client.cancelMessage({ params: { message_id: message.id } });
      if (message.contact_id) keep(message.contact_id, cancelled);
      if (message.body) fillCompose({ body: message.body, subject: message.subject });
    } catch (error) {
      toast.error(error);
      if (message.contact_id) keep(message.contact_id, { ...message, is_cancellable: false });
    }
  };
  return (
    <Action disabled={isBusy} onClick={() => void cancel()}>
      {word}
    </Action>
  );
};

const Retry = ({ message }: { message: Message }) => {
  const queryClient = useQueryClient();
  const { send } = useSend();
  const again = () => {
    const { contact_id } = message;
    const request =
      contact_id === null
        ? null
        : sendAgain(message, {
            contact: queryClient.getQueryData(contactQuery(contact_id).queryKey),
            numbers: queryClient.getQueryData(phoneNumbersQuery.queryKey) ?? [],
            addresses: queryClient.getQueryData(emailAddressesQuery.queryKey) ?? [],
          });
    if (request) send(request);
    else fillCompose({ body: message.body ?? '', subject: message.subject });
  };
  return <Action onClick={again}>Try again</Action>;
};

/** What became of a message of ours that needs a look: it waits, it failed, or nobody knows. */
export const MessageStatus = ({ message }: { message: Message }) => {
  const maySend = useCan('message:send');
  const { kind, word, reason } = statusOf(message);
  return (
    <p
      className={classes(
        'flex flex-wrap justify-end gap-x-1.5 px-1 pt-1 text-xs',
        kind === 'failed' ? 'text-danger-text' : 'text-ink-muted',
        kind === 'unknown' && 'text-warning-text!',
      )}
    >
      <span className="[overflow-wrap:anywhere]">
        <span className="font-medium">{word}</span>
        {reason && `: ${reason}`}
      </span>
      {maySend && kind === 'undo' && <CallBack message={message} word="Undo" />}
      {maySend && kind === 'scheduled' && <CallBack message={message} word="Cancel" />}
      {maySend && kind === 'failed' && <Retry message={message} />}
    </p>
  );
};
