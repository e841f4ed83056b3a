import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { inTx } from '../../platform/ctx.ts';
import { createFetchForeign } from '../../platform/http/fetch-foreign.ts';
import { createCarrierMedia } from '../../platform/telephony/carrier-media.ts';
import { buildMessage, buildOrganization } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { photo, uploadFile } from './attachments.fixtures.ts';
import { queueMediaFetch } from './inbound-media.service.ts';
import { fetchMedia } from './media-fetch.service.ts';
import { saveTwilioSettings } from './twilio-settings.service.ts';

const SID = `AC${'a'.repeat(32)}`;
const TOKEN = 'the auth token';
const LOGIN = `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`;

/** Where the carrier keeps media: its API, which wants the login, and the host that it redirects to. */
type Asked = { host: 'api' | 'cdn'; authorization: string | undefined };
const asked: Asked[] = [];
let ready: () => boolean = () => true;
let content: Buffer = await photo(600, 300);

const listen = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
  const host = createServer(answer);
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    host.closeAllConnections();
    host.close();
  });
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
};
const cdn = await listen(({ headers: { authorization } }, response) => {
  asked.push({ host: 'cdn', authorization });
  response.writeHead(200, { 'content-type': 'text/html' }).end(content);
});
const api = await listen(({ headers: { authorization } }, response) => {
  asked.push({ host: 'api', authorization });
  if (authorization !== LOGIN) return void response.writeHead(401).end();
  if (!ready()) return void response.writeHead(404).end();
  response.writeHead(307, { location: `${cdn}/signed` }).end();
});

const server = await testServer({ settings: { TWILIO_API_BASE_URL: api } });
// The carrier's other host is public in truth.
Object.assign(server.base.ports, {
  carrierMedia: createCarrierMedia(createFetchForeign({ trusted_origins: [api, cdn] }), api),
});
const { ctx, owner } = await buildOrganization(server);
await saveTwilioSettings(ctx, { account_sid: SID, auth_token: TOKEN });
const MEDIA = `${api}/2010-04-01/Accounts/${SID}/Messages/MM1/Media/ME1`;

beforeEach(() => {
  asked.length = 0;
  ready = () => true;
});

/** A message that names these files, as the carrier announces it. */
const arrive = async (...urls: string[]) => {
  const message = await buildMessage(ctx);
  const media = urls.map((url) => ({ url, content_type: 'image/png' }));
  await inTx(ctx, async (ctx) => queueMediaFetch(ctx, message.id, media));
  return message;
};

const filesOf = async (contact_id: string) => {
  const { messages } = await owner.client.listMessages({ query: { contact_id } });
  return messages[0]!.attachments;
};

const settled = (contact_id: string) =>
  until('the files', async () => {
    const files = await filesOf(contact_id);
    return files.every(({ status }) => status !== 'pending') && files;
  });

/** Rows that no worker looks at, to be fetched by hand. */
const arriveUnqueued = async (url: string) => {
  const message = await buildMessage(ctx);
  const { organization_id } = ctx;
  const id = crypto.randomUUID();
  await ctx.db
    .insertInto('message_attachment')
    .values({
      organization_id,
      id,
      message_id: message.id,
      status: 'pending',
      content_type: 'image/png',
      source_url: url,
    })
    .execute();
  return { id, contact_id: message.contact_id };
};

describe('the file of a message that came', () => {
  test('is on its way at first, then here, as what it is; the carrier alone sees the login', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { carrierMedia } = server.base.ports;
    Object.assign(server.base.ports, {
      carrierMedia: async (...given: Parameters<typeof carrierMedia>) => {
        await held;
        return carrierMedia(...given);
      },
    });
    const { contact_id, id: message_id } = await arrive(MEDIA);
    expect(await filesOf(contact_id)).toMatchObject([
      { status: 'pending', content_type: 'image/png', url: null, failure: null },
    ]);
    const told = await heardDuring(ctx, async () => {
      release();
      await settled(contact_id);
    });
    Object.assign(server.base.ports, { carrierMedia });
    expect(told).toMatchObject([
      { type: 'messaging.message.new', payload: { contact_id, message_id } },
    ]);
    const [file] = await filesOf(contact_id);
    expect(file).toMatchObject({
      status: 'ready',
      content_type: 'image/jpeg',
      file_size: content.length,
      width: 600,
      height: 300,
    });
    const got = Buffer.from(await (await owner.fetch(file!.url!)).arrayBuffer());
    expect(got.equals(content), 'as it came').toBe(true);
    expect((await owner.fetch(file!.thumbnail_url!)).status).toBe(200);
    expect(asked).toEqual([
      { host: 'api', authorization: LOGIN },
      { host: 'cdn', authorization: undefined },
    ]);
  });

  test('stands in its place among ten', async () => {
    const { contact_id } = await arrive(...Array.from({ length: 10 }, (_, n) => `${MEDIA}${n}`));
    expect(await settled(contact_id)).toHaveLength(10);
    const rows = await server.base.db
      .selectFrom('message_attachment')
      .innerJoin('message', 'message.id', 'message_attachment.message_id')
      .where('message.contact_id', '=', contact_id)
      .select('position')
      .orderBy('position')
      .execute();
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('is asked for again while the carrier is not ready', async () => {
    ready = () => false;
    const { id, contact_id } = await arriveUnqueued(MEDIA);
    await expect(fetchMedia(ctx, id, false)).rejects.toThrow('(yet)');
    expect(await filesOf(contact_id)).toMatchObject([{ status: 'pending' }]);
    ready = () => true;
    await fetchMedia(ctx, id, false);
    expect(await filesOf(contact_id)).toMatchObject([{ status: 'ready' }]);
    // Done is done, however often the job runs.
    asked.length = 0;
    await fetchMedia(ctx, id, true);
    expect(asked).toEqual([]);
  });

  test('that never comes is shown as failed, with the reason', async () => {
    ready = () => false;
    const { id, contact_id } = await arriveUnqueued(MEDIA);
    const told = await heardDuring(ctx, async () => fetchMedia(ctx, id, true));
    expect(told).toMatchObject([{ type: 'messaging.message.new' }]);
    expect(await filesOf(contact_id)).toMatchObject([
      { status: 'failed', failure: 'The provider does not have the file (yet).', url: null },
    ]);
  });

  test.each([
    ['http://169.254.169.254/latest/meta-data', 'private network'],
    ['http://localhost:5432/', 'private network'],
    ['file:///etc/passwd', 'none of the web'],
    ['', 'is none'],
  ])('at %s is not fetched, and fails at once', async (url, words) => {
    const { contact_id } = await arrive(url || 'nowhere');
    const [file] = await settled(contact_id);
    expect(file).toMatchObject({ status: 'failed', failure: expect.stringContaining(words) });
  });

  test('elsewhere is fetched without a login', async () => {
    const { id, contact_id } = await arriveUnqueued(`${cdn}/other`);
    await fetchMedia(ctx, id, true);
    expect(await filesOf(contact_id)).toMatchObject([{ status: 'ready' }]);
    expect(asked).toEqual([{ host: 'cdn', authorization: undefined }]);
  });

  test('that is a page is kept as bytes that no browser runs', async () => {
    content = Buffer.from('<?xml version="1.0"?><html><script>alert(1)</script></html>');
    const { id, contact_id } = await arriveUnqueued(MEDIA);
    await fetchMedia(ctx, id, true);
    const [file] = await filesOf(contact_id);
    expect(file).toMatchObject({ content_type: 'application/octet-stream', thumbnail_url: null });
    const { headers } = await owner.fetch(file!.url!);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('that we sent ourselves comes from our storage', async () => {
    const sent = await uploadFile(server, owner, 'a.txt', 'from us');
    const file = { storage_key: `attachments/${ctx.organization_id}/${sent.id}` };
    const said = { ...file, content_type: 'text/plain', file_name: null };
    const { id, contact_id } = await arriveUnqueued(
      ctx.ports.file_links.urlOf(said, ctx.now(), 60),
    );
    await fetchMedia(ctx, id, true);
    const [got] = await filesOf(contact_id);
    expect(await (await owner.fetch(got!.url!)).text()).toBe('from us');
    expect(asked).toEqual([]);
  });
});
