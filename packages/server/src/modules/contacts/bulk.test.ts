import { describe, expect, test } from 'vitest';
import { inTx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildMember,
  buildOrganization,
  type TestCtx,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const member = await buildMember(ctx, 'member');
const { client } = owner;
const { tags } = await client.listTags();
const tag_id = tags[0]!.id;

const buildMany = async (of: TestCtx, count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => newId());
  await inTx(of, async ({ db, organization_id }) => {
    for (let i = 0; i < ids.length; i += 1000)
      await db
        .insertInto('contact')
        .values(ids.slice(i, i + 1000).map((id) => ({ organization_id, id, first_name: 'Many' })))
        .execute();
  });
  return ids;
};

describe('many contacts at once', () => {
  test('are assigned, tagged and given a status, each change written down, and back', async () => {
    const ids = [(await buildContact(ctx)).id, (await buildContact(ctx)).id];
    const { member_id } = member;
    const bulk = async (action: object) =>
      client.bulkContacts({ body: { contact_ids: ids, ...action } as never });
    expect(await bulk({ action: 'assign', member_id })).toMatchObject({ matched: 2, changed: 2 });
    expect(await bulk({ action: 'assign', member_id })).toMatchObject({ matched: 2, changed: 0 });
    await bulk({ action: 'tag', tag_id });
    await bulk({ action: 'status', status: 'inactive' });
    const params = { contact_id: ids[0]! };
    expect(await client.getContact({ params })).toMatchObject({
      status: 'inactive',
      tags: [{ id: tag_id }],
      assigned_users: [{ member_id }],
      version: 2,
    });
    const { changes } = await client.listChanges({ params });
    expect(changes.slice(0, 3)).toMatchObject([
      { field: 'status', before: 'active', after: 'inactive' },
      { field: 'tag', before: null, after: tags[0]!.name },
      { field: 'assigned_user', before: null, after: member.name },
    ]);
    await bulk({ action: 'untag', tag_id });
    await bulk({ action: 'unassign', member_id });
    expect(await client.getContact({ params })).toMatchObject({ tags: [], assigned_users: [] });
  });

  test('are more than a thousand in one request, with progress', async () => {
    const ids = await buildMany(ctx, 2500);
    const batch_id = newId();
    const body = { action: 'tag', contact_ids: ids, tag_id, batch_id } as const;
    expect(await client.bulkContacts({ body })).toMatchObject({
      batch_id,
      matched: 2500,
      changed: 2500,
      failed: [],
    });
    const events = await ctx.db
      .selectFrom('event')
      .select('payload')
      .where('organization_id', '=', ctx.organization_id)
      .where('type', '=', 'contacts.bulk')
      .orderBy('id')
      .execute();
    expect(events.map(({ payload }) => payload)).toEqual(
      [1000, 2000, 2500].map((done) => ({ batch_id, done, total: 2500 })),
    );
    const filter = { search: 'many', tag_ids: [tag_id] };
    const removed = await client.bulkContacts({ body: { action: 'delete', filter } });
    expect(removed).toMatchObject({ matched: 2500, changed: 2500 });
    expect((await client.listContacts({ query: filter })).total_count).toBe(0);
    const kept = await ctx.db
      .selectFrom('contact_change')
      .select(['field', 'after'])
      .where('contact_id', 'in', ids.slice(0, 10))
      .execute();
    expect(kept).toEqual(
      Array.from({ length: 10 }, () => ({ field: 'contact', after: 'deleted' })),
    );
  });

  test('that are not there are reported, the others done', async () => {
    const { id } = await buildContact(ctx);
    const { ctx: abroad } = await buildOrganization(server);
    const foreign = await buildContact(abroad);
    const body = { action: 'tag' as const, contact_ids: [id, foreign.id], tag_id };
    expect(await client.bulkContacts({ body })).toMatchObject({
      matched: 1,
      changed: 1,
      failed: [
        { contact_id: foreign.id, reason: 'There is no such contact in this organization.' },
      ],
    });
    await expect(
      client.bulkContacts({ body: { ...body, contact_ids: [foreign.id] } }),
    ).rejects.toMatchObject({ code: 'CONTACT_NOT_FOUND' });
  });

  test('are named by ids or by a filter, and the thing to do by its id', async () => {
    const { id } = await buildContact(ctx);
    await expect(client.bulkContacts({ body: { action: 'tag', tag_id } })).rejects.toMatchObject({
      status: 400,
      details: { fields: [{ field: 'contact_ids' }] },
    });
    await expect(
      client.bulkContacts({ body: { action: 'tag', tag_id: newId(), contact_ids: [id] } }),
    ).rejects.toMatchObject({ status: 404, code: 'TAG_NOT_FOUND' });
    await expect(
      client.bulkContacts({ body: { action: 'assign', member_id: newId(), contact_ids: [id] } }),
    ).rejects.toMatchObject({ status: 404, code: 'MEMBER_NOT_FOUND' });
  });

  test('are assigned and deleted only by who may assign and delete', async () => {
    const { id } = await buildContact(ctx);
    const contact_ids = [id];
    const { member_id } = member;
    await member.client.bulkContacts({ body: { action: 'tag', tag_id, contact_ids } });
    for (const body of [
      { action: 'assign', member_id, contact_ids } as const,
      { action: 'delete', contact_ids } as const,
    ])
      await expect(member.client.bulkContacts({ body })).rejects.toMatchObject({
        status: 403,
        code: 'PERMISSION_DENIED',
      });
  });
});

describe('the list', () => {
  test('is filtered by status, stage and assignee', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const one = await buildContact(ctx, { status: 'inactive', assigned_to: [owner] });
    const two = await buildContact(ctx, { pipeline_stage: 'lead' });
    const idsFor = async (query: object) =>
      (await owner.client.listContacts({ query })).contacts.map(({ id }) => id);
    expect(await idsFor({ status: ['inactive', 'archived'] })).toEqual([one.id]);
    expect(await idsFor({ pipeline_stage: ['lead'] })).toEqual([two.id]);
    expect(await idsFor({ assignee: owner.member_id })).toEqual([one.id]);
    expect(await idsFor({ assignee: 'unassigned' })).toEqual([two.id]);
    await expect(idsFor({ status: ['asleep'] })).rejects.toMatchObject({ status: 400 });
  });

  test('longer than what is sorted at once has right pages and totals, also after a change', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const ids = await buildMany(ctx, 6000);
    const last = await buildContact(ctx, { first_name: 'Zoe', last_name: 'Many' });
    const list = async (query: object) => owner.client.listContacts({ query });
    expect(await list({})).toMatchObject({ total_count: 6001, total_pages: 241 });
    for (const search of ['many', 'ma']) {
      const first = await list({ search, sort: 'name_asc', page_size: 50 });
      expect(first.total_count).toBe(6001);
      const page = await list({ search, sort: 'name_asc', page_size: 50, page: 120 });
      expect(page.contacts.map(({ id }) => id)).toEqual([last.id]);
      expect(await list({ search, page: 5000 })).toMatchObject({ contacts: [], total_count: 6001 });
    }
    expect((await list({ search: 'zo' })).contacts).toHaveLength(1);
    await owner.client.bulkContacts({
      body: { action: 'delete', contact_ids: ids.slice(0, 300) },
    });
    expect((await list({ search: 'many' })).total_count).toBe(5701);
    expect((await list({})).total_count).toBe(5701);
  });
});

describe('a saved filter', () => {
  test('is kept, shared, changed and deleted by who made it', async () => {
    const { id } = await client.createContactFilter({
      body: { name: 'Hot ones', filter: { tag_ids: [tag_id], sort: 'name_asc' } },
    });
    const params = { filter_id: id };
    const seen = async (by = member) => (await by.client.listContactFilters()).filters;
    expect(await seen()).toEqual([]);
    await expect(member.client.removeContactFilter({ params })).rejects.toMatchObject({
      code: 'FILTER_NOT_FOUND',
    });
    await client.updateContactFilter({ params, body: { shared: true } });
    expect(await seen()).toMatchObject([
      {
        id,
        name: 'Hot ones',
        is_own: false,
        filter: { tag_ids: [tag_id], status: [], sort: 'name_asc' },
      },
    ]);
    await expect(
      member.client.updateContactFilter({ params, body: { name: 'Mine' } }),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_YOUR_FILTER' });
    await expect(
      client.createContactFilter({ body: { name: 'hot ONES', filter: {} } }),
    ).rejects.toMatchObject({ status: 409, code: 'FILTER_NAME_TAKEN' });
    await client.removeContactFilter({ params });
    expect(await seen(owner)).toEqual([]);
  });
});
