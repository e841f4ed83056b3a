import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { CHAT, importFile, jsonLines, line, upload } from './upload.fixtures.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);

/** The files that are kept for imports. */
const stored = async (): Promise<string[]> => {
  const folder = join(server.data_dir, 'files', 'imports', ctx.organization_id);
  return readdir(folder).catch(() => []);
};

describe('an upload is refused', () => {
  const pdf = { name: 'bill.pdf', content: '%PDF-1.7 nothing to see' };

  test.each([
    ['without a file', null, {}, 400, 'NO_FILE'],
    ['when it is empty', { name: 'empty.jsonl', content: '' }, {}, 400, 'EMPTY_FILE'],
    ['in a format that nobody knows', pdf, {}, 400, 'UNKNOWN_FORMAT'],
    ['for a format of another name', jsonLines(line()), { format: 'pdf' }, 400, 'INVALID_INPUT'],
    [
      'for a time zone that is none',
      jsonLines(line()),
      { timezone: 'Mars/Olympus' },
      400,
      'INVALID_INPUT',
    ],
    [
      'for an order of dates that is none',
      { name: 'chat.txt', content: CHAT },
      { date_order: 'ymd' },
      400,
      'INVALID_INPUT',
    ],
  ])('%s', async (_, file, options, status, code) => {
    const reply = await upload(server, owner, file, options as Record<string, string>);
    expect({ status: reply.status, code: reply.body.error?.code }).toEqual({ status, code });
    expect(reply.body.error.message).toMatch(/\.$/);
    expect((await owner.client.listImports()).imports).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  test('for what is no form at all', async () => {
    const { status, body } = await owner.post('/api/imports', { file: 'history' });
    expect({ status, code: body.error.code }).toEqual({ status: 400, code: 'NO_FILE' });
  });

  test('by the name of its file', async () => {
    const { body } = await upload(server, owner, pdf);
    expect(body.error.message).toContain('bill.pdf is none of the formats');
  });

  test('from a member, whose role does not import', async () => {
    const member = await buildMember(ctx, 'member');
    const { status, body } = await upload(server, member, jsonLines(line()));
    expect({ status, code: body.error.code }).toEqual({ status: 403, code: 'PERMISSION_DENIED' });
    expect(await stored()).toEqual([]);
  });
});

describe('an upload', () => {
  test.each([
    ['UTF-16, little end first', 'utf16le', [0xff, 0xfe]],
    ['UTF-16, big end first', 'utf16be', [0xfe, 0xff]],
    ['UTF-8 with its mark', 'utf8', [0xef, 0xbb, 0xbf]],
  ])('may be in %s', async (_, encoding, mark) => {
    const { owner } = await buildOrganization(server);
    const name = 'Żaneta Ōe';
    const text = line({ contact: { phone: '+12125550136', name } });
    const bytes = Buffer.from(text, encoding === 'utf8' ? 'utf8' : 'utf16le');
    if (encoding === 'utf16be') bytes.swap16();
    const content = new Uint8Array([...mark, ...bytes]);
    const imported = await importFile(server, owner, { name: 'history.jsonl', content });
    expect(imported).toMatchObject({ status: 'completed', messages_created: 1, rows_rejected: 0 });
    const { contacts } = await owner.client.listContacts({ query: { search: 'żaneta' } });
    expect(contacts).toMatchObject([{ first_name: 'Żaneta', last_name: 'Ōe' }]);
  });

  test('is not kept once it is imported', async () => {
    const { status } = await importFile(server, owner, jsonLines(line()));
    expect(status).toBe('completed');
    // The file goes after the commit that says so.
    await expect.poll(stored).toEqual([]);
  });

  test('may be named in any way, and its name leads nowhere', async () => {
    const { owner } = await buildOrganization(server);
    const file = { ...jsonLines(line()), name: '../../../etc/passwd.jsonl' };
    const { status, file_name } = await importFile(server, owner, file);
    expect(status).toBe('completed');
    expect(file_name).toMatch(/passwd\.jsonl$/);
  });

  test('in any order of the form is read with its options', async () => {
    const { owner } = await buildOrganization(server);
    const boundary = 'xyz';
    const part = (name: string, text: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
    const file = part('file"; filename="chat.txt', CHAT);
    const response = await fetch(`${await server.listen()}/api/imports`, {
      method: 'POST',
      headers: {
        ...owner.headers,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: `${file}${part('own_names', 'Kai Lund')}--${boundary}--\r\n`,
    });
    expect(response.status).toBe(202);
  });
});
