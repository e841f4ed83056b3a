// Reads labelled dialogues and scores what the built-in engine finds in them.
import { readFileSync } from 'node:fs';
import { extractContactInfo } from '@rapport/domain/language/extract';
import type { Extraction, Turn } from '@rapport/domain/enrichment/fields';

const FIELDS = [
  'first_name',
  'last_name',
  'email',
  'company',
  'job_title',
  'preferred_language',
  'timezone',
  'gender',
  'pipeline_stage',
] as const;
export type Field = (typeof FIELDS)[number];
export type Dialogue = {
  line: number;
  turns: Turn[];
  gold: Partial<Record<Field, string | null>> | null;
};
type Score = { right: number; wrong: number; missed: number };

/** A mistake of the person who runs the command: one sentence, exit code 1. */
export class UsageError extends Error {}

export function readDialogues(file: string): Dialogue[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`Cannot read ${file}: give the path of a JSON Lines file of dialogues.`);
  }
  const dialogues: Dialogue[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim()) dialogues.push(readDialogue(line, index + 1, file));
  }
  if (dialogues.length === 0) throw new UsageError(`${file} holds no dialogue.`);
  return dialogues;
}

function readDialogue(line: string, number: number, file: string): Dialogue {
  const where = `${file}, line ${number}:`;
  let data: { turns?: unknown; gold?: unknown } | null;
  try {
    data = JSON.parse(line) as typeof data;
  } catch {
    throw new UsageError(`${file}, line ${number} is not valid JSON.`);
  }
  const turns = data?.turns;
  if (!Array.isArray(turns) || !turns.every(isSpoken)) {
    throw new UsageError(`${where} "turns" must be a list of ["USER" or "SYSTEM", text] pairs.`);
  }
  const gold = data?.gold ?? null;
  if (gold !== null && typeof gold !== 'object')
    throw new UsageError(`${where} "gold" must be an object.`);
  return { line: number, turns: turns.map(toTurn), gold: gold as Dialogue['gold'] };
}

function isSpoken(turn: unknown): turn is ['USER' | 'SYSTEM', string] {
  return (
    Array.isArray(turn) &&
    (turn[0] === 'USER' || turn[0] === 'SYSTEM') &&
    typeof turn[1] === 'string'
  );
}

/** Messages one minute apart: the engine needs an order and a time, the labels do not. */
function toTurn([speaker, body]: ['USER' | 'SYSTEM', string], index: number): Turn {
  return {
    id: `t${index}`,
    direction: speaker === 'USER' ? 'inbound' : 'outbound',
    body,
    sent_at: new Date(Date.UTC(2026, 2, 2, 9, index)).toISOString(),
    channel: 'sms',
  };
}

function valueOf(extraction: Extraction, field: Field): string | null {
  const found = extraction[field];
  if (field === 'gender' && extraction.gender?.confidence !== 'high') return null;
  return found?.value ?? null;
}

function comparable(value: string | null | undefined): string | null {
  return value?.trim().toLowerCase() || null;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function percent(value: number | null): string {
  return value === null ? '-' : `${(value * 100).toFixed(1)} %`;
}

export function shown(dialogue: Dialogue): string {
  return dialogue.turns
    .map((turn) => `    ${turn.direction === 'inbound' ? 'U' : 'S'} ${turn.body}`)
    .join('\n');
}

export type FieldScore = {
  field: Field;
  labelled: number;
  found: number;
  precision: number | null;
  recall: number | null;
};

/**
 * Precision and recall of each field against the labels.
 * @param onErrors is told what was wrong with a dialogue
 */
export function scoreOf(
  dialogues: Dialogue[],
  onErrors: (dialogue: Dialogue, errors: string[]) => void = () => undefined,
): FieldScore[] {
  const scores = Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, wrong: 0, missed: 0 }]),
  ) as Record<Field, Score>;
  for (const dialogue of dialogues) {
    const found = extractContactInfo(dialogue.turns);
    const errors: string[] = [];
    for (const field of FIELDS) {
      const gold = comparable(dialogue.gold?.[field]);
      const value = comparable(valueOf(found, field));
      if (gold === 'any') continue;
      if (value !== null && value === gold) scores[field].right += 1;
      if (value !== null && value !== gold) scores[field].wrong += 1;
      if (gold !== null && value !== gold) scores[field].missed += 1;
      if (value !== gold)
        errors.push(`  ${field}: expected ${gold ?? 'nothing'}, found ${value ?? 'nothing'}`);
    }
    if (errors.length > 0) onErrors(dialogue, errors);
  }
  return FIELDS.map((field) => {
    const { right, wrong, missed } = scores[field];
    return {
      field,
      labelled: right + missed,
      found: right + wrong,
      precision: ratio(right, right + wrong),
      recall: ratio(right, right + missed),
    };
  });
}

export const isNamed = ({ turns }: Dialogue): boolean => {
  const found = extractContactInfo(turns);
  return Boolean(found.first_name ?? found.last_name);
};
