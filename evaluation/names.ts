// Scores the local language engine on labelled dialogues: node evaluation/names.ts FILE [--json] [--verbose]
//
// FILE is JSON Lines, one dialogue a line: {"turns": [["USER"|"SYSTEM", text], ...], "gold": {field: value}}.
// USER is the contact. A gold field that is null or absent must stay empty; "any" is not scored.

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
type Field = (typeof FIELDS)[number];
type Dialogue = { line: number; turns: Turn[]; gold: Partial<Record<Field, string | null>> | null };
type Score = { right: number; wrong: number; missed: number };

/** A mistake of the person who runs the command: one sentence, exit code 1. */
class UsageError extends Error {}

function readDialogues(file: string): Dialogue[] {
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

function percent(value: number | null): string {
  return value === null ? '-' : `${(value * 100).toFixed(1)} %`;
}

function shown(dialogue: Dialogue): string {
  return dialogue.turns
    .map((turn) => `    ${turn.direction === 'inbound' ? 'U' : 'S'} ${turn.body}`)
    .join('\n');
}

/** How many dialogues named the contact although nobody introduced themselves. */
function countNamed(dialogues: Dialogue[], json: boolean, verbose: boolean): void {
  const named = dialogues
    .map((dialogue) => ({ dialogue, found: extractContactInfo(dialogue.turns) }))
    .filter(({ found }) => found.first_name || found.last_name);
  const cases = named.map(({ dialogue, found }) => ({
    line: dialogue.line,
    first_name: found.first_name?.value ?? null,
    last_name: found.last_name?.value ?? null,
    quote: (found.first_name ?? found.last_name)?.evidence.quote,
  }));
  if (json) {
    print(
      JSON.stringify({
        dialogues: dialogues.length,
        named: named.length,
        share: named.length / dialogues.length,
        cases,
      }),
    );
    return;
  }
  print(
    `${dialogues.length} dialogues, contact named in ${named.length} (${percent(named.length / dialogues.length)})`,
  );
  if (verbose)
    for (const one of cases)
      print(
        `  line ${one.line}: ${one.first_name ?? ''} ${one.last_name ?? ''} from "${one.quote}"`,
      );
}

/** Precision and recall of each field against the labels. */
function scoreFields(dialogues: Dialogue[], json: boolean, verbose: boolean): void {
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
    if (verbose && !json && errors.length > 0)
      print(`line ${dialogue.line}\n${shown(dialogue)}\n${errors.join('\n')}`);
  }
  const rows = FIELDS.map((field) => {
    const { right, wrong, missed } = scores[field];
    return {
      field,
      labelled: right + missed,
      found: right + wrong,
      precision: ratio(right, right + wrong),
      recall: ratio(right, right + missed),
    };
  });
  if (json) {
    print(JSON.stringify({ dialogues: dialogues.length, fields: rows }));
    return;
  }
  print(
    `${dialogues.length} dialogues\n${'field'.padEnd(20)}${'labelled'.padStart(9)}${'found'.padStart(7)}${'precision'.padStart(11)}${'recall'.padStart(9)}`,
  );
  for (const row of rows) {
    print(
      row.field.padEnd(20) +
        String(row.labelled).padStart(9) +
        String(row.found).padStart(7) +
        percent(row.precision).padStart(11) +
        percent(row.recall).padStart(9),
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function main(args: string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find(
    (arg) => arg.startsWith('--') && arg !== '--json' && arg !== '--verbose',
  );
  if (unknown) throw new UsageError(`Unknown option ${unknown}: there are --json and --verbose.`);
  const [file] = files;
  if (!file || files.length > 1)
    throw new UsageError('Give one file: npm run eval:names -- FILE [--json] [--verbose]');
  const dialogues = readDialogues(file);
  const labelled = dialogues.some((dialogue) => dialogue.gold !== null);
  (labelled ? scoreFields : countNamed)(
    dialogues,
    args.includes('--json'),
    args.includes('--verbose'),
  );
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
