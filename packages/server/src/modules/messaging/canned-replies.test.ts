import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server, { name: 'Bella' });
const { client } = owner;

const THANKS = { shortcut: 'thanks', title: 'Thanks', body: 'Thank you, {{first_name}}!' };

describe('a canned reply', () => {
  test('is written, changed and deleted, and everybody hears of it', async () => {
    let id = '';
    const told = await heardDuring(ctx, async () => {
      const made = await client.createCannedReply({ body: { ...THANKS, shortcut: ' /Thanks ' } });
      expect(made).toMatchObject(THANKS);
      id = made.id;
      const params = { canned_reply_id: id };
      const changed = await client.updateCannedReply({ params, body: { title: 'Many thanks' } });
      expect(changed).toEqual({ ...made, title: 'Many thanks', updated_at: changed.updated_at });
      expect(await client.listCannedReplies()).toEqual({ canned_replies: [changed] });
      await client.removeCannedReply({ params });
    });
    expect(told).toEqual(Array(3).fill({ type: 'messaging.canned.changed', payload: {} }));
    const missing = { status: 404, code: 'CANNED_REPLY_NOT_FOUND' };
    const params = { canned_reply_id: id };
    await expect(client.removeCannedReply({ params })).rejects.toMatchObject(missing);
    await expect(client.updateCannedReply({ params, body: {} })).rejects.toMatchObject(missing);
    await expect(
      client.fillCannedReply({ params, query: { contact_id: (await buildContact(ctx)).id } }),
    ).rejects.toMatchObject(missing);
  });

  test('has a shortcut of its own, also when two want one at once', async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        client.createCannedReply({ body: { ...THANKS, shortcut: 'once' } }),
      ),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const taken = {
      status: 409,
      code: 'SHORTCUT_TAKEN',
      message: 'The shortcut /once is taken by another canned reply. Choose another one.',
    };
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({ reason: taken });
    const { id } = await client.createCannedReply({ body: { ...THANKS, shortcut: 'twice' } });
    const params = { canned_reply_id: id };
    await expect(
      client.updateCannedReply({ params, body: { shortcut: 'once' } }),
    ).rejects.toMatchObject(taken);
    await client.updateCannedReply({ params, body: { shortcut: 'twice' } });
    const { owner: stranger } = await buildOrganization(server);
    await stranger.client.createCannedReply({ body: { ...THANKS, shortcut: 'once' } });
  });

  test.each([
    [
      { shortcut: 'two words' },
      'shortcut',
      'must have letters, digits, - and _ only, such as thanks',
    ],
    [{ shortcut: '/' }, 'shortcut', 'must have letters, digits, - and _ only, such as thanks'],
    [{ title: ' ' }, 'title', 'is empty'],
    [{ body: ' \n' }, 'body', 'is empty'],
  ])('is not written with %o', async (values, field, message) => {
    await expect(
      client.createCannedReply({ body: { ...THANKS, ...values } }),
    ).rejects.toMatchObject({ status: 400, details: { fields: [{ field, message }] } });
  });
});

test('its variables are filled for the contact; what is not known stays visible', async () => {
  const body =
    'Hi {{first_name}}, {{nickname}}: {{company}} {{company|your team}} {{phone}} {{email}} - {{my_name}}, {{organization_name}}';
  const { id } = await client.createCannedReply({ body: { shortcut: 'all', title: 'All', body } });
  const contact = await buildContact(ctx, { first_name: 'Ada', email: 'ada@example.com' });
  const nell = await buildMember(ctx, 'member', { name: 'Nell' });
  const filled = await nell.client.fillCannedReply({
    params: { canned_reply_id: id },
    query: { contact_id: contact.id },
  });
  const phone = contact.phones[0]!.phone_number;
  expect(filled).toEqual({
    text: `Hi Ada, {{nickname}}: {{company}} your team ${phone} ada@example.com - Nell, Bella`,
    unfilled: ['nickname', 'company'],
  });
});
