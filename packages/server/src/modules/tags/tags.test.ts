import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { heardDuring } from '../../platform/testing/heard.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

describe('a tag', () => {
  test('is one of ten at first, and can be added, renamed and recoloured', async () => {
    const { tags } = await client.listTags();
    expect(tags).toHaveLength(10);
    expect(tags[0]).toMatchObject({ name: 'New Lead', color: '#6366f1' });
    const made = await client.createTag({ body: { name: '  Partner ', color: '#ABCDEF' } });
    expect(made).toMatchObject({ name: 'Partner', color: '#abcdef' });
    const params = { tag_id: made.id };
    expect(await client.updateTag({ params, body: { color: '#00ff00' } })).toEqual({
      ...made,
      color: '#00ff00',
    });
    expect(await client.updateTag({ params, body: { name: 'Associate' } })).toEqual({
      ...made,
      name: 'Associate',
      color: '#00ff00',
    });
    expect((await client.listTags()).tags.at(-1)).toMatchObject({ name: 'Associate' });
  });

  test.each([
    [{ name: ' ', color: '#123456' }, 'name', 'is empty'],
    [{ name: 'x'.repeat(61), color: '#123456' }, 'name', 'is longer than 60 characters'],
    [{ name: 'Red', color: 'red' }, 'color', 'must be a colour such as #6366f1'],
    [{ name: 'Red', color: '#f00' }, 'color', 'must be a colour such as #6366f1'],
    [{ name: 'Red', color: '#ff00001' }, 'color', 'must be a colour such as #6366f1'],
  ])('%o is refused', async (body, field, message) => {
    await expect(client.createTag({ body })).rejects.toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      details: { fields: [{ field, message }] },
    });
  });

  test('has a name that no other tag of the organization has, whatever the case', async () => {
    const taken = { status: 409, code: 'TAG_NAME_TAKEN' };
    const color = '#123456';
    await expect(client.createTag({ body: { name: 'vip', color } })).rejects.toMatchObject(taken);
    const { id } = await client.createTag({ body: { name: 'Ärzte', color } });
    await expect(client.createTag({ body: { name: 'ÄRZTE', color } })).rejects.toMatchObject(taken);
    const rename = (name: string) => client.updateTag({ params: { tag_id: id }, body: { name } });
    await expect(rename('URGENT')).rejects.toMatchObject(taken);
    expect(await rename('ärzte')).toMatchObject({ name: 'ärzte' });

    const { owner: other } = await buildOrganization(server);
    expect(await other.client.createTag({ body: { name: 'Ärzte', color } })).toMatchObject({
      name: 'Ärzte',
    });
  });

  test('of one name asked for by many at once is made once', async () => {
    const body = { name: 'Rush', color: '#123456' };
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => client.createTag({ body })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: 'TAG_NAME_TAKEN' });
  });

  test('is deleted by an admin, and is then on no contact', async () => {
    const tag = await client.createTag({ body: { name: 'Gone soon', color: '#123456' } });
    const { id } = await buildContact(ctx, { tag_ids: [tag.id] });
    const member = await buildMember(ctx, 'member');
    const params = { tag_id: tag.id };
    await expect(member.client.removeTag({ params })).rejects.toMatchObject({ status: 403 });
    await client.removeTag({ params });
    expect((await client.getContact({ params: { contact_id: id } })).tags).toEqual([]);
    await expect(client.removeTag({ params })).rejects.toMatchObject({
      status: 404,
      code: 'TAG_NOT_FOUND',
    });
  });

  test('that changes is told to everybody', async () => {
    const told = [{ type: 'tags.changed', payload: {} }];
    const body = { name: 'Loud', color: '#123456' };
    let tag_id = '';
    expect(
      await heardDuring(ctx, async () => ({ id: tag_id } = await client.createTag({ body }))),
    ).toEqual(told);
    const params = { tag_id };
    expect(
      await heardDuring(ctx, () => client.updateTag({ params, body: { name: 'Quiet' } })),
    ).toEqual(told);
    expect(await heardDuring(ctx, () => client.removeTag({ params }))).toEqual(told);
  });
});

describe('tagging a contact', () => {
  test('twice is tagging it once, and so with taking the tag off', async () => {
    const { id: contact_id } = await buildContact(ctx);
    const vip = (await client.listTags()).tags.find(({ name }) => name === 'VIP')!;
    const params = { contact_id, tag_id: vip.id };
    const told = [{ type: 'contact.updated', payload: { contact_id } }];
    expect(await heardDuring(ctx, () => client.tagContact({ params }))).toEqual(told);
    expect(await heardDuring(ctx, () => client.tagContact({ params }))).toEqual([]);
    const { tags, version } = await client.getContact({ params });
    expect(tags).toEqual([vip]);
    // Whoever edits a field meanwhile has not been overtaken.
    expect(version).toBe(1);
    expect(await heardDuring(ctx, () => client.untagContact({ params }))).toEqual(told);
    expect(await heardDuring(ctx, () => client.untagContact({ params }))).toEqual([]);
    expect((await client.getContact({ params })).tags).toEqual([]);
    const { changes } = await client.listChanges({ params });
    expect(changes.filter(({ field }) => field === 'tag')).toMatchObject([
      { before: 'VIP', after: null, member_id: owner.member_id, way: 'person' },
      { before: null, after: 'VIP', member_id: owner.member_id, way: 'person' },
    ]);
  });
});
