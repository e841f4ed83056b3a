// What is read out of a call: the note on the contact, the analyzers' answers, and what to do next.
import { turnsOf } from '@rapport/domain/calls/segments';
import { escapeMarkdown } from '@rapport/domain/calls/local-analysis';
import { durationWords } from '@rapport/domain/calls/duration';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import type { CallReading, Digest } from '../../platform/llm/analyst.ts';
import { findOrganization, listMembers } from '../auth/organization.service.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { holdContact } from '../contacts/held.service.ts';
import { saveCallNote } from '../notes/notes.service.ts';
import { proposeCallTodos } from '../todos/todos.service.ts';
import * as queries from './analyses.queries.ts';
import { type AnalyzerRow, listAnalyzers } from './analyzers.queries.ts';
import { answerQuestion, digestReading } from './reading.service.ts';
import { type CallRow, findCall, lockCall, updateCall } from './calls.queries.ts';

/**
 * Digests a transcription, once: the summary as a note on the contact, an answer of each analyzer, and
 * todos that wait for review. The engine runs outside the transaction; if another transcription came
 * meanwhile, that one's own job does it.
 */
export const digestTranscription = async (ctx: Ctx, call_id: string): Promise<void> => {
  const call = await findCall(ctx, call_id);
  const transcription = call ? await queries.findTranscription(ctx, call_id) : null;
  if (!call || !transcription || transcription.digested_at) return;
  const reading = await readingOf(ctx, call, transcription);
  const digest = await digestReading(ctx, reading);
  const analyzers = (await listAnalyzers(ctx)).filter(({ enabled }) => enabled);
  const answers = await ask(ctx, call_id, reading, analyzers.map(withNewId), null);
  await inTx(ctx, async (ctx) => {
    // The contact first, as whoever deletes it has it first.
    await holdContact(ctx, call.contact_id);
    const locked = await lockCall(ctx, call_id);
    if (!locked || locked.contact_id !== call.contact_id)
      throw new Error('The call went to another contact meanwhile: read it again.');
    const { contact_id } = locked;
    const latest = await queries.lockTranscription(ctx, call_id);
    const isLatest = latest?.created_at.getTime() === transcription.created_at.getTime();
    if (!latest || !isLatest || latest.digested_at) return;
    const body = noteOf(call, digest);
    const note_id = await saveCallNote(ctx, contact_id, locked.note_id, body);
    await updateCall(ctx, call_id, { note_id });
    await proposeCallTodos(ctx, { contact_id, call_id }, digest.next_steps);
    await queries.insertAnalyses(ctx, answers);
    await queries.markDigested(ctx, call_id);
    await ctx.ports.onCallTranscribed(ctx, { call_id, contact_id });
    await emit(ctx, 'call.changed', { contact_id, call_id });
  });
};

const withNewId = (analyzer: AnalyzerRow) => ({ id: newId(), analyzer });

/** Answers questions that were asked once more; those that are gone meanwhile are left out. */
export const answerAgain = async (
  ctx: Ctx,
  asked: {
    call_id: string;
    runs: { id: string; analyzer_id: string }[];
    requested_by: string | null;
  },
): Promise<void> => {
  const { call_id, runs, requested_by } = asked;
  const call = await findCall(ctx, call_id);
  const transcription = call ? await queries.findTranscription(ctx, call_id) : null;
  if (!call || !transcription) return;
  const analyzers = await listAnalyzers(ctx);
  const questions = runs.flatMap(({ id, analyzer_id }) => {
    const analyzer = analyzers.find((one) => one.id === analyzer_id);
    return analyzer ? [{ id, analyzer }] : [];
  });
  const reading = await readingOf(ctx, call, transcription);
  const answers = await ask(ctx, call_id, reading, questions, requested_by);
  await inTx(ctx, async (ctx) => {
    const locked = await lockCall(ctx, call_id);
    if (!locked) return;
    await queries.insertAnalyses(ctx, answers);
    await emit(ctx, 'call.changed', { contact_id: locked.contact_id, call_id });
  });
};

/** One question that fails is an answer that says so; the others are answered all the same. */
const ask = async (
  ctx: Ctx,
  call_id: string,
  reading: CallReading,
  questions: { id: string; analyzer: AnalyzerRow }[],
  requested_by: string | null,
): Promise<queries.NewAnalysis[]> =>
  Promise.all(
    questions.map(async ({ id, analyzer }) => {
      const { name, prompt, task } = analyzer;
      const answer = await answerQuestion(ctx, reading, { prompt, task });
      return {
        id,
        call_id,
        analyzer_id: analyzer.id,
        analyzer_name: name,
        prompt,
        requested_by,
        ...answer,
      };
    }),
  );

const readingOf = async (
  ctx: Ctx,
  call: CallRow,
  { segments }: queries.TranscriptionRow,
): Promise<CallReading> => {
  const [organization, members, contact] = await Promise.all([
    findOrganization(ctx),
    listMembers(ctx),
    getContact(ctx, call.contact_id),
  ]);
  return {
    call_id: call.id,
    turns: turnsOf(segments, call.id, call.started_at.toISOString()),
    direction: call.direction as 'inbound',
    default_country: organization.default_country,
    home_names: [organization.name, ...members.map((member) => member.name)],
    on_record: {
      first_name: contact.first_name,
      last_name: contact.last_name,
      company: contact.company ?? '',
      job_title: contact.job_title ?? '',
    },
    now: call.started_at,
  };
};

/** The note on the contact: what kind of call it was, then what was said. */
const noteOf = (call: CallRow, { summary, sentiment, next_steps }: Digest): string => {
  const kind = call.outcome === 'voicemail' ? 'Voicemail' : `${capital(call.direction)} call`;
  const length = call.duration_seconds ? `, ${durationWords(call.duration_seconds)}` : '';
  const steps = next_steps.map(({ value }) => `- ${escapeMarkdown(value)}`).join('\n');
  return [
    `**${kind}${length}**`,
    escapeMarkdown(summary),
    `**Sentiment:** ${sentiment}`,
    steps && `**Next steps**\n${steps}`,
  ]
    .filter(Boolean)
    .join('\n\n');
};

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
