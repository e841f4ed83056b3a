/** Counts of what passed and failed, over checks, tests and stories. */
import { readFile } from 'node:fs/promises';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Count = { passed: 0, failed: 0, skipped: 0 };

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

export function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/**
 * Counts a report. A file that failed outside its tests (it does not load, its set-up or tear-down
 * failed) counts as one failure; so does a run that failed for a reason the report does not know.
 */
export function countReport(report: VitestReport, exitedWell: boolean): Count {
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !exitedWell ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts the report that Vitest wrote to `path`; no readable report is one failure. */
export async function countVitest(path: string, exitedWell: boolean): Promise<Count> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { ...nothing, failed: 1 };
  return countReport(JSON.parse(text) as VitestReport, exitedWell);
}

/** `12 passed, 0 failed`, with `, 3 skipped` when there are any. */
export function lastLine(count: Count): string {
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  return `${count.passed} passed, ${count.failed} failed${skipped}`;
}
