// Who reads a call: the organization's language model, or the built-in engine in its place.
import type { Turn } from '@rapport/domain/enrichment/fields';
import { LONGEST_MESSAGE, writeTranscript } from '@rapport/domain/enrichment/transcript';
import type { Ctx } from '../../platform/ctx.ts';
import type { Answer, CallReading, Digest, Question } from '../../platform/llm/analyst.ts';
import { askModel } from '../settings/llm.service.ts';
import {
  callData,
  DIGEST_INSTRUCTIONS,
  digestAnswer,
  questionAnswer,
  questionInstructions,
} from './calls.prompts.ts';

/** Characters of a call that a model gets to read: about 15,000 tokens, two hours of talk. */
const TRANSCRIPT_BUDGET = 60_000;
const LONGEST_ANSWER = 20_000;
const LONGEST_QUOTE = 200;

/** Reads a call for the note and the todos. A step whose quote was not said is left out. */
export const digestReading = async (ctx: Ctx, reading: CallReading): Promise<Digest> => {
  const transcript = writeTranscript(inPieces(reading.turns), TRANSCRIPT_BUDGET);
  const asked = await askModel(ctx, 'call_analysis', {
    instructions: DIGEST_INSTRUCTIONS,
    data: callData(transcript.text, transcript.omitted, reading.home_names),
    schema: digestAnswer,
  });
  if (asked.status !== 'answered') return ctx.ports.analyst.digest(ctx, reading);
  const { summary, sentiment, topics, next_steps } = asked.value;
  const steps = next_steps.flatMap(({ value, line, quote }) => {
    const turn = transcript.turns[line - 1];
    const said = turn && quoted(turn, quote);
    return said && value.trim() ? [{ value: value.trim(), evidence: said }] : [];
  });
  return { summary, sentiment, topics, next_steps: steps, engine: 'llm', model: asked.model };
};

/** Answers one question about a call. Never throws: what cannot be answered is a failed answer. */
export const answerQuestion = async (
  ctx: Ctx,
  reading: CallReading,
  question: Question,
): Promise<Answer> => {
  const transcript = writeTranscript(inPieces(reading.turns), TRANSCRIPT_BUDGET);
  const asked = await askModel(ctx, 'call_analysis', {
    instructions: questionInstructions(question.prompt),
    data: callData(transcript.text, transcript.omitted, reading.home_names),
    schema: questionAnswer,
  });
  if (asked.status === 'answered')
    return {
      status: 'completed',
      content: asked.value.answer.slice(0, LONGEST_ANSWER),
      engine: 'llm',
      model: asked.model,
    };
  // Quotes are no answer to who has a model: they hear why there is none.
  if (asked.status === 'failed' && question.task === null)
    return { status: 'failed', content: asked.reason, engine: 'llm', model: null };
  return ctx.ports.analyst.answer(ctx, reading, question);
};

/** A message on the voicemail is one long turn: a transcript for a model has short lines. */
const inPieces = (turns: Turn[]): Turn[] =>
  turns.flatMap((turn) => {
    const pieces = turn.body.match(PIECE) ?? [];
    return pieces.map((body) => ({ ...turn, body: body.trim() }));
  });

const PIECE = new RegExp(
  `\\S[\\s\\S]{0,${LONGEST_MESSAGE - 2}}(?=\\s|$)|\\S{${LONGEST_MESSAGE - 1}}`,
  'g',
);

/** The words as they were said, blanks aside; null when they were not. */
const quoted = ({ id, body }: Turn, quote: string) => {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const said = plain(quote).slice(0, LONGEST_QUOTE);
  const isSaid = said !== '' && plain(body).toLowerCase().includes(said.toLowerCase());
  return isSaid ? { turn_id: id, quote: said } : null;
};
