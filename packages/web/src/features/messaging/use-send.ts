import type { Message } from '@rapport/contract/messaging.api';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { client, isPassing } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import type { History } from './history.ts';
import { putMessage } from './history.ts';
import { addOutgoing, failOutgoing, type Outgoing, removeOutgoing } from './outgoing.ts';

/** For so long a message can be called back, in seconds. */
const UNDO_SECONDS = 5;
/** Pauses before the tries after a lost connection, in milliseconds. */
const PAUSES = [1_000, 3_000];

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Sends again while only the connection is at fault: the key makes one message of all tries. */
const post = async ({ key, request }: Outgoing): Promise<Message> => {
  const body = request.send_at ? request : { ...request, delay_seconds: UNDO_SECONDS };
  for (const wait of PAUSES) {
    try {
      return await client.sendMessage({ body, headers: { 'Idempotency-Key': key } });
    } catch (error) {
      if (!isPassing(error)) throw error;
      await pause(wait);
    }
  }
  return client.sendMessage({ body, headers: { 'Idempotency-Key': key } });
};

/** Puts what the server answers into the conversation, wherever it is shown. */
export const useKeepMessage = () => {
  const queryClient = useQueryClient();
  return useCallback(
    (contact_id: string, message: Message) => {
      queryClient.setQueryData<History>(
        keys.contactMessages(contact_id),
        (history) => history && putMessage(history, message),
      );
      void queryClient.invalidateQueries({ queryKey: keys.contactMessages(contact_id) });
    },
    [queryClient],
  );
};

/** Sends a message: on screen at once, then as the server has it; a refusal stays on screen with its reason. */
export const useSend = () => {
  const keep = useKeepMessage();
  const transmit = useCallback(
    async (outgoing: Outgoing) => {
      try {
        const message = await post(outgoing);
        removeOutgoing(outgoing.key);
        keep(outgoing.request.contact_id, message);
      } catch (error) {
        failOutgoing(outgoing.key, error);
      }
    },
    [keep],
  );
  const send = useCallback(
    (request: Outgoing['request'], attachments: Outgoing['attachments'] = []) => {
      const outgoing: Outgoing = {
        key: crypto.randomUUID(),
        request,
        attachments,
        created_at: new Date().toISOString(),
        error: null,
      };
      addOutgoing(outgoing);
      void transmit(outgoing);
    },
    [transmit],
  );
  const again = useCallback(
    (outgoing: Outgoing) => {
      failOutgoing(outgoing.key, null);
      void transmit({ ...outgoing, error: null });
    },
    [transmit],
  );
  return { send, again };
};
