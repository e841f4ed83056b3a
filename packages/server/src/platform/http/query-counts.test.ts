// What a request costs: the statements it sends, for one thing and for many.
import { beforeAll, expect, test } from 'vitest';
import { buildCall } from '../../modules/calls/calls.fixtures.ts';
import {
  buildContact,
  buildMember,
  buildMessage,
  buildOrganization,
  type TestCtx,
} from '../testing/builders.ts';
import { queriesOf } from '../testing/sql-recorder.ts';
import { type ApiClient, testServer } from '../testing/test-server.ts';

const server = await testServer();

type Scene = { ctx: TestCtx; client: ApiClient; params: { contact_id: string } };

/** An organization with so many contacts, and so many messages of one of them. */
const buildScene = async (size: number): Promise<Scene> => {
  const { ctx, owner } = await buildOrganization(server);
  const { tags } = await owner.client.listTags();
  const member = await buildMember(ctx, 'member');
  const more = { tag_ids: tags.slice(0, 3).map(({ id }) => id), assigned_to: [owner, member] };
  const { id: contact_id } = await buildContact(ctx, more);
  for (let n = 1; n < size; n++) await buildContact(ctx, more);
  for (let n = 0; n < size; n++) await buildCall(ctx, { contact_id });
  for (let n = 0; n < size; n++)
    await buildMessage(ctx, { contact_id, body: `Hello, number ${n}, this is Nora Falk` });
  return { ctx, client: owner.client, params: { contact_id } };
};

let one: Scene;
let many: Scene;
beforeAll(async () => {
  [one, many] = [await buildScene(1), await buildScene(20)];
});

/** The most statements that a request may send, who is calling and whether they may see it included. */
const requests: [string, number, (scene: Scene) => Promise<unknown>][] = [
  ['getMe', 3, ({ client }) => client.getMe()],
  ['listMembers', 2, ({ client }) => client.listMembers()],
  ['listTags', 2, ({ client }) => client.listTags()],
  ['listContacts', 6, ({ client }) => client.listContacts({ query: { search: 'carla' } })],
  ['getContact', 3, ({ client, params }) => client.getContact({ params })],
  ['listMessages', 4, ({ client, params }) => client.listMessages({ query: params })],
  ['listConversations', 4, ({ client }) => client.listConversations()],
  ['countInbox', 5, ({ client }) => client.countInbox()],
  ['getConversation', 4, ({ client, params }) => client.getConversation({ params })],
  ['listCalls', 4, ({ client }) => client.listCalls()],
  ['listContactCalls', 5, ({ client, params }) => client.listContactCalls({ params })],
  ['listNotes', 3, ({ client, params }) => client.listNotes({ params })],
  [
    'updateContact',
    9,
    ({ client, params }) => client.updateContact({ params, body: { company: 'Acme' } }),
  ],
  ['enrichFromMessages', 20, ({ client, params }) => client.enrichFromMessages({ params })],
];

test.each(requests)(
  '%s sends at most %i statements, for many as for one',
  async (_, most, request) => {
    const forOne = await queriesOf(() => request(one));
    expect(forOne, 'the recorder hears the request').toContain('findMembershipOfSession');
    expect(forOne.length, forOne.join(', ')).toBeLessThanOrEqual(most);
    const forMany = await queriesOf(() => request(many));
    expect(forMany.length, forMany.join(', ')).toBeLessThanOrEqual(forOne.length);
  },
);
