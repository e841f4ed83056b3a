/** A conversation of 10,000 messages stays smooth: scrolled from its end to its beginning, and measured. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectAccessible, screenshot, useBrowser } from './browser.ts';
import { useServer } from './server.ts';
import { signUpByForm } from './steps.ts';

const server = useServer();
const browser = useBrowser();

const MESSAGES = 10_000;
const WORDS = 'tile oak counter price delivery Friday sample morning invoice thanks'.split(' ');
const FIRST = Date.UTC(2024, 0, 1, 9);
const HALF_AN_HOUR = 30 * 60_000;

/** As Android's backup writes it: texts of many lengths, from both sides. */
const history = (): string => {
  const rows = Array.from({ length: MESSAGES }, (_, index) => {
    const length = 1 + ((index * 7) % 13);
    const words = Array.from({ length }, (_, word) => WORDS[(index + word * 3) % WORDS.length]);
    const type = index % 3 === 0 ? 2 : 1;
    return `<sms address="+12075550111" date="${FIRST + index * HALF_AN_HOUR}" type="${type}" body="${index + 1}. ${words.join(' ')}" />`;
  });
  return `<?xml version='1.0' encoding='UTF-8'?>\n<smses count="${MESSAGES}">\n${rows.join('\n')}\n</smses>`;
};

test(
  '10,000 messages are imported and read from the newest to the oldest',
  { timeout: 240_000 },
  async () => {
    browser.tolerate(/401 .*\/api\/me/); // nobody is signed in yet
    const page = await browser.open(server.url);
    page.setDefaultTimeout(20_000);
    await signUpByForm(page, {
      organization: 'Harbor & Pine',
      name: 'Nell Prescott',
      email: 'nell@example.com',
    });
    const upload = await page.request.post(`${server.url}/api/imports`, {
      multipart: {
        file: { name: 'sms.xml', mimeType: 'application/xml', buffer: Buffer.from(history()) },
      },
    });
    expect(upload.ok(), await upload.text()).toBe(true);
    const { id } = (await upload.json()) as { id: string };
    const state = async () => {
      const answer = await page.request.get(`${server.url}/api/imports/${id}`);
      return ((await answer.json()) as { status: string }).status;
    };
    await expect.poll(state, { timeout: 60_000, interval: 300 }).toBe('completed');

    await page.goto(`${server.url}/messaging`);
    await page.getByRole('link', { name: /555-0111/ }).click();
    const feed = page.getByRole('log', { name: 'Messages' });
    await feed.getByText(/^10000\. /).waitFor();
    await page.getByText('10,000 messages').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'messaging long feed');

    // From here on the page itself scrolls, frame by frame, and writes down how long each frame took.
    const measured = await feed.evaluate(async (box) => {
      const longTasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration);
      });
      observer.observe({ type: 'longtask' });
      const frames: number[] = [];
      const jumps: string[] = [];
      const numberOf = (row: Element) => Number.parseInt(row.textContent ?? '', 10);
      const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
      let last = await frame();
      let oldest = Number.POSITIVE_INFINITY;
      for (let still = 0; still < 300;) {
        box.scrollBy(0, -1500);
        const now = await frame();
        frames.push(now - last);
        last = now;
        const bodies = [...box.querySelectorAll('article p.whitespace-pre-wrap')].map(numberOf);
        // Rows stand in order, none is missing between the first and the last in sight.
        for (const [index, value] of bodies.entries())
          if (index > 0 && value !== bodies[index - 1]! + 1)
            jumps.push(`${bodies[index - 1]} to ${value}`);
        const first = bodies[0] ?? oldest;
        still = first < oldest ? 0 : still + 1;
        oldest = Math.min(oldest, first);
        if (oldest === 1) break;
      }
      observer.disconnect();
      const sorted = frames.toSorted((a, b) => a - b);
      return {
        oldest,
        jumps,
        frames: frames.length,
        frame_p50_ms: sorted[Math.floor(sorted.length / 2)],
        frame_p95_ms: sorted[Math.floor(sorted.length * 0.95)],
        /** Longer than two frames of a 60 Hz screen. */
        dropped: frames.filter((one) => one > 34).length,
        long_tasks: longTasks.length,
        longest_task_ms: Math.max(0, ...longTasks),
        rows_in_page: box.querySelectorAll('article').length,
      };
    });
    const { jumps, ...figures } = measured;
    await mkdir('test-results', { recursive: true });
    await writeFile(
      join('test-results', 'messaging-long-feed.json'),
      `${JSON.stringify(figures, null, 2)}\n`,
    );
    expect(jumps).toEqual([]);
    expect(measured.oldest).toBe(1);
    // However long the conversation is, the page holds what is in sight and a little more.
    expect(measured.rows_in_page).toBeLessThan(80);

    await page.getByRole('button', { name: 'Latest' }).click();
    await feed.getByText(/^10000\. /).waitFor();
  },
);
