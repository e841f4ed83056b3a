import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inTx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { drawing, photo, uploadFile, uploadFiles } from './attachments.fixtures.ts';
import {
  claimPendingAttachments,
  linkAttachments,
  presignedMediaUrls,
  requireCarried,
} from './attachments.service.ts';
import { sweepFiles } from './files-sweep.service.ts';
import { createUpload } from './uploads.service.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { storage } = ctx.ports;

/** The files of an organization that the database names. */
const rows = async (organization_id = ctx.organization_id) =>
  ctx.db
    .selectFrom('message_attachment')
    .selectAll()
    .where('organization_id', '=', organization_id)
    .execute();

/** Gives files to a new message of a contact. */
const sendWith = async (contact_id: string, ids: string[]): Promise<string> => {
  const { id } = await buildMessage(ctx, { contact_id, direction: 'outbound' });
  await inTx(ctx, async (ctx) => {
    await claimPendingAttachments(ctx, ids);
    await linkAttachments(ctx, id, ids);
  });
  return id;
};

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('an upload', () => {
  test('of a photo is kept without its location, with a small copy', async () => {
    const given = await photo(900, 600, 6);
    expect(given.includes('SecretPhone')).toBe(true);
    const file = await uploadFile(server, owner, 'C:\\Photos\\IMG 1.JPG', given);
    expect(file).toMatchObject({
      content_type: 'image/jpeg',
      file_name: 'IMG 1.JPG',
      status: 'ready',
      failure: null,
      omitted: false,
      width: 600,
      height: 900,
    });
    const full = await owner.fetch(file.url!);
    const bytes = await bytesOf(full);
    expect(full.headers.get('content-type')).toBe('image/jpeg');
    expect(bytes.length).toBe(file.file_size);
    expect(bytes.includes('SecretPhone')).toBe(false);
    const small = await owner.fetch(file.thumbnail_url!);
    expect(small.headers.get('content-type')).toBe('image/webp');
    expect((await bytesOf(small)).length).toBeLessThan(bytes.length);
  });

  test('of several files keeps each, whatever its name claims', async () => {
    const { status, body } = await uploadFiles(
      server,
      owner,
      { name: 'menu.png', content: '%PDF-1.7\nnot a picture' },
      { name: 'ann.vcf', content: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEND:VCARD\r\n' },
      { name: 'table.bmp', content: await drawing(20, 10).bmp() },
    );
    expect(status).toBe(201);
    expect(body.attachments).toMatchObject([
      { content_type: 'application/pdf', file_name: 'menu.png', thumbnail_url: null, width: null },
      { content_type: 'text/vcard', file_name: 'ann.vcf' },
      { content_type: 'image/jpeg', file_name: 'table.jpg', width: 20, height: 10 },
    ]);
  });

  test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html><script></script>'])(
    'of %s is never shown as part of a page',
    async (content) => {
      const { url } = await uploadFile(server, owner, 'x.svg', content);
      const { headers } = await owner.fetch(url!);
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-disposition')).toBe('attachment; filename=x.svg');
      expect(headers.get('content-security-policy')).toContain('sandbox');
    },
  );

  const tooManyPixels = async () => {
    const bytes = await drawing(10, 10).png();
    bytes.writeUInt32BE(40_000, 16);
    bytes.writeUInt32BE(40_000, 20);
    return bytes;
  };
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(99)]);

  test.each([
    ['nothing', async () => [], 400, 'NO_FILES', 'form field "file"'],
    ['an empty file', async () => [''], 400, 'EMPTY_FILE', 'f0.jpg is empty.'],
    ['eleven files', async () => Array<string>(11).fill('x'), 400, 'TOO_MANY_FILES', 'at most 10'],
    ['forty', async () => Array<string>(40).fill('x'), 400, 'TOO_MANY_FILES', 'at most 10'],
    ['a huge file', async () => [Buffer.alloc(25_000_001, 65)], 413, 'FILE_TOO_LARGE', '25 MB'],
    [
      'half a picture',
      async () => ['fine', (await photo()).subarray(0, 200)],
      400,
      'PICTURE_UNREADABLE',
      'f1.jpg is a damaged picture.',
    ],
    ['a HEIC picture', async () => [heic], 400, 'PICTURE_NOT_CLEANED', 'HEIC picture'],
    ['a bomb', async () => [await tooManyPixels()], 400, 'PICTURE_TOO_LARGE', '50 million pixels'],
  ])('of %s is refused, and nothing of it stays', async (_, make, status, code, words) => {
    const { ctx, owner } = await buildOrganization(server);
    const contents: (string | Uint8Array)[] = await make();
    const files = contents.map((content, n) => ({ name: `f${n}.jpg`, content }));
    const reply = await uploadFiles(server, owner, ...files);
    expect({ status: reply.status, code: reply.body.error?.code }).toEqual({ status, code });
    expect(reply.body.error.message).toContain(words);
    expect(await rows(ctx.organization_id)).toEqual([]);
  });

  test('is taken back by who made it, and by nobody else', async () => {
    const { id } = await uploadFile(server, owner, 'x.txt', 'x');
    const member = await buildMember(ctx, 'member');
    const params = { attachment_id: id };
    await expect(member.client.getAttachment({ params })).rejects.toMatchObject({ status: 404 });
    await expect(member.client.removeAttachment({ params })).rejects.toMatchObject({ status: 404 });
    await owner.client.removeAttachment({ params });
    await expect(owner.client.getAttachment({ params })).rejects.toMatchObject({ status: 404 });
  });
});

describe('a message', () => {
  test('shows its files in the order in which they were given', async () => {
    const contact = await buildContact(ctx);
    const picture = await uploadFile(server, owner, 'a.jpg', await photo());
    const text = await uploadFile(server, owner, 'b.txt', 'b');
    await sendWith(contact.id, [text.id, picture.id]);
    const { messages } = await owner.client.listMessages({ query: { contact_id: contact.id } });
    expect(messages[0]!.attachments).toEqual([text, picture]);
    await expect(
      owner.client.removeAttachment({ params: { attachment_id: text.id } }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('takes no file that is unknown, of others, or sent already', async () => {
    const { owner: stranger } = await buildOrganization(server);
    const foreign = await uploadFile(server, stranger, 'x.txt', 'x');
    const sent = await uploadFile(server, owner, 'x.txt', 'x');
    const { id: contact_id } = await buildContact(ctx);
    await sendWith(contact_id, [sent.id]);
    const fresh = await uploadFile(server, owner, 'x.txt', 'x');
    for (const id of [foreign.id, sent.id, newId()])
      await expect(sendWith(contact_id, [fresh.id, id])).rejects.toMatchObject({
        status: 400,
        code: 'ATTACHMENT_NOT_PENDING',
      });
    await sendWith(contact_id, [fresh.id]);
  });

  test('that meets another one over a file loses or wins it whole', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const { id } = await uploadFile(server, owner, 'x.txt', 'x');
    const both = await Promise.allSettled([1, 2, 3].map(() => sendWith(contact_id, [id])));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('takes ten files, and not eleven', async () => {
    const ids = Array.from({ length: 11 }, () => newId());
    await expect(claimPendingAttachments(ctx, ids)).rejects.toMatchObject({
      code: 'TOO_MANY_FILES',
    });
  });

  test('carries by SMS what a telephone takes, by e-mail more', () => {
    const file = (content_type: string, file_size: number) =>
      ({ content_type, file_size, file_name: 'f' }) as never;
    const picture = (size: number) => file('image/jpeg', size);
    requireCarried('sms', [picture(5_000_000), file('application/pdf', 500_000)]);
    expect(() => requireCarried('sms', [picture(5_000_001)])).toThrow('f is larger than 5 MB');
    expect(() => requireCarried('sms', [file('video/mp4', 500_001)])).toThrow('500 kB');
    requireCarried('email', [picture(20_000_000), file('video/mp4', 5_000_000)]);
    expect(() => requireCarried('email', [picture(20_000_000), picture(5_000_001)])).toThrow(
      '25 MB together',
    );
  });
});

describe('a file of a message', () => {
  test('is seen by who sees its contact', async () => {
    const { ctx, owner } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(ctx, 'member');
    const { id } = await uploadFile(server, owner, 'x.jpg', await photo());
    const { id: hidden } = await buildContact(ctx);
    const message = await buildMessage(ctx, { contact_id: hidden });
    await linkAttachments(ctx, message.id, [id]);
    const statuses = async () => {
      const paths = [`/api/attachments/${id}`, `/api/attachments/${id}/thumbnail`];
      return Promise.all(paths.map(async (path) => (await member.fetch(path)).status));
    };
    expect(await statuses()).toEqual([404, 404]);
    const { organization_id } = ctx;
    await ctx.db
      .insertInto('contact_user')
      .values({ organization_id, contact_id: hidden, member_id: member.member_id })
      .execute();
    expect(await statuses()).toEqual([200, 200]);
  });

  test('is given in parts, as players and carriers ask', async () => {
    const { url } = await uploadFile(server, owner, 'digits.txt', '0123456789');
    const ask = async (range: string, method = 'GET') => {
      const { status, headers, ...reply } = await owner
        .fetch(url!, { method, headers: { range } })
        .then(async (r) => ({ status: r.status, headers: r.headers, body: await r.text() }));
      return [status, headers.get('content-range'), headers.get('content-length'), reply.body];
    };
    expect(await ask('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '3', '234']);
    expect(await ask('bytes=-2')).toEqual([206, 'bytes 8-9/10', '2', '89']);
    expect(await ask('bytes=10-')).toEqual([416, 'bytes */10', '0', '']);
    expect(await ask('bytes=2-4', 'HEAD')).toEqual([206, 'bytes 2-4/10', '3', '']);
    expect(await ask('furlongs=1-2')).toEqual([200, null, '10', '0123456789']);
  });

  test('is offered for saving when asked so, under its own name', async () => {
    const file = await uploadFile(server, owner, 'Menü "1".jpg', await photo());
    const shown = (await owner.fetch(file.url!)).headers.get('content-disposition');
    const saved = (await owner.fetch(`${file.url}?download=1`)).headers.get('content-disposition');
    expect(shown).toMatch(/^inline; filename=/);
    expect(saved).toMatch(/^attachment; filename=.*filename\*=UTF-8''Men%C3%BC/);
  });

  test('that a history only named has no address', async () => {
    const { contact_id } = await buildMessage(ctx, {
      attachments: [{ content_type: 'image/jpeg', name: 'a.jpg', omitted: true }],
    });
    const { messages } = await owner.client.listMessages({ query: { contact_id } });
    const [file] = messages[0]!.attachments;
    expect(file).toMatchObject({ omitted: true, status: 'ready', url: null, thumbnail_url: null });
    const params = { attachment_id: file!.id };
    await expect(owner.client.getAttachment({ params })).rejects.toMatchObject({ status: 404 });
  });
});

describe('an address for the carrier', async () => {
  const { id: contact_id } = await buildContact(ctx);
  const jpeg = await uploadFile(server, owner, 'a.jpg', await photo());
  const card = await uploadFile(server, owner, 'ann.vcf', 'BEGIN:VCARD\nEND:VCARD');
  const message_id = await sendWith(contact_id, [jpeg.id, card.id]);
  const [first = '', second = ''] = await presignedMediaUrls(ctx, message_id);
  const row = (await rows()).find(({ id }) => id === card.id)!;

  test('opens the file for anybody, by GET and HEAD, as what it is', async () => {
    for (const [url, type, size] of [
      [first, 'image/jpeg', jpeg.file_size],
      [second, 'text/vcard', card.file_size],
    ] as const) {
      const got = await server.fetch(url);
      expect(got.headers.get('content-type')).toBe(type);
      expect((await bytesOf(got)).length).toBe(size);
      const head = await server.fetch(url, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-type')]).toEqual([200, type]);
      expect(head.headers.get('content-length')).toBe(String(size));
      expect(await head.text()).toBe('');
    }
  });

  test('lives as long as the carrier may queue the message, and no longer', async () => {
    const statusAt = async (seconds: number) => {
      const made = new Date(Date.now() - seconds * 1000);
      return (await server.fetch(ctx.ports.file_links.urlOf(row, made, 36_000))).status;
    };
    expect(await statusAt(35_990)).toBe(200);
    expect(await statusAt(36_001)).toBe(404);
  });

  test('cannot be guessed or altered', async () => {
    const token = first.split('/').at(-1)!;
    const [text = '', signature = ''] = token.split('.');
    const said = Buffer.from(text, 'base64url').toString();
    const altered = Buffer.from(said.replace(/^\d+/, '9999999999')).toString('base64url');
    const other = createOtherSignature(signature);
    for (const bad of [`${altered}.${signature}`, `${text}.${other}`, text, `${text}.`, 'x.y'])
      expect((await server.fetch(`/files/${bad}`)).status, bad).toBe(404);
  });

  test('opens nothing after the contact was deleted and the storage tidied', async () => {
    await owner.client.removeContact({ params: { contact_id } });
    const later = { ...server.base, now: () => new Date(Date.now() + 2 * 3_600_000) };
    await sweepFiles(later, new AbortController().signal);
    expect((await server.fetch(first)).status).toBe(404);
    expect(await storage.size(row.storage_key)).toBeNull();
  });
});

const createOtherSignature = (signature: string) =>
  (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);

describe('the sweep', () => {
  test('is due every hour, by itself', async () => {
    const due = await until('the list of what is due', async () => {
      const { rows } = await sql<{ identifier: string }>`
        select identifier from graphile_worker._private_known_crontabs`.execute(ctx.db);
      return rows.length > 0 && rows.map(({ identifier }) => identifier);
    });
    expect(due).toContain('messaging.files.sweep');
  });

  const sweepIn = async (hours: number) => {
    const now = () => new Date(Date.now() + hours * 3_600_000);
    await sweepFiles({ ...server.base, now }, new AbortController().signal);
  };
  const exists = async (id: string) => {
    const key = `attachments/${ctx.organization_id}/${id}`;
    const sizes = await Promise.all([key, `${key}.thumbnail`].map(storage.size));
    return sizes.map((size) => size !== null);
  };

  test('forgets what nobody sent within a day, with its files', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const unsent = await uploadFile(server, owner, 'a.jpg', await photo());
    const sent = await uploadFile(server, owner, 'b.jpg', await photo());
    await sendWith(contact_id, [sent.id]);
    await sweepIn(23);
    expect(await exists(unsent.id)).toEqual([true, true]);
    await sweepIn(25);
    await sweepIn(27);
    expect(await exists(unsent.id)).toEqual([false, false]);
    expect(await exists(sent.id)).toEqual([true, true]);
    expect((await rows()).map(({ id }) => id)).not.toContain(unsent.id);
    expect((await owner.fetch(sent.url!)).status).toBe(200);
  });

  test('leaves what is in a draft', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const { id } = await uploadFile(server, owner, 'a.txt', 'a');
    const { organization_id } = ctx;
    await ctx.db
      .insertInto('draft')
      .values({
        organization_id,
        member_id: owner.member_id,
        contact_id,
        channel: 'sms',
        body: 'Here it is',
        attachment_ids: [id],
        version: newId(),
        updated_at: ctx.now(),
      })
      .execute();
    await sweepIn(25);
    expect((await exists(id))[0]).toBe(true);
    await sendWith(contact_id, [id]);
  });

  test('finds what was stored when the server died in the middle of an upload', async () => {
    const broken = { ...storage, put: async () => Promise.reject(new Error('killed')) };
    const ports = { ...ctx.ports, storage: broken };
    await expect(createUpload({ ...ctx, ports }, 'x.txt', Buffer.from('x'))).rejects.toThrow(
      'killed',
    );
    const [row] = (await rows()).filter(({ status }) => status === 'pending');
    await storage.put(row!.storage_key, Readable.from(['half']));
    await expect(sendWith((await buildContact(ctx)).id, [row!.id])).rejects.toMatchObject({
      code: 'ATTACHMENT_NOT_PENDING',
    });
    await sweepIn(25);
    await sweepIn(27);
    expect(await storage.size(row!.storage_key)).toBeNull();
  });
});
