import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { untilBlocked } from '../../platform/testing/waiting.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;

describe('a contact that is just being deleted', async () => {
  const { member_id } = await buildMember(ctx, 'member');
  const { tags } = await client.listTags();
  const tag_id = tags[0]!.id;
  const additions: Record<string, (contact_id: string) => Promise<unknown>> = {
    note: (contact_id) => client.createNote({ params: { contact_id }, body: { body: 'Hi' } }),
    tag: (contact_id) => client.tagContact({ params: { contact_id, tag_id } }),
    todo: (contact_id) => client.createTodo({ body: { contact_id, title: 'Call' } }),
    member: (contact_id) => client.assignMember({ params: { contact_id, member_id } }),
  };

  test.each(Object.keys(additions))('gets no %s any more', async (kind) => {
    const { id } = await buildContact(ctx);
    const addition = await ctx.db.transaction().execute(async (db) => {
      await db
        .deleteFrom('contact')
        .where('organization_id', '=', ctx.organization_id)
        .where('id', '=', id)
        .execute();
      const waiting = additions[kind]!(id).catch((error: unknown) => error);
      await untilBlocked(server);
      return { waiting };
    });
    expect(await addition.waiting).toMatchObject({ status: 404, code: 'CONTACT_NOT_FOUND' });
  });
});
