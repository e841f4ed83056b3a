// Pictures and files by text message, from the upload to the carrier, and from the carrier into the feed.
import { describe, expect, test } from 'vitest';
import { startStandIn } from '../../platform/telephony/twilio-stand-in.fixtures.ts';
import { buildContact, buildPhone } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { photo, uploadFile } from './attachments.fixtures.ts';
import { buildOnTwilio } from './twilio.fixtures.ts';

const standIn = await startStandIn();
const server = await testServer({ settings: { TWILIO_API_BASE_URL: standIn.url } });
const { ctx, owner, line, text } = await buildOnTwilio(server);

const send = async (contact_id: string, attachment_ids: string[]) =>
  owner.client.sendMessage({
    body: { contact_id, channel: 'sms', phone_number_id: line.id, body: 'Look', attachment_ids },
  });

describe('a message with files', () => {
  test('reaches the carrier with addresses that it can fetch them from', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const picture = await uploadFile(server, owner, 'table.jpg', await photo(900, 600));
    const card = await uploadFile(server, owner, 'ann.vcf', 'BEGIN:VCARD\r\nEND:VCARD\r\n');
    const sent = await send(contact_id, [picture.id, card.id]);
    expect(sent.attachments).toEqual([picture, card]);
    const theirs = await until('the request', () =>
      standIn.messages.find(({ from }) => from === line.phone_number),
    );
    expect(theirs.sid).toMatch(/^MM/);
    const got = [];
    for (const url of theirs.media)
      for (const method of ['HEAD', 'GET']) {
        const { status, headers } = await server.fetch(url, { method });
        got.push([method, status, headers.get('content-type'), headers.get('content-length')]);
      }
    const [jpeg, vcard] = [String(picture.file_size), String(card.file_size)];
    expect(got).toEqual([
      ['HEAD', 200, 'image/jpeg', jpeg],
      ['GET', 200, 'image/jpeg', jpeg],
      ['HEAD', 200, 'text/vcard', vcard],
      ['GET', 200, 'text/vcard', vcard],
    ]);
    expect(standIn.complaints).toEqual([]);
  });

  test('that are too large for a telephone is not written, and the files wait on', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500_000)]);
    const menu = await uploadFile(server, owner, 'menu.pdf', bytes);
    await expect(send(contact_id, [menu.id])).rejects.toMatchObject({
      status: 400,
      code: 'MMS_FILE_TOO_LARGE',
      message: expect.stringContaining('menu.pdf is larger than 500 kB'),
    });
    const { messages } = await owner.client.listMessages({ query: { contact_id } });
    expect(messages).toEqual([]);
    await owner.client.removeAttachment({ params: { attachment_id: menu.id } });
  });

  test('comes in, shows its files, and says which of them cannot be had', async () => {
    const { id } = await uploadFile(server, owner, 'a.jpg', await photo(300, 200));
    const { storage, file_links } = ctx.ports;
    const storage_key = `attachments/${ctx.organization_id}/${id}`;
    expect(await storage.size(storage_key)).not.toBeNull();
    const file = { storage_key, content_type: 'image/jpeg', file_name: null };
    const From = buildPhone();
    const response = await text({
      From,
      NumMedia: '2',
      MediaUrl0: file_links.urlOf(file, ctx.now(), 60),
      MediaContentType0: 'image/jpeg',
      MediaUrl1: 'http://169.254.169.254/latest/meta-data',
      MediaContentType1: 'image/jpeg',
    });
    expect(response.status).toBe(200);
    const files = await until('the files', async () => {
      const { contacts } = await owner.client.listContacts({ query: { search: From } });
      const query = { contact_id: contacts[0]!.id };
      const { messages } = await owner.client.listMessages({ query });
      const { attachments } = messages[0]!;
      return attachments.every(({ status }) => status !== 'pending') && attachments;
    });
    expect(files).toMatchObject([
      { status: 'ready', content_type: 'image/jpeg', width: 300, height: 200 },
      { status: 'failed', failure: expect.stringContaining('private network'), url: null },
    ]);
  });
});
