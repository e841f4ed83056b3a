// How calls are answered, who is rung for one, what is asked of each transcript, and a phone to try it with.
import { z } from 'zod';
import { callSegment } from './calls.api.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { done, time, uuid } from './shared.ts';

export const analyzer = z.object({
  id: uuid,
  name: z.string(),
  prompt: z.string(),
  /** The built-in engine has a way of its own for these; a free question it answers with quotes. */
  task: z.enum(['summary', 'sentiment', 'next_steps', 'topics']).nullable(),
  enabled: z.boolean(),
  created_at: time,
});
export type Analyzer = z.output<typeof analyzer>;

const analyzerParams = z.object({ analyzer_id: uuid });
const analyzerData = z.object({
  name: z.string().trim().min(1, 'is empty').max(60),
  prompt: z.string().trim().min(1, 'is empty').max(4000),
  enabled: z.boolean(),
});

export const callHandling = z.object({
  phone_number_id: uuid,
  phone_number: z.string(),
  friendly_name: z.string(),
  /** Rung before the voicemail; null when calls go there at once. */
  forward_to: z.string().nullable(),
  /** Said before the tone; empty for the standard one. */
  greeting: z.string(),
  /** Whether calls that are put through are recorded and written down. */
  records: z.boolean(),
});
export type CallHandling = z.output<typeof callHandling>;

const manage = { kind: 'person', permission: 'settings:manage' } as const;
const look = { kind: 'person', permission: 'settings:read' } as const;
const self = { kind: 'person', permission: null } as const;
const ownPhone = z.object({ phone_number: z.string().nullable() });

export const callSettingsApi = defineApi({
  listAnalyzers: endpoint({
    method: 'GET',
    path: '/api/settings/analyzers',
    access: look,
    summary: 'The questions that are asked of each transcript.',
    response: z.object({ analyzers: z.array(analyzer) }),
  }),
  createAnalyzer: endpoint({
    method: 'POST',
    path: '/api/settings/analyzers',
    access: manage,
    summary: 'Add a question; it is asked of transcripts from now on.',
    body: analyzerData.extend({ enabled: z.boolean().default(true) }),
    response: analyzer,
    status: 201,
  }),
  updateAnalyzer: endpoint({
    method: 'PUT',
    path: '/api/settings/analyzers/{analyzer_id}',
    access: manage,
    summary: 'Change a question; earlier answers keep the one that they answer.',
    params: analyzerParams,
    body: analyzerData.partial(),
    response: analyzer,
  }),
  removeAnalyzer: endpoint({
    method: 'DELETE',
    path: '/api/settings/analyzers/{analyzer_id}',
    access: manage,
    summary: 'Delete a question; its answers stay with their calls.',
    params: analyzerParams,
    response: done,
  }),
  listCallHandling: endpoint({
    method: 'GET',
    path: '/api/settings/calls',
    access: look,
    summary: 'How each of our numbers answers a call.',
    response: z.object({ numbers: z.array(callHandling) }),
  }),
  updateCallHandling: endpoint({
    method: 'PUT',
    path: '/api/settings/calls/{phone_number_id}',
    access: manage,
    summary: 'Say whom a number rings, what the voicemail says, and whether calls are recorded.',
    params: z.object({ phone_number_id: uuid }),
    body: z
      .object({
        forward_to: z.string().trim().max(40).nullable(),
        greeting: z.string().trim().max(500),
        records: z.boolean(),
      })
      .partial(),
    response: callHandling,
  }),
  getOwnPhone: endpoint({
    method: 'GET',
    path: '/api/me/phone',
    access: self,
    summary: 'The phone that rings when the caller starts a call here.',
    response: ownPhone,
  }),
  updateOwnPhone: endpoint({
    method: 'PUT',
    path: '/api/me/phone',
    access: self,
    summary: 'Set or forget the phone that rings when the caller starts a call here.',
    body: z.object({ phone_number: z.string().trim().max(40).nullable() }),
    response: ownPhone,
  }),
  simulateCall: endpoint({
    method: 'POST',
    path: '/api/simulator/calls',
    access: { kind: 'person', permission: 'settings:manage' },
    summary:
      'Call one of our numbers from a simulated phone and leave a message, through the same signed webhooks as the carrier uses.',
    body: z.object({
      from: z.string().trim().min(1, 'is empty').max(40),
      /** One of our simulated numbers; the first one unless given. */
      phone_number_id: uuid.optional(),
      /** What the caller says; lines of both sides when somebody answers. Empty hangs up. */
      transcript: z.string().trim().max(20_000).default(''),
      duration_seconds: z.number().int().min(0).max(7200).optional(),
    }),
    response: z.object({ call_id: uuid, contact_id: uuid, segments: z.array(callSegment) }),
    status: 201,
  }),
});
