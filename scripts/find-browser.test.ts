import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserArguments, findBrowser } from './find-browser.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-browser-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** A program that ends with `exitCode` whatever it is asked. */
async function buildProgram(path: string, exitCode: number): Promise<string> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `#!/bin/sh\nexit ${exitCode}\n`);
  await chmod(file, 0o755);
  return file;
}

describe.skipIf(process.platform === 'win32')('findBrowser', () => {
  test('takes the one that RAPPORT_BROWSER names', async () => {
    const browser = await buildProgram('mine', 0);
    vi.stubEnv('RAPPORT_BROWSER', browser);
    expect(await findBrowser()).toBe(browser);
  });

  test.each([
    ['does not exist', 'nowhere', 0],
    ['does not start', 'broken', 1],
  ])('refuses a RAPPORT_BROWSER that %s', async (_reason, name, exitCode) => {
    await buildProgram('broken', exitCode);
    vi.stubEnv('RAPPORT_BROWSER', join(folder, name));
    await expect(findBrowser()).rejects.toThrow('does not start: point it to a Chromium.');
  });

  test('passes over an installed stub that does not start', async () => {
    const stub = await buildProgram('first/chromium', 1);
    const browser = await buildProgram('second/google-chrome', 0);
    vi.stubEnv('RAPPORT_BROWSER', '');
    vi.stubEnv('PATH', [join(stub, '..'), join(browser, '..')].join(delimiter));
    expect(await findBrowser()).toBe(browser);
  });
});

test('the browser makes no traffic of its own', () => {
  expect(browserArguments()).toContain('--disable-background-networking');
});
