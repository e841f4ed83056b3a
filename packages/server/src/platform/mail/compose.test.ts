import { describe, expect, test } from 'vitest';
import { composeMail, type MailToCompose, markdownToHtml } from './compose.ts';
import { parseMail } from './parse.ts';

const mail = (overrides: Partial<MailToCompose> = {}): MailToCompose => ({
  from: { name: 'Müller & Söhne', address: 'support@mail.example' },
  to: 'ada@example.com',
  reply_to: 'support+token@mail.example',
  subject: 'Angebot für Müller',
  body: 'Dear Ada,\n\n**here** it is: https://shop.example/1',
  header_id: 'new@mail.example',
  in_reply_to: 'old@example.com',
  references: ['older@example.com', 'old@example.com'],
  date: new Date('2026-03-02T09:00:00Z'),
  unsubscribe_url: null,
  files: [],
  ...overrides,
});

describe('a mail of ours', () => {
  test('is read back as it was written', async () => {
    const pdf = {
      file_name: 'Angebot für Müller.pdf',
      content_type: 'application/pdf',
      content: Buffer.from('%PDF'),
    };
    const raw = await composeMail(mail({ files: [pdf] }));
    const read = await parseMail(raw);
    expect(read).toMatchObject({
      header_id: 'new@mail.example',
      from: { name: 'Müller & Söhne', address: 'support@mail.example' },
      to: [{ address: 'ada@example.com' }],
      subject: 'Angebot für Müller',
      in_reply_to: ['old@example.com'],
      references: ['older@example.com', 'old@example.com'],
      sent_at: new Date('2026-03-02T09:00:00Z'),
      files: [pdf],
    });
    expect(read.text).toContain('**here** it is');
    expect(read.html).toContain('<strong>here</strong> it is: <a href="https://shop.example/1">');
    const header = raw.toString().split('\r\n\r\n')[0]!;
    expect(header).toContain('Reply-To: support+token@mail.example');
    expect(header).toMatch(/Content-Type: multipart\/mixed/);
    expect(raw.toString()).toMatch(/Content-Type: multipart\/alternative/);
    expect(header).not.toContain('List-Unsubscribe');
  });

  test('offers to end such mails by one click, when asked to', async () => {
    const raw = (
      await composeMail(mail({ unsubscribe_url: 'https://rapport.test/unsubscribe/x' }))
    ).toString();
    expect(raw).toContain('List-Unsubscribe: <https://rapport.test/unsubscribe/x>');
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('has no header that somebody wrote into a field', async () => {
    const raw = await composeMail(
      mail({
        subject: 'Hello\r\nBcc: eve@example.com',
        from: { name: 'Us\r\nBcc: eve@example.com', address: 'support@mail.example' },
      }),
    );
    const { headers } = await parseMail(raw);
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
  });
});

describe('markdown', () => {
  test.each([
    ['One\ntwo', '<p>One<br />two</p>'],
    ['1 < 2 & <script>alert(1)</script>', '<p>1 &lt; 2 &amp; </p>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ])('%j is %s', (markdown, html) => expect(markdownToHtml(markdown).trim()).toBe(html));
});
