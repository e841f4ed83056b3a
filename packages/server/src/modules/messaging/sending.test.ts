// From our own screen to a phone and back, over the simulated network.
import { describe, expect, test } from 'vitest';
import { buildContact, buildOrganization, buildPhone } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { until } from '../../platform/testing/waiting.ts';
import { photo, uploadFile } from './attachments.fixtures.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const [line] = (await client.listPhoneNumbers()).phone_numbers;

const messagesOf = async (contact_id: string) =>
  (await client.listMessages({ query: { contact_id } })).messages;

describe('a text over the simulated network', () => {
  test('is delivered, whatever order the network reports in', async () => {
    const contact = await buildContact(ctx);
    const sent = await client.sendMessage({
      body: {
        contact_id: contact.id,
        channel: 'sms',
        phone_number_id: line!.id,
        body: 'Your table is ready',
      },
    });
    expect(sent).toMatchObject({
      status: 'queued',
      segments: 1,
      source: 'app',
      from_address: line!.phone_number,
      to_address: contact.phones[0]!.phone_number,
      sent_by_member_id: owner.member_id,
      phone_line_label: 'Test number',
    });
    const delivered = await until('the delivery', async () => {
      const [message] = await messagesOf(contact.id);
      return message?.status === 'delivered' && message;
    });
    expect(delivered.external_id).toMatch(/^SM[0-9a-f]{32}$/);
    const { last_contacted_at } = await client.getContact({ params: { contact_id: contact.id } });
    expect(last_contacted_at).not.toBeNull();
  });

  test('comes in from a phone that nobody knows', async () => {
    const from = buildPhone();
    const { contact_id, message_id } = await client.simulateInbound({
      body: { from, body: 'Is there a table at eight?' },
    });
    expect(await messagesOf(contact_id)).toMatchObject([
      {
        id: message_id,
        direction: 'inbound',
        status: 'received',
        from_address: from,
        to_address: line!.phone_number,
        phone_number_id: line!.id,
        body: 'Is there a table at eight?',
      },
    ]);
    const contact = await client.getContact({ params: { contact_id } });
    expect(contact).toMatchObject({ source: 'inbound_sms', phones: [{ phone_number: from }] });
  });

  test('brings along a picture that somebody chose for the phone', async () => {
    const picture = await uploadFile(server, owner, 'table.jpg', await photo(300, 200));
    const { contact_id } = await client.simulateInbound({
      body: { from: buildPhone(), body: 'Look', attachment_ids: [picture.id] },
    });
    const received = await until('the picture', async () => {
      const [message] = await messagesOf(contact_id);
      return message?.attachments[0]?.status === 'ready' && message;
    });
    expect(received.attachments).toMatchObject([
      { content_type: 'image/jpeg', width: 300, height: 200 },
    ]);
    const foreign = await buildOrganization(server);
    await expect(
      foreign.owner.client.simulateInbound({
        body: { from: buildPhone(), body: 'Look', attachment_ids: [picture.id] },
      }),
    ).rejects.toMatchObject({ code: 'ATTACHMENT_NOT_PENDING' });
  });
});
