/** The browser of a story: one Chromium per file, and a story fails on anything that went wrong in it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { browserArguments, findBrowser } from '../scripts/find-browser.ts';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const screenshotFolder =
  process.env['RAPPORT_SCREENSHOTS'] === '1' ? 'docs/screenshots' : 'test-results';

export interface PageOptions {
  /** A phone's screen and touch instead of a desktop's. */
  mobile?: boolean;
  colorScheme?: 'light' | 'dark';
}

export interface StoryBrowser {
  /**
   * Opens `url` in a context of its own (own cookies), waits for it to load. Call it once per person
   * of the story; every page of the context is watched.
   */
  open: (url: string, options?: PageOptions) => Promise<Page>;
  /** Console errors of this test that match are part of its story, a refused sign-in for instance. */
  tolerate: (complaint: RegExp) => void;
  /** Console errors, page errors and requests to other hosts, of this test so far. */
  complaints: () => string[];
}

/** Launches Chromium for the stories of a file. After each, its pages are closed and must have been quiet. */
export function useBrowser(): StoryBrowser {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  let tolerated: RegExp[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: await findBrowser(),
      args: [...browserArguments(), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    });
  });
  afterAll(() => browser?.close());
  afterEach(async ({ task }) => {
    const unexpected = complaints.filter((text) => !tolerated.some((known) => known.test(text)));
    const pages = contexts.flatMap((context) => context.pages());
    if (task.result?.state === 'fail' || unexpected.length > 0) {
      for (const [index, page] of pages.entries()) {
        await screenshot(page, `failed ${task.name} ${index + 1}`, 'test-results');
      }
    }
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    complaints = [];
    tolerated = [];
    expect(unexpected, 'the browser console and network stay quiet').toEqual([]);
  });

  return {
    open: async (url, options = {}) => {
      const context = await browser.newContext({
        viewport: options.mobile ? phone : desktop,
        hasTouch: options.mobile ?? false,
        colorScheme: options.colorScheme ?? 'light',
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'America/New_York',
      });
      contexts.push(context);
      context.on('page', (page) => watch(page, new URL(url).host, complaints));
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    tolerate: (complaint) => {
      tolerated.push(complaint);
    },
    complaints: () => complaints,
  };
}

/** Writes `<name>.png`: into docs/screenshots when RAPPORT_SCREENSHOTS=1, else into test-results. */
export async function screenshot(
  page: Page,
  name: string,
  folder = screenshotFolder,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
  await page.screenshot({ path: join(folder, file), animations: 'disabled' });
}

/** Fails when axe finds a serious or critical accessibility fault on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(', ')}`,
    );
  expect(serious.join('\n'), `axe on ${page.url()}`).toBe('');
}

function watch(page: Page, host: string, complaints: string[]): void {
  const check = (url: string): void => {
    const { protocol, host: asked } = new URL(url);
    if (/^(https?|wss?):$/.test(protocol) && asked !== host) {
      complaints.push(`request outside: ${url}`);
    }
  };
  page.on('request', (request) => check(request.url()));
  page.on('websocket', (socket) => check(socket.url()));
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
}
