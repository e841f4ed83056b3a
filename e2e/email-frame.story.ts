/** The layout of a mail in its frame: its own pictures are there, others' are not asked for, nothing runs. */
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { useServer } from './server.ts';

const server = useServer();
const browser = useBrowser();

const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const MAIL = [
  'From: Ada Moss <ada@example.com>',
  'To: team@mail.localhost',
  'Subject: Pictures',
  'Message-ID: <pictures@example.com>',
  'Content-Type: multipart/related; boundary=r',
  '',
  '--r',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p onclick="document.title=1">Dear <b>Nell</b></p><script>document.body.innerHTML = "taken over"</script>',
  '<img src="cid:one@pictures" alt="one"><img src="https://tracker.example/pixel.gif" alt="two">',
  '<form action="https://evil.example"><input name="password"></form>',
  '--r',
  'Content-Type: image/gif',
  'Content-ID: <one@pictures>',
  'Content-Transfer-Encoding: base64',
  '',
  GIF,
  '--r--',
  '',
].join('\r\n');

test('a mail is shown as sent, and can do nothing', async () => {
  const page = await browser.open(`${server.url}/healthz`);
  const post = async (path: string, data?: object | string): Promise<Record<string, string>> => {
    const answer = await page.request.post(
      path.startsWith('http') ? path : server.url + path,
      typeof data === 'string' ? { data, headers: { 'content-type': 'message/rfc822' } } : { data },
    );
    expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
    return answer.json();
  };
  await post('/api/auth/sign-up/email', {
    name: 'Nell Prescott',
    email: 'nell@example.com',
    password: 'correct horse battery',
    organization_name: 'Harbor & Pine',
  });
  const { url } = await post('/api/settings/email-webhook');
  const { message_id } = await post(url!, MAIL);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const show = async (images: 0 | 1) => {
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.replaceChildren(frame);
    }, `/api/messages/${message_id}/html?images=${images}`);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Dear Nell').waitFor();
    return frame;
  };
  const frame = await show(0);
  await expect
    .poll(() => frame.getByAltText('one').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1);
  expect(await frame.locator('script, form, input').count()).toBe(0);
  expect(asked.filter((one) => !one.startsWith(server.url))).toEqual([]);

  browser.tolerate(/tracker\.example/); // there is no such host
  await show(1);
  await expect
    .poll(() => asked.some((one) => one.startsWith('https://tracker.example')))
    .toBe(true);
});
