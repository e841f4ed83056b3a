/**
 * One runner, one count: unit tests, server tests on real PostgreSQL, components in a real browser,
 * and browser stories. The groups run one after another, so that stories never compete with the rest.
 */
import { join } from 'node:path';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { browserArguments } from './scripts/find-browser.ts';

const here = import.meta.dirname;
const databaseSetup = join(here, 'packages/server/src/platform/testing/global-setup.ts');
const browserSetup = join(here, 'scripts/browser-setup.ts');

const unit: TestProjectConfiguration = {
  test: {
    name: 'unit',
    include: ['packages/{domain,contract,web}/src/**/*.test.ts', '{scripts,evaluation}/*.test.ts'],
    sequence: { groupOrder: 1 },
  },
};

const server: TestProjectConfiguration = {
  test: {
    name: 'server',
    include: ['packages/server/src/**/*.test.ts'],
    globalSetup: [databaseSetup],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: 2 },
  },
};

const stories: TestProjectConfiguration = {
  test: {
    name: 'e2e',
    include: ['e2e/*.story.ts'],
    globalSetup: [browserSetup],
    // Each has a server, a database and a browser of its own, and waits more than it works.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for happens as fast as the machine can; a second is short for a busy one.
    expect: { poll: { timeout: 15_000 } },
    sequence: { groupOrder: 4 },
  },
};

/** Component tests: `*.test.tsx` in the Chromium that scripts/find-browser.ts finds. */
async function components(): Promise<TestProjectConfiguration> {
  const { playwright } = await import('@vitest/browser-playwright');
  return {
    extends: 'packages/web/vite.config.ts',
    root: 'packages/web',
    test: {
      name: 'web',
      include: ['src/**/*.test.tsx'],
      globalSetup: [browserSetup],
      // Long enough for a busy machine, short enough that a failure is soon known.
      testTimeout: 5000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        viewport: { width: 1440, height: 900 },
        instances: [{ browser: 'chromium' }],
        provider: playwright({
          launchOptions: {
            args: browserArguments(),
            // Read when the browser starts, after browser-setup.ts has found it.
            get executablePath() {
              return process.env['RAPPORT_BROWSER'];
            },
          },
        }),
      },
      sequence: { groupOrder: 3 },
    },
  };
}

export default defineConfig({
  // Vitest leaves one core to the watcher's terminal; a run to the end has no use for it.
  test: { maxWorkers: '100%', projects: [unit, server, await components(), stories] },
});
