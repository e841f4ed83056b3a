/**
 * `npm test`: the checks, then every Vitest test and browser story; the last line counts them all.
 * `--only check|unit|e2e` runs a part. Exit code 1 when anything failed.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks, runChecks } from './checks.ts';
import { findBrowser } from './find-browser.ts';
import { add, countVitest, lastLine, nothing, type Count } from './counts.ts';
import { runLimited } from './run.ts';

const parts = ['check', 'unit', 'e2e'] as const;
const projects = { unit: ['unit', 'server', 'web'], e2e: ['e2e'] };
const needBrowser = new Set(['web', 'e2e']);
const vitestLimitMs = 30 * 60_000;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = parts.find((part) => part === values.only);
if (values.only && !only) {
  process.stderr.write(`--only is one of ${parts.join(', ')}, not ${values.only}.\n`);
  process.exit(2);
}

// Some tools colour their output whenever CI is set; a log is read without a terminal.
if (!process.stdout.isTTY) process.env['NO_COLOR'] ??= '1';

let total = nothing;
if (!only || only === 'check') total = add(total, await runChecks(checks));
if (only !== 'check') {
  const wanted = only ? projects[only] : [...projects.unit, ...projects.e2e];
  total = add(total, await runVitest(wanted));
}
process.stdout.write(`\n${lastLine(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Without a browser the other tests still run, and the missing browser is one failure. */
async function runVitest(names: string[]): Promise<Count> {
  const browser = await prepareBrowser(names);
  const runnable = browser.failed ? names.filter((name) => !needBrowser.has(name)) : names;
  if (runnable.length === 0) return browser;
  const report = join(tmpdir(), `rapport-tests-${process.pid}.json`);
  const ended = await runLimited(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...runnable.map((name) => `--project=${name}`),
    ],
    { limitMs: vitestLimitMs, output: 'screen' },
  );
  const count = await countVitest(report, ended.ok);
  await rm(report, { force: true });
  return add(browser, count);
}

async function prepareBrowser(names: string[]): Promise<Count> {
  if (!names.some((name) => needBrowser.has(name))) return nothing;
  try {
    process.env['RAPPORT_BROWSER'] = await findBrowser();
    return nothing;
  } catch (error) {
    process.stdout.write(`✗ browser: ${error instanceof Error ? error.message : String(error)}\n`);
    return { ...nothing, failed: 1 };
  }
}
