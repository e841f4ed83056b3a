/** The fast checks, in a table: each is one command that ends with 0 when all is well. */
import { availableParallelism } from 'node:os';
import { add, nothing, type Count } from './counts.ts';
import { runLimited } from './run.ts';

export interface Check {
  name: string;
  /** Arguments of Node: a script of ours, or a tool's entry. */
  arguments: string[];
  /** What to do when it fails. */
  advice: string;
}

const limitMs = 120_000;

/** The slow ones come first, so that the others fill the second core. */
export const checks: Check[] = [
  {
    name: 'types',
    arguments: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
    advice: 'correct the types',
  },
  {
    name: 'unused code',
    arguments: ['node_modules/knip/bin/knip.js', '--no-progress'],
    advice: 'remove what nothing uses',
  },
  {
    name: 'lint',
    arguments: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'],
    advice: '`npm run lint:fix` corrects some of it',
  },
  {
    name: 'format',
    arguments: ['node_modules/oxfmt/bin/oxfmt', '--check'],
    advice: '`npm run format` writes it',
  },
  {
    name: 'first load',
    arguments: ['scripts/bundle-size.ts'],
    advice: 'load it when it is needed (lazy), or leave it out',
  },
  {
    name: 'architecture',
    arguments: ['scripts/architecture.ts'],
    advice: 'the rules are in ARCHITECTURE.md',
  },
  {
    name: 'database types',
    arguments: ['scripts/db-types.ts', '--check'],
    advice: '`npm run db:types` writes them',
  },
  {
    name: 'openapi',
    arguments: ['scripts/print-openapi.ts', '--check'],
    advice: '`npm run openapi` writes it',
  },
];

/** Runs the checks, as many at a time as there are cores; prints a line for each and why it failed. */
export async function runChecks(list: Check[]): Promise<Count> {
  const waiting = list.values();
  let total = nothing;
  const worker = async (): Promise<void> => {
    for (const check of waiting) {
      const count = await runCheck(check);
      total = add(total, count);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return total;
}

async function runCheck(check: Check): Promise<Count> {
  const ended = await runLimited(process.execPath, check.arguments, { limitMs, output: 'keep' });
  const seconds = (ended.duration / 1000).toFixed(1);
  if (ended.ok) {
    process.stdout.write(`✓ ${check.name} (${seconds} s)\n`);
    return { ...nothing, passed: 1 };
  }
  process.stdout.write(
    `✗ ${check.name} (${seconds} s): ${check.advice}\n${ended.output.trim()}\n\n`,
  );
  return { ...nothing, failed: 1 };
}
