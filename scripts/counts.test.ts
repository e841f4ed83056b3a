import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { add, countReport, countVitest, lastLine, nothing, type VitestReport } from './counts.ts';

function buildReport(overrides: Partial<VitestReport> = {}): VitestReport {
  return {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
    ...overrides,
  };
}

describe('countReport', () => {
  test('counts each test', () => {
    const report = buildReport({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countReport(report, false)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test('counts a file that does not load as a failure', () => {
    const report = buildReport({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countReport(report, false).failed).toBe(1);
  });

  test('does not count a file twice for its failed test', () => {
    const report = buildReport({
      numFailedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
    });
    expect(countReport(report, false).failed).toBe(1);
  });

  test('a run that failed for an unknown reason has failed', () => {
    expect(countReport(buildReport(), false).failed).toBe(1);
    expect(countReport(buildReport(), true).failed).toBe(0);
  });
});

describe('countVitest', () => {
  test('no report is a failure', async () => {
    expect(await countVitest('/nowhere/report.json', true)).toEqual({ ...nothing, failed: 1 });
  });

  test('reads the report', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-counts-'));
    const path = join(folder, 'report.json');
    await writeFile(path, JSON.stringify(buildReport()));
    expect(await countVitest(path, true)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    await rm(folder, { recursive: true });
  });
});

test('the last line names skipped tests only when there are any', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(lastLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});

test('counts add up', () => {
  const count = { passed: 1, failed: 2, skipped: 3 };
  expect(add(count, count)).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
