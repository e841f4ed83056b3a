// Calls: the record, what was said, what was read out of it, and starting one.
import { CALL_OUTCOMES, CALL_STATUSES } from '@rapport/domain/calls/status';
import { SPEAKERS } from '@rapport/domain/calls/segments';
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, pageQuery, pageReply, time, uuid } from './shared.ts';
import { todo } from './todos.api.ts';

const CALL_DIRECTIONS = ['inbound', 'outbound'] as const;

/** Seconds from the beginning of the recording. */
const moment = z.number().min(0).max(86_400);

export const callSegment = z.object({
  speaker: z.enum(SPEAKERS),
  /** What the transcript calls them; null when it does not. */
  name: z.string().nullable(),
  text: z.string(),
  start_seconds: z.number().nullable(),
  end_seconds: z.number().nullable(),
});
export type CallSegment = z.output<typeof callSegment>;

export const call = z.object({
  id: uuid,
  contact_id: uuid,
  contact: z.object({ first_name: z.string(), last_name: z.string() }),
  /** The provider's id, or the one that came with the record. */
  sid: z.string(),
  provider: z.enum(['twilio', 'simulator', 'manual']),
  direction: z.enum(CALL_DIRECTIONS),
  status: z.enum(CALL_STATUSES),
  /** How it ended; null while it goes on, and when nobody said. */
  outcome: z.enum(CALL_OUTCOMES).nullable(),
  from_address: z.string(),
  to_address: z.string(),
  phone_number_id: uuid.nullable(),
  /** Our line: "Friendly (number)". */
  received_on: z.string(),
  started_at: time,
  duration_seconds: z.number().int().nullable(),
  /** Where the recording is played from; null until it is here. */
  recording_url: z.string().nullable(),
  /** `pending`: it is being fetched. `failed`: the provider no longer has it. */
  recording_status: z.enum(['none', 'pending', 'stored', 'failed']),
  has_transcription: z.boolean(),
  created_at: time,
});
export type Call = z.output<typeof call>;

export const callAnalysis = z.object({
  id: uuid,
  /** Markdown; of a failed run the sentence that says why. */
  content: z.string(),
  status: z.enum(['completed', 'failed']),
  /** `local` for the built-in engine. */
  engine: z.string(),
  model: z.string().nullable(),
  created_at: time,
});

/** All answers to one question, the newest first. */
export const callAnalysisGroup = z.object({
  /** Null when the analyzer was deleted. */
  analyzer_id: uuid.nullable(),
  analyzer_name: z.string(),
  runs: z.array(callAnalysis),
});
export type CallAnalysisGroup = z.output<typeof callAnalysisGroup>;

export const callDetails = call.extend({
  transcription: z.string().nullable(),
  segments: z.array(callSegment),
  analyses: z.array(callAnalysisGroup),
  todos: z.array(todo),
});
export type CallDetails = z.output<typeof callDetails>;

const callParams = z.object({ call_id: uuid });
const read = { kind: 'person', permission: 'contact:read' } as const;
const write = { kind: 'person', permission: 'contact:write' } as const;
const address = z.string().trim().max(40);

const transcriptionData = z
  .object({
    /** Lines that start with a speaker ("Caller: ...", "Agent: ...") become segments. */
    text: z.string().trim().max(200_000),
    segments: z
      .array(
        z.object({
          speaker: z.enum(SPEAKERS).default('unknown'),
          name: z.string().trim().max(100).nullable().default(null),
          text: z.string().trim().min(1).max(20_000),
          start_seconds: moment.nullable().default(null),
          end_seconds: moment.nullable().default(null),
        }),
      )
      .max(5000),
  })
  .partial()
  .refine(({ text, segments }) => Boolean(text) || Boolean(segments?.length), {
    message: 'must have a text or segments',
    path: ['text'],
  });

export const callsApi = defineApi({
  listCalls: endpoint({
    method: 'GET',
    path: '/api/calls',
    access: read,
    summary: 'The calls of the organization, newest first.',
    query: z.object({
      contact_id: uuid.optional(),
      direction: z.enum(CALL_DIRECTIONS).optional(),
      status: z.enum(CALL_STATUSES).optional(),
      outcome: z.enum(CALL_OUTCOMES).optional(),
      /** Name, number or company of the contact. */
      search: z.string().trim().max(200).optional(),
      ...pageQuery,
    }),
    response: z.object({ calls: z.array(call), ...pageReply }),
    contact_param: 'contact_id',
  }),
  listContactCalls: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/calls',
    access: read,
    summary: 'All calls of a contact, newest first, with transcription and analyses.',
    params: contactParams,
    response: z.object({ calls: z.array(callDetails) }),
    contact_param: 'contact_id',
  }),
  getCall: endpoint({
    method: 'GET',
    path: '/api/calls/{call_id}',
    access: read,
    summary: 'One call with transcription, analyses and the todos that were proposed from it.',
    params: callParams,
    response: callDetails,
  }),
  createCall: endpoint({
    method: 'POST',
    path: '/api/calls',
    access: write,
    summary:
      'Record a call that took place elsewhere. The same `sid` twice is one call: the first stays as it is.',
    body: z.object({
      contact_id: uuid,
      /** An id of your own that makes this idempotent; one is made unless given. */
      sid: z.string().trim().min(1).max(100).optional(),
      direction: z.enum(CALL_DIRECTIONS),
      status: z.enum(CALL_STATUSES).default('completed'),
      outcome: z.enum(CALL_OUTCOMES).optional(),
      from_address: address.default(''),
      to_address: address.default(''),
      phone_number_id: uuid.optional(),
      started_at: z.iso.datetime({
        offset: true,
        error: 'must be a time such as 2027-02-28T10:00:00Z',
      }),
      duration_seconds: z.number().int().min(0).max(86_400).optional(),
      transcription: transcriptionData.optional(),
    }),
    response: callDetails,
    status: 201,
    contact_param: 'contact_id',
  }),
  transcribeCall: endpoint({
    method: 'POST',
    path: '/api/calls/{call_id}/transcription',
    access: write,
    summary:
      'Say what was said in a call, as text or as segments by speaker. Replaces what was there; analyses follow in the background.',
    params: callParams,
    body: transcriptionData,
    response: callDetails,
  }),
  rerunAnalyses: endpoint({
    method: 'POST',
    path: '/api/calls/{call_id}/rerun',
    access: { kind: 'person', permission: 'enrichment:run' },
    summary:
      'Ask the analyzers again, all enabled ones or those that are named. Answers are added to the earlier ones, in the background.',
    params: callParams,
    body: z.object({ analyzer_ids: z.array(uuid).min(1).max(50).optional() }),
    response: z.object({ queued: z.number().int() }),
    status: 202,
  }),
  getRecording: endpoint({
    method: 'GET',
    path: '/api/calls/{call_id}/recording',
    access: read,
    summary: 'The recording of a call; byte ranges are answered with 206.',
    params: callParams,
    response: z.unknown(),
    encoding: 'file',
  }),
  dialContact: endpoint({
    method: 'POST',
    path: '/api/calls/dial',
    access: { kind: 'person', permission: 'message:send' },
    summary: "Ring the member's own phone, then connect it with the contact.",
    body: z.object({
      contact_id: uuid,
      /** The preferred phone unless given. */
      contact_phone_id: uuid.optional(),
      /** The first number that can call unless given. */
      phone_number_id: uuid.optional(),
      /** The phone to ring first; the member's own one unless given. */
      own_phone: z.string().trim().min(1).max(40).optional(),
    }),
    response: callDetails,
    status: 201,
    contact_param: 'contact_id',
  }),
});
