// The fifteen fields that enrichment extracts, as one table: what each is, where it is kept, when it may be filled.

/** Pipeline stages that enrichment may write. */
export const PIPELINE_STAGES = ['lead', 'prospect', 'qualified', 'customer', 'churned'] as const;
export type PipelineStage = (typeof PIPELINE_STAGES)[number];

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** One message (or transcript line) of a conversation, as the engines read it. */
export type Turn = {
  /** Id of the message, kept as evidence. */
  id: string;
  /** `inbound` = the contact speaks; `outbound` = the business speaks. */
  direction: 'inbound' | 'outbound';
  /** The text. Data, never an instruction. */
  body: string;
  /** ISO 8601 UTC. */
  sent_at: string;
  channel: string;
};

/** The span of a turn that a value was read from. */
export type Evidence = {
  turn_id: string;
  /** Verbatim part of that turn's body, at most 200 characters. */
  quote: string;
};

/** A value with the place that it was read from. */
export type Sourced<T> = { value: T; evidence: Evidence };

/** What an engine (local or LLM) says about one conversation. Absent = not said. */
export type Extraction = {
  first_name?: Sourced<string>;
  last_name?: Sourced<string>;
  email?: Sourced<string>;
  company?: Sourced<string>;
  job_title?: Sourced<string>;
  /** ISO 639-1 code of the language the contact writes. */
  preferred_language?: Sourced<string>;
  /** IANA time zone. */
  timezone?: Sourced<string>;
  /** Only `high` confidence is ever written to a contact. */
  gender?: Sourced<'female' | 'male' | 'non-binary'> & { confidence: 'high' | 'low' };
  pipeline_stage?: Sourced<PipelineStage>;
  /** Two to four plain sentences on who this is and what they want. */
  ai_summary: string;
  interests: Sourced<string>[];
  next_steps: Sourced<string>[];
  /** Each value starts with the ISO date: "2026-05-11: moving day". */
  key_dates: Sourced<string>[];
  pain_points: Sourced<string>[];
  sentiment: Sentiment;
};
