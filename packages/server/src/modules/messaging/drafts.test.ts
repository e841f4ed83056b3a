import { describe, expect, test } from 'vitest';
import {
  buildContact,
  buildMember,
  buildOrganization,
  buildPhoneNumber,
  type Person,
} from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { clearDraft } from './drafts.service.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);

type Body = Parameters<typeof owner.client.saveDraft>[0]['body'];
const save = async (contact_id: string, body: Body, caller: Person = owner) =>
  (await caller.client.saveDraft({ params: { contact_id, channel: 'sms' }, body })).draft;
const list = async (contact_id: string, caller: Person = owner) =>
  (await caller.client.listDrafts({ params: { contact_id } })).drafts;

describe('a draft', () => {
  test('is kept for its member, contact and channel', async () => {
    const member = await buildMember(ctx, 'member');
    const { id, phones } = await buildContact(ctx);
    const wish = { contact_phone_id: phones[0]!.id, attachment_ids: [id] };
    const sms = await save(id, { body: 'Shall w', version: null, ...wish });
    expect(sms).toMatchObject({ contact_id: id, channel: 'sms', body: 'Shall w', ...wish });
    const { draft: email } = await owner.client.saveDraft({
      params: { contact_id: id, channel: 'email' },
      body: { body: '', subject: 'Offer', version: null },
    });
    expect(await list(id)).toEqual([email, sms]);
    expect(await list(id, member)).toEqual([]);
    const next = await save(id, { body: 'Shall we?', version: sms!.version });
    expect(next).toMatchObject({ body: 'Shall we?', contact_phone_id: null });
    expect(next!.version).not.toBe(sms!.version);
    const row = () => owner.client.getConversation({ params: { contact_id: id } });
    expect(await row()).toMatchObject({ has_draft: true });
    await save(id, { body: ' ', version: next!.version });
    await owner.client.removeDraft({ params: { contact_id: id, channel: 'email' } });
    await owner.client.removeDraft({ params: { contact_id: id, channel: 'email' } });
    expect(await row()).toMatchObject({ has_draft: false });
  });

  test('is not written over by a tab that does not know it', async () => {
    const { id } = await buildContact(ctx);
    const first = await save(id, { body: 'One', version: null });
    const second = await save(id, { body: 'Two', version: first!.version });
    const refused = { status: 409, code: 'DRAFT_CHANGED', details: { draft: second } };
    await expect(save(id, { body: 'Late', version: first!.version })).rejects.toMatchObject(
      refused,
    );
    await expect(save(id, { body: 'New', version: null })).rejects.toMatchObject(refused);
    await expect(save(id, { body: '', version: null })).rejects.toMatchObject(refused);
    expect(await list(id)).toEqual([second]);
    await clearDraft(ctx, id, 'sms');
    await expect(save(id, { body: 'Sent', version: second!.version })).rejects.toMatchObject({
      ...refused,
      details: { draft: null },
    });
    expect(await list(id)).toEqual([]);
  });

  test('that many tabs begin at once is begun by one', async () => {
    const { id } = await buildContact(ctx);
    const tabs = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => save(id, { body: `Tab ${n}`, version: null })),
    );
    const [winner, ...others] = tabs.filter(({ status }) => status === 'fulfilled');
    expect(others).toEqual([]);
    expect(await list(id)).toEqual([(winner as PromiseFulfilledResult<unknown>).value]);
  });

  test('is told of to the member who writes it, once it is sent too', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const payload = { contact_id, member_id: owner.member_id };
    const told = { type: 'messaging.draft.changed', payload };
    const work = async () => {
      await save(contact_id, { body: 'Hello', version: null });
      await clearDraft(ctx, contact_id, 'sms');
      await clearDraft(ctx, contact_id, 'sms');
      await save(contact_id, { body: '', version: null });
    };
    expect(await heardDuring(ctx, work)).toEqual([told, told]);
  });

  test('is gone once its text is sent', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const { id: phone_number_id } = await buildPhoneNumber(ctx);
    const { version } = (await save(contact_id, { body: 'Hello', version: null }))!;
    const body = { contact_id, channel: 'sms', phone_number_id, body: 'Hello' } as const;
    await owner.client.sendMessage({ body });
    expect(await list(contact_id)).toEqual([]);
    await expect(save(contact_id, { body: 'Hello!', version })).rejects.toMatchObject({
      code: 'DRAFT_CHANGED',
      details: { draft: null },
    });
  });

  test('goes with its contact, and with its member', async () => {
    const member = await buildMember(ctx, 'member');
    const { id } = await buildContact(ctx);
    await save(id, { body: 'Hello', version: null });
    await save(id, { body: 'Hello', version: null }, member);
    await owner.client.removeMember({ params: { member_id: member.member_id } });
    await owner.client.removeContact({ params: { contact_id: id } });
    const left = await ctx.db
      .selectFrom('draft')
      .select('body')
      .where('contact_id', '=', id)
      .execute();
    expect(left).toEqual([]);
  });
});
