// The simulated network: a phone to try everything without a carrier account.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { MOST_MEDIA } from './messages-send.api.ts';
import { MESSAGE_STATUSES } from './messaging.api.ts';
import { time, uuid } from './shared.ts';

const simulatedMessage = z.object({
  id: uuid,
  sid: z.string(),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  media_urls: z.array(z.string()),
  /** As the network has it; `received` for what was sent to us. */
  status: z.enum(MESSAGE_STATUSES),
  created_at: time,
});

export const simulatorApi = defineApi({
  simulateInbound: endpoint({
    method: 'POST',
    path: '/api/simulator/inbound',
    access: { kind: 'person', permission: 'settings:manage' },
    summary:
      'Send a text from a simulated phone to one of our numbers, through the same signed webhook as the carrier uses.',
    body: z.object({
      /** Phone number, short code or sender name. */
      from: z.string().trim().min(1, 'is empty').max(40),
      /** One of our simulated numbers; the first one unless given. */
      phone_number_id: uuid.optional(),
      body: z.string().max(1600).default(''),
      media_urls: z.array(z.url()).max(MOST_MEDIA).default([]),
      /** Uploads of the caller, sent along as the phone's pictures. */
      attachment_ids: z.array(uuid).max(MOST_MEDIA).default([]),
      /** As a carrier that answers opt-outs itself adds it. */
      opt_out_type: z.enum(['STOP', 'START', 'HELP']).optional(),
    }),
    response: z.object({ message_sid: z.string(), message_id: uuid, contact_id: uuid }),
    status: 201,
  }),
  listSimulated: endpoint({
    method: 'GET',
    path: '/api/simulator/messages',
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'What a simulated phone sent and received, the oldest first.',
    query: z.object({ phone: z.string().trim().max(40).optional() }),
    response: z.object({ messages: z.array(simulatedMessage) }),
  }),
});
