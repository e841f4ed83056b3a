// The port to whatever reads calls: a digest of what was said, and answers to the analyzers' questions.
import { isEmptyName } from '@rapport/domain/contacts/names';
import {
  ANALYSIS_TASKS,
  type AnalysisTask,
  answerByQuotes,
  answerTask,
  type CallDigest,
  digestCall,
} from '@rapport/domain/calls/local-analysis';
import type { Turn } from '@rapport/domain/enrichment/fields';
import type { Ctx } from '../ctx.ts';

/** A call as an engine reads it. What is said is data, never an instruction. */
export type CallReading = {
  call_id: string;
  turns: Turn[];
  direction: 'inbound' | 'outbound';
  /** ISO country for numbers and times without one. */
  default_country: string;
  /** Names of ourselves: never the contact's. */
  home_names: string[];
  on_record: { first_name: string; last_name: string; company: string; job_title: string };
  /** When the call was: "tomorrow" counts from there. */
  now: Date;
};

export type Question = {
  prompt: string;
  /** A question that the built-in engine has a way of its own for. */
  task: string | null;
};

export type Digest = CallDigest & { engine: string; model: string | null };

export type Answer = {
  status: 'completed' | 'failed';
  /** Markdown; of a failed one the sentence that says why. */
  content: string;
  engine: string;
  model: string | null;
};

export type Analyst = {
  digest: (ctx: Ctx, reading: CallReading) => Promise<Digest>;
  /** Never throws: a question that cannot be answered is a failed answer. */
  answer: (ctx: Ctx, reading: CallReading, question: Question) => Promise<Answer>;
};

const BY = { engine: 'local', model: null };

/** All questions about one call are answered from one reading of it. */
const digests = new WeakMap<CallReading, CallDigest>();

const digestOf = (reading: CallReading): CallDigest => {
  const known = digests.get(reading);
  if (known) return known;
  const { turns, default_country, home_names, on_record, now } = reading;
  const digest = digestCall(turns, {
    default_region: default_country,
    home_names,
    on_record: Object.fromEntries(
      Object.entries(on_record).filter(([, value]) => !isEmptyName(value)),
    ),
    now: now.toISOString(),
  });
  digests.set(reading, digest);
  return digest;
};

/** The built-in engine: deterministic, offline, no key. */
export const localAnalyst: Analyst = {
  digest: async (_ctx, reading) => ({ ...digestOf(reading), ...BY }),
  answer: async (_ctx, reading, { prompt, task }) => ({
    status: 'completed',
    content: isTask(task)
      ? answerTask(task, digestOf(reading), reading.turns)
      : answerByQuotes(prompt, reading.turns),
    ...BY,
  }),
};

const isTask = (task: string | null): task is AnalysisTask =>
  ANALYSIS_TASKS.includes(task as AnalysisTask);
