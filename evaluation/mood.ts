// Scores the mood of single messages: node evaluation/mood.ts [FILE] [--json]
//
// FILE is JSON Lines: {"text": "...", "mood": "happy"}. The odd lines were looked at while the words were
// written down, the even lines were not: both are printed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readMood } from '@rapport/domain/language/mood/mood';
import { MOODS, type Mood } from '@rapport/domain/language/mood/mood-words';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const file = positionals[0] ?? join(import.meta.dirname, '../../shared/data/mood-dev.jsonl');
if (!existsSync(file)) {
  console.log(
    `There is no ${positionals[0] ?? 'mood set beside the project'}: skipped. Give the path of a JSON Lines file.`,
  );
  process.exit(positionals[0] ? 1 : 0);
}

type Row = { text: string; mood: Mood };
const rows: Row[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));

const score = (part: Row[]) => {
  const read = part.map(({ text, mood }) => ({ gold: mood, said: readMood(text).mood }));
  const accuracy = read.filter(({ gold, said }) => gold === said).length / read.length;
  const moods = MOODS.map((mood) => {
    const gold = read.filter((one) => one.gold === mood).length;
    const said = read.filter((one) => one.said === mood).length;
    const right = read.filter((one) => one.gold === mood && one.said === mood).length;
    const precision = said === 0 ? 0 : right / said;
    const recall = gold === 0 ? 0 : right / gold;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { mood, gold, precision: round(precision), recall: round(recall), f1: round(f1) };
  });
  // A mood that nobody labelled cannot be scored.
  const labelled = moods.filter(({ gold }) => gold > 0);
  const macro_f1 = labelled.reduce((sum, { f1 }) => sum + f1, 0) / labelled.length;
  return { messages: part.length, accuracy: round(accuracy), macro_f1: round(macro_f1), moods };
};

function round(value: number): number {
  return Number(value.toFixed(3));
}

const result = {
  all: score(rows),
  looked_at: score(rows.filter((_, index) => index % 2 === 0)),
  held_out: score(rows.filter((_, index) => index % 2 === 1)),
};
if (values.json) console.log(JSON.stringify(result, null, 2));
else {
  console.log('| part | messages | accuracy | macro-F1 |\n| --- | --- | --- | --- |');
  for (const [part, { messages, accuracy, macro_f1 }] of Object.entries(result))
    console.log(`| ${part.replace('_', ' ')} | ${messages} | ${accuracy} | ${macro_f1} |`);
  console.log('\n| mood | labelled | precision | recall | F1 |\n| --- | --- | --- | --- | --- |');
  for (const { mood, gold, precision, recall, f1 } of result.all.moods)
    console.log(`| ${mood} | ${gold} | ${precision} | ${recall} | ${f1} |`);
}
