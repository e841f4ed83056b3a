// Scores the local language engine on labelled dialogues: node evaluation/names.ts FILE [--json] [--verbose]
//
// FILE is JSON Lines, one dialogue a line: {"turns": [["USER"|"SYSTEM", text], ...], "gold": {field: value}}.
// USER is the contact. A gold field that is null or absent must stay empty; "any" is not scored.
import { extractContactInfo } from '@rapport/domain/language/extract';
import { type Dialogue, percent, readDialogues, scoreOf, shown, UsageError } from './scoring.ts';

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
  const rows = scoreOf(dialogues, (dialogue, errors) => {
    if (verbose && !json) print(`line ${dialogue.line}\n${shown(dialogue)}\n${errors.join('\n')}`);
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
