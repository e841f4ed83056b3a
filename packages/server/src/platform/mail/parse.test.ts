import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixtureMail, plainMail } from './mails.fixtures.ts';
import { looksLikeMail, type ParsedMail, parseMail } from './parse.ts';

const read = async (name: string): Promise<ParsedMail> => parseMail(fixtureMail(name));

describe('a mail in a hard alphabet', () => {
  test.each([
    ['iso-2022-jp', '予約の件', '山田花子', '明日の予約をお願いします。'],
    ['utf-7', 'Umlauts', 'Ada Example', 'Grüße aus Köln, 1 + 1 = 2 – 日本'],
    ['eight-bit-headers', 'Grüße aus Köln', 'Jürgen Müller', 'Schön'],
    ['latin1-headers', 'Déjà vu', 'René', 'Déjà vu'],
    ['rfc2047-split', '€100 für Müller', 'Jürgen Müller', 'Ok'],
    ['rfc2047-cut-character', '😀 smile', 'Ada Example', 'Ok'],
  ])('%s', async (name, subject, sender, text) => {
    const mail = await read(name);
    expect([mail.subject, mail.from?.name, mail.text?.trim()]).toEqual([subject, sender, text]);
  });

  test('ks_c_5601', async () => {
    const mail = await read('ks-c-5601');
    expect([mail.subject, mail.from?.name]).toEqual(['예약 문의', '김민지']);
    expect(mail.text).toContain('예약 문의드립니다.');
  });
});

describe('files of a mail', () => {
  test('keep their names, and lose the paths in them', async () => {
    const { files } = await read('rfc2231-names');
    expect(files.map(({ file_name, content }) => [file_name, content.toString().trim()])).toEqual([
      ['Angebot für Müller.pdf', '%PDF-1.4 one'],
      ['привет.txt', 'hi'],
      ['passwd', 'root'],
    ]);
  });

  test('are pictures with and without a disposition, by their Content-ID', async () => {
    const { files } = await read('inline-images');
    expect(files.map(({ content_id, content_type }) => [content_id, content_type])).toEqual([
      ['one@pics', 'image/gif'],
      ['two@pics', 'image/gif'],
      ['unused@pics', 'image/gif'],
    ]);
  });

  test('may be a mail or an invitation', async () => {
    expect((await read('forwarded')).files).toMatchObject([
      { file_name: 'message.eml', content_type: 'message/rfc822' },
    ]);
    expect((await read('forwarded')).text?.trim()).toBe('See below.');
    expect((await read('calendar')).files).toMatchObject([{ file_name: 'invite.ics' }]);
  });
});

test.each([
  [`"'Ada Lovelace'"`, 'Ada Lovelace'],
  [`"'Ada' via Sales"`, 'Ada'],
  ['Viagra Shop', 'Viagra Shop'],
])('%s writes as %s', async (name, plain) => {
  const { from } = await parseMail(plainMail({ From: `${name} <ada@example.com>` }));
  expect(from).toEqual({ name: plain, address: 'ada@example.com' });
});

describe('a mail that lacks something', () => {
  test('says nobody sent it', async () => {
    expect((await read('missing-from')).from).toBeNull();
  });

  test('is known by its bytes when it has no Message-ID', async () => {
    const mail = await read('no-message-id');
    expect(mail.header_id).toMatch(/^[0-9a-f]{64}@no-message-id$/);
    expect((await read('no-message-id')).header_id).toBe(mail.header_id);
    expect(mail.sent_at).toBeNull();
  });

  test('is read as far as it goes', async () => {
    expect((await read('broken-boundary')).text?.trim()).toBe('Half a mail ü');
  });
});

test('a report of failure is read with the mail that it is about', async () => {
  const { report, files } = await read('bounce-hard');
  expect(report.delivery_status.join()).toContain('Status: 5.1.1');
  expect(report.original_headers).toContain('Message-ID: <ORIGINAL-ID>');
  expect(report.original_headers).not.toContain('Original text');
  expect(files.map(({ content_type }) => content_type)).toEqual(['message/rfc822']);
});

describe('a mail that means harm', () => {
  const nested = (depth: number): string => {
    let text = 'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n';
    for (let i = 0; i < depth; i++)
      text += `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`;
    return text;
  };

  test.each([
    ['parts in parts', nested(3000)],
    ['a long header', `From: a@b.example\r\nX: ${'x'.repeat(3_000_000)}\r\n\r\nHi`],
    ['many headers', `From: a@b.example\r\n${'X: y\r\n'.repeat(200_000)}\r\nHi`],
    ['many recipients', `From: a@b.example\r\nTo: ${'x@b.example, '.repeat(60_000)}\r\n\r\nHi`],
  ])('with %s is refused', async (_, text) => {
    await expect(parseMail(Buffer.from(text))).rejects.toThrow(/exceeded/);
  });

  test.each([
    ['groups in groups', `From: ${'g:'.repeat(20_000)}a@b.example;\r\n\r\nHi`],
    [
      'many parts',
      `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: image/gif\r\n\r\nx\r\n'.repeat(3000)}`,
    ],
    [
      'mails in mails',
      `From: a@b.example\r\n${'Content-Type: message/rfc822\r\n\r\nFrom: c@d.example\r\n'.repeat(500)}\r\nHi`,
    ],
    ['nothing', ''],
  ])('with %s is read, and costs little', async (_, text) => {
    const { files } = await parseMail(Buffer.from(text));
    expect(files.length).toBeLessThanOrEqual(200);
  });

  test('of any bytes ends the reading, not the server', async () => {
    const start = 'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n';
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isMail) => {
        const raw = Buffer.concat([Buffer.from(isMail ? start : ''), bytes]);
        const mail = await parseMail(raw).catch((error: unknown) => error);
        if (mail instanceof Error) return;
        const { text, subject } = mail as ParsedMail;
        expect(`${text}${subject}`).not.toContain('\u0000');
      }),
      { numRuns: 200 },
    );
  });
});

test('a mail begins with a header', () => {
  expect(looksLikeMail(plainMail({ From: 'a@b.example' }))).toBe(true);
  expect(looksLikeMail(Buffer.from('From ada Mon Mar  2\nFrom: a@b.example\n\n'))).toBe(true);
  expect(looksLikeMail(Buffer.from('{"from": "a@b.example"}'))).toBe(false);
  expect(looksLikeMail(Buffer.alloc(0))).toBe(false);
});
