// Enrichment: contact fields filled from the conversation, each with its evidence.
import { z } from 'zod';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, time, uuid } from './shared.ts';

/** The contact fields that enrichment may fill. */
export const ENRICHED_FIELDS = [
  'first_name',
  'last_name',
  'email',
  'company',
  'job_title',
  'preferred_language',
  'timezone',
  'gender',
  'pipeline_stage',
  'ai_summary',
] as const;
export type EnrichedField = (typeof ENRICHED_FIELDS)[number];

export const fieldEvidence = z.object({
  field: z.enum(ENRICHED_FIELDS),
  value: z.string(),
  run_id: uuid,
  /** Where it was said: in a message, or in a call. */
  message_id: uuid.nullable(),
  call_id: uuid.nullable(),
  quote: z.string().nullable(),
  /** When the quoted message was sent. */
  message_at: time.nullable(),
  /** `local` or `llm`. */
  engine: z.string(),
  model: z.string().nullable(),
  created_at: time,
});
export type FieldEvidence = z.output<typeof fieldEvidence>;

/** A value that an engine read and that was not written. */
const unwritten = z.object({ field: z.enum(ENRICHED_FIELDS), value: z.string() });

export const enrichmentRun = z.object({
  id: uuid,
  contact_id: uuid,
  source: z.enum(['messages', 'call']),
  call_id: uuid.nullable(),
  engine: z.string(),
  model: z.string().nullable(),
  /** Messages with text that were read. */
  message_count: z.number().int(),
  /** Older messages that were left out, because the history is too long for the model. */
  omitted_count: z.number().int(),
  /** In US dollars; null when nobody knows, and for the built-in engine. */
  cost_usd: z.number().nullable(),
  /** Why the built-in engine worked although a language model is set up. */
  fallback_reason: z.string().nullable(),
  /** The fields that this run filled. */
  filled: z.array(z.enum(ENRICHED_FIELDS)),
  /** Those that were taken back since. */
  reverted: z.array(z.enum(ENRICHED_FIELDS)),
  /** Why a field is still empty: what was read could not be believed. */
  refused: z.array(unwritten.extend({ reason: z.string() })),
  /** Read for fields that were filled already: shown, never written. */
  suggested: z.array(unwritten.extend({ quote: z.string() })),
  requested_by_name: z.string().nullable(),
  created_at: time,
});
export type EnrichmentRun = z.output<typeof enrichmentRun>;

export const MOST_ENRICHED_AT_ONCE = 50;

const enrichmentBatch = z.object({
  batch_id: uuid,
  total: z.number().int(),
  completed: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  failed_ids: z.array(uuid),
  /** Of each that failed one sentence that says why. */
  failures: z.array(z.object({ contact_id: uuid, reason: z.string() })),
  created_at: time,
  /** Null while it runs. */
  finished_at: time.nullable(),
});
export type EnrichmentBatch = z.output<typeof enrichmentBatch>;

const runParams = contactParams.extend({ run_id: uuid });

const enrichmentSettings = z.object({
  /** Contacts without a name are read after each call that was written down. */
  after_call: z.boolean(),
  /** Contacts without a name are read after so many new messages of theirs; null = never. */
  after_messages: z
    .number()
    .int()
    .min(1, 'must be 1 or more')
    .max(100, 'must be 100 or less')
    .nullable(),
});

export const enrichmentApi = defineApi({
  listEnrichmentRuns: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/enrichment-runs',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'The newest 50 runs of a contact: what each filled, suggested, refused and cost.',
    params: contactParams,
    response: z.object({ runs: z.array(enrichmentRun) }),
    contact_param: 'contact_id',
  }),
  revertEnrichmentRun: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/enrichment-runs/{run_id}/revert',
    access: { kind: 'person', permission: 'contact:write' },
    summary:
      'Take back fields of a run, or all of it with its note and memory. What somebody changed since stays.',
    params: runParams,
    body: z.object({ fields: z.array(z.enum(ENRICHED_FIELDS)).min(1, 'is empty').optional() }),
    response: z.object({
      run: enrichmentRun,
      /** What stays because somebody changed it since. */
      kept: z.array(z.string()),
    }),
    contact_param: 'contact_id',
  }),
  getEnrichmentSettings: endpoint({
    method: 'GET',
    path: '/api/settings/enrichment',
    access: { kind: 'person', permission: 'settings:read' },
    summary: 'When contacts are read without anybody asking.',
    response: enrichmentSettings,
  }),
  saveEnrichmentSettings: endpoint({
    method: 'PUT',
    path: '/api/settings/enrichment',
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'Say when contacts are read without anybody asking.',
    body: enrichmentSettings,
    response: enrichmentSettings,
  }),
  bulkEnrichFromMessages: endpoint({
    method: 'POST',
    path: '/api/contacts/bulk-enrich-from-messages',
    access: { kind: 'person', permission: 'enrichment:bulk' },
    summary:
      'Read the messages of up to 50 contacts, ten at a time; answers when all are done. The same batch_id again is the same batch.',
    body: z.object({
      contact_ids: z
        .array(uuid)
        .min(1, 'is empty')
        .max(MOST_ENRICHED_AT_ONCE, `has more than ${MOST_ENRICHED_AT_ONCE} ids`),
      /** Chosen by the caller, to recognise the progress events and to ask for the batch later. */
      batch_id: uuid,
    }),
    response: enrichmentBatch,
  }),
  getEnrichmentBatch: endpoint({
    method: 'GET',
    path: '/api/contacts/bulk-enrich/{batch_id}',
    access: { kind: 'person', permission: 'enrichment:bulk' },
    summary: 'How far a batch is, also while it runs and after a restart.',
    params: z.object({ batch_id: uuid }),
    response: enrichmentBatch,
  }),
  enrichFromMessages: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/enrich-from-messages',
    access: { kind: 'person', permission: 'enrichment:run' },
    summary:
      'Read the messages of a contact and fill what is empty; 400 when there is no text to read.',
    params: contactParams,
    response: z.object({ run: enrichmentRun }),
    contact_param: 'contact_id',
  }),
  getEvidence: endpoint({
    method: 'GET',
    path: '/api/contacts/{contact_id}/evidence',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'Where each filled field was read, and the last run.',
    params: contactParams,
    response: z.object({ evidence: z.array(fieldEvidence), last_run: enrichmentRun.nullable() }),
    contact_param: 'contact_id',
  }),
});
