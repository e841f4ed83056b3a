// One valid request per endpoint, and the things that such requests name.
import type { api } from '@rapport/contract/api';
import type { RequestOf } from '@rapport/contract/endpoint';
import { invite } from '../../modules/auth/organization.service.ts';
import { createAddress } from '../../modules/contacts/addresses.service.ts';
import { createEmail } from '../../modules/contacts/emails.service.ts';
import { createFilter } from '../../modules/contacts/filters.service.ts';
import { mergeContacts } from '../../modules/contacts/merges.service.ts';
import { createPhone } from '../../modules/contacts/phones.service.ts';
import { createNote } from '../../modules/notes/notes.service.ts';
import { createTag } from '../../modules/tags/tags.service.ts';
import { createTodo } from '../../modules/todos/todos.service.ts';
import { removeSample } from '../../modules/transfer/sample.service.ts';
import { newId } from '../ids.ts';
import {
  buildMember,
  buildContact,
  buildGatewayKey,
  buildImport,
  buildMessage,
  buildPhone,
  type Person,
  type TestCaller,
  type TestCtx,
} from '../testing/builders.ts';

/** Names new things of an organization; each has an id that only that organization may use. */
export type Things = {
  /** With a message, so that there is something to read. */
  contact: () => Promise<string>;
  /** One that a request names beside the contact. */
  other_contact: () => Promise<string>;
  merge: () => Promise<string>;
  /** A saved filter of the caller. */
  filter: () => Promise<string>;
  tag: () => Promise<string>;
  /** A note of the caller on this contact; on one of its own when the contact is not ours. */
  note: (contact_id: string) => Promise<string>;
  /** Parts of this contact; of one of its own when the contact is not ours. */
  phone: (contact_id: string) => Promise<string>;
  email: (contact_id: string) => Promise<string>;
  address: (contact_id: string) => Promise<string>;
  todo: () => Promise<string>;
  member: () => Promise<string>;
  invitation: () => Promise<string>;
  gateway_key: () => Promise<string>;
  import: () => Promise<string>;
  /** An import that asks which names are ours. */
  asking_import: () => Promise<string>;
};

/** What a request needs beside things: no ids of rows, but still of one organization. */
type Place = { tenant_id: string; invitation_token: () => Promise<string>; ctx: TestCtx };

type Sample<E> = (
  things: Things,
  place: Place,
) => Promise<RequestOf<E> & { body?: unknown }> | (RequestOf<E> & { body?: unknown });

/** A new endpoint does not compile without its line here. */
export const samples: { [Name in keyof typeof api]: Sample<(typeof api)[Name]> } = {
  getSetup: () => ({}),
  getMe: () => ({}),
  updateOrganization: () => ({ body: { timezone: 'Europe/Berlin' } }),
  listMembers: () => ({}),
  updateMember: async (things) => ({
    params: { member_id: await things.member() },
    body: { role: 'admin' },
  }),
  removeMember: async (things) => ({ params: { member_id: await things.member() } }),
  listInvitations: () => ({}),
  createInvitation: () => ({ body: { email: `${newId()}@example.com`, role: 'member' } }),
  removeInvitation: async (things) => ({ params: { invitation_id: await things.invitation() } }),
  getInvitation: async (_, place) => ({ params: { token: await place.invitation_token() } }),
  listGatewayKeys: () => ({}),
  createGatewayKey: () => ({ body: { name: 'Chat engine' } }),
  removeGatewayKey: async (things) => ({ params: { gateway_key_id: await things.gateway_key() } }),
  listOrganizations: () => ({}),

  listContacts: () => ({ query: { search: 'carla' } }),
  getContact: async (things) => ({ params: { contact_id: await things.contact() } }),
  createContact: () => ({ body: { first_name: 'Nadia' } }),
  updateContact: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { company: 'Acme' },
  }),
  removeContact: async (things) => ({ params: { contact_id: await things.contact() } }),
  resolveContact: (_, { tenant_id }) => ({
    body: { tenant_id, external_id: newId(), channel: 'telegram' },
  }),
  createPhone: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { phone_number: buildPhone() },
  }),
  updatePhone: async (things) => ({ params: await phoneOf(things), body: { label: 'Work' } }),
  removePhone: async (things) => ({ params: await phoneOf(things) }),
  createEmail: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { email: 'someone@example.com' },
  }),
  updateEmail: async (things) => ({ params: await emailOf(things), body: { label: 'Work' } }),
  removeEmail: async (things) => ({ params: await emailOf(things) }),
  createAddress: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { city: 'Paris' },
  }),
  updateAddress: async (things) => ({ params: await addressOf(things), body: { city: 'Lyon' } }),
  removeAddress: async (things) => ({ params: await addressOf(things) }),
  listChanges: async (things) => ({ params: { contact_id: await things.contact() } }),
  listDuplicates: async (things) => ({ params: { contact_id: await things.contact() } }),
  previewMerge: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { other_id: await things.other_contact() },
  }),
  mergeContacts: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { other_id: await things.other_contact() },
  }),
  listMerges: async (things) => ({ params: { contact_id: await things.contact() } }),
  undoMerge: async (things) => ({ params: { merge_id: await things.merge() } }),
  bulkContacts: async (things) => ({
    body: {
      action: 'tag',
      contact_ids: [await things.contact()],
      tag_id: await things.tag(),
    },
  }),
  listContactFilters: () => ({}),
  createContactFilter: () => ({ body: { name: newId(), filter: { search: 'carla' } } }),
  updateContactFilter: async (things) => ({
    params: { filter_id: await things.filter() },
    body: { shared: true },
  }),
  removeContactFilter: async (things) => ({ params: { filter_id: await things.filter() } }),
  listTags: () => ({}),
  createTag: () => ({ body: { name: newId(), color: '#6366F1' } }),
  updateTag: async (things) => ({
    params: { tag_id: await things.tag() },
    body: { color: '#22c55e' },
  }),
  removeTag: async (things) => ({ params: { tag_id: await things.tag() } }),
  tagContact: async (things) => ({
    params: { contact_id: await things.contact(), tag_id: await things.tag() },
  }),
  untagContact: async (things) => ({
    params: { contact_id: await things.contact(), tag_id: await things.tag() },
  }),

  listNotes: async (things) => ({ params: { contact_id: await things.contact() } }),
  createNote: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { body: 'Prefers mornings' },
  }),
  updateNote: async (things) => ({
    params: await noteOf(things),
    body: { body: 'Prefers evenings' },
  }),
  removeNote: async (things) => ({ params: await noteOf(things) }),
  pinNote: async (things) => ({ params: await noteOf(things) }),
  unpinNote: async (things) => ({ params: await noteOf(things) }),

  listContactTodos: async (things) => ({ params: { contact_id: await things.contact() } }),
  listTodos: () => ({ query: { assignee: 'me' } }),
  createTodo: async (things) => ({
    body: {
      contact_id: await things.contact(),
      assignee_member_id: await things.member(),
      title: 'Call back',
    },
  }),
  updateTodo: async (things) => ({
    params: { todo_id: await things.todo() },
    body: { assignee_member_id: await things.member() },
  }),
  moveTodo: async (things) => ({
    params: { todo_id: await things.todo() },
    body: { status: 'approved' },
  }),
  removeTodo: async (things) => ({ params: { todo_id: await things.todo() } }),
  listMails: () => ({}),

  listAssignments: () => ({ query: { member_filter: 'unassigned' } }),
  assignMember: async (things) => ({
    params: { contact_id: await things.contact(), member_id: await things.member() },
  }),
  unassignMember: async (things) => ({
    params: { contact_id: await things.contact(), member_id: await things.member() },
  }),

  listMessages: async (things) => ({ query: { contact_id: await things.contact() } }),
  receiveMessage: (_, { tenant_id }) => ({
    body: { tenant_id, channel: 'telegram', from: newId(), body: 'Hi', external_id: newId() },
  }),

  enrichFromMessages: async (things) => ({ params: { contact_id: await things.contact() } }),
  getEvidence: async (things) => ({ params: { contact_id: await things.contact() } }),

  createImport: () => ({ body: historyForm() }),
  listImports: () => ({}),
  getImport: async (things) => ({ params: { import_id: await things.import() } }),
  answerImport: async (things) => ({
    params: { import_id: await things.asking_import() },
    body: { own_names: ['Us'] },
  }),
  cancelImport: async (things) => ({ params: { import_id: await things.import() } }),
  listRejections: async (things) => ({ params: { import_id: await things.import() } }),
  exportRejections: async (things) => ({ params: { import_id: await things.import() } }),
  loadSample: async (_, { ctx }) => {
    await removeSample(ctx);
    return {};
  },
  removeSample: () => ({}),
};

const noteOf = async (things: Things) => {
  const contact_id = await things.contact();
  return { contact_id, note_id: await things.note(contact_id) };
};

const phoneOf = async (things: Things) => {
  const contact_id = await things.contact();
  return { contact_id, phone_id: await things.phone(contact_id) };
};

const emailOf = async (things: Things) => {
  const contact_id = await things.contact();
  return { contact_id, email_id: await things.email(contact_id) };
};

const addressOf = async (things: Things) => {
  const contact_id = await things.contact();
  return { contact_id, address_id: await things.address(contact_id) };
};

const historyForm = (): FormData => {
  const form = new FormData();
  const row = { contact: { external_id: newId() }, direction: 'inbound', channel: 'telegram' };
  const line = JSON.stringify({ ...row, body: 'Hi', sent_at: '2026-01-01T00:00:00Z' });
  form.set('file', new Blob([line]), 'history.jsonl');
  return form;
};

/**
 * Builds what is asked for; contacts are assigned to `assignee` when there is one, and what has an author
 * is by `author`, else by the owner.
 */
export const thingsOf = (
  ctx: TestCtx,
  assignee: Person | null,
  author: TestCaller | null = null,
): Things => {
  const ours = new Set<string>();
  const contact = async (): Promise<string> => {
    const { id } = await buildContact(ctx, { assigned_to: assignee ? [assignee] : [] });
    await buildMessage(ctx, { contact_id: id });
    ours.add(id);
    return id;
  };
  const own = async (id: string): Promise<string> => (ours.has(id) ? id : contact());
  return {
    contact,
    other_contact: contact,
    filter: async () => {
      const body = { name: newId(), shared: false, filter: {} };
      if (!author) return (await createFilter(ctx, body)).id;
      return (await author.client.createContactFilter({ body })).id;
    },
    merge: async () => {
      const merging = { other_id: await contact(), take: [] };
      return (await mergeContacts(ctx, await contact(), merging)).merge.id;
    },
    tag: async () => (await createTag(ctx, { name: newId(), color: '#6366f1' })).id,
    note: async (contact_id) => {
      const on = await own(contact_id);
      const body = { body: 'Likes tea', area: 'general', visibility: 'user_visible' } as const;
      if (!author) return (await createNote(ctx, on, body)).id;
      return (await author.client.createNote({ params: { contact_id: on }, body })).id;
    },
    phone: async (contact_id) =>
      (await createPhone(ctx, await own(contact_id), { phone_number: buildPhone() })).phones[1]!.id,
    email: async (contact_id) =>
      (await createEmail(ctx, await own(contact_id), { email: 'one@example.com' })).emails[0]!.id,
    address: async (contact_id) =>
      (await createAddress(ctx, await own(contact_id), { city: 'Rome' })).addresses[0]!.id,
    todo: async () => {
      const todo = {
        contact_id: await contact(),
        title: 'Call',
        status: 'pending_review',
      } as const;
      return (await createTodo(ctx, todo)).id;
    },
    member: async () => (await buildMember(ctx, 'member')).member_id,
    invitation: async () => (await invite(ctx, `${newId()}@example.com`, 'member')).invitation.id,
    gateway_key: async () => (await buildGatewayKey(ctx)).id,
    import: async () => (await buildImport(ctx)).id,
    asking_import: async () => {
      const { id } = await buildImport(ctx);
      const { organization_id } = ctx;
      await ctx.db
        .updateTable('import')
        .set({ status: 'needs_answer' })
        .where('organization_id', '=', organization_id)
        .where('id', '=', id)
        .execute();
      return id;
    },
  };
};

export const placeOf = (ctx: TestCtx): Place => ({
  ctx,
  tenant_id: ctx.organization_id,
  invitation_token: async () => (await invite(ctx, `${newId()}@example.com`, 'member')).token,
});

/** Ids that nothing has. */
export const nothings: Things = {
  contact: async () => newId(),
  other_contact: async () => newId(),
  merge: async () => newId(),
  filter: async () => newId(),
  tag: async () => newId(),
  note: async () => newId(),
  phone: async () => newId(),
  email: async () => newId(),
  address: async () => newId(),
  todo: async () => newId(),
  member: async () => newId(),
  invitation: async () => newId(),
  gateway_key: async () => newId(),
  import: async () => newId(),
  asking_import: async () => newId(),
};

/** The things of `own`, but those of one kind from elsewhere. */
export const mixed = (own: Things, kind: keyof Things, elsewhere: Things): Things => ({
  ...own,
  [kind]: elsewhere[kind],
});

/** Which kinds of things a request names. */
export const kindsIn = async (name: keyof typeof api, ctx: TestCtx): Promise<(keyof Things)[]> => {
  const kinds: (keyof Things)[] = [];
  const noting = Object.fromEntries(
    Object.keys(nothings).map((kind) => [
      kind,
      async () => {
        kinds.push(kind as keyof Things);
        return newId();
      },
    ]),
  ) as { [Kind in keyof Things]: () => Promise<string> };
  await samples[name](noting, placeOf(ctx));
  return kinds;
};
