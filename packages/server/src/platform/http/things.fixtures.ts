// The things that requests name: of one organization, of nobody, or of both.
import { invite } from '../../modules/auth/organization.service.ts';
import { createAnalyzer } from '../../modules/calls/analyzers.service.ts';
import { buildCall } from '../../modules/calls/calls.fixtures.ts';
import { createAddress } from '../../modules/contacts/addresses.service.ts';
import { createEmail } from '../../modules/contacts/emails.service.ts';
import { createFilter } from '../../modules/contacts/filters.service.ts';
import { mergeContacts } from '../../modules/contacts/merges.service.ts';
import { createPhone } from '../../modules/contacts/phones.service.ts';
import { enrichFromMessages } from '../../modules/enrichment/enrichment.service.ts';
import { startBatch } from '../../modules/enrichment/bulk.service.ts';
import { buildAttachment, uploadFile } from '../../modules/messaging/attachments.fixtures.ts';
import { createUpload } from '../../modules/messaging/uploads.service.ts';
import { createCannedReply } from '../../modules/messaging/canned-replies.service.ts';
import { createEmailAddress } from '../../modules/messaging/email-addresses.service.ts';
import { receiveEmail } from '../../modules/messaging/email-inbound.service.ts';
import { createNote } from '../../modules/notes/notes.service.ts';
import { createTag } from '../../modules/tags/tags.service.ts';
import { createTodo } from '../../modules/todos/todos.service.ts';
import { newId } from '../ids.ts';
import { plainMail } from '../mail/mails.fixtures.ts';
import {
  buildColleague,
  buildContact,
  buildGatewayKey,
  buildContactImport,
  buildImport,
  buildMessage,
  buildPhone,
  buildPhoneNumber,
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
  /** A mail that came in from a contact. */
  email_message: () => Promise<string>;
  email_address: () => Promise<string>;
  /** A call of a contact, with a recording and what was said. */
  call: () => Promise<string>;
  /** What enrichment did to this contact; to one of its own when the contact is not ours. */
  run: (contact_id: string) => Promise<string>;
  /** Contacts that were enriched together. */
  enrichment_batch: () => Promise<string>;
  analyzer: () => Promise<string>;
  member: () => Promise<string>;
  invitation: () => Promise<string>;
  gateway_key: () => Promise<string>;
  /** One of the organization's own numbers, of the simulated network. */
  phone_number: () => Promise<string>;
  /** One that came in. */
  message: () => Promise<string>;
  /** A message of ours that is not on its way yet. */
  waiting_message: () => Promise<string>;
  suppression: () => Promise<string>;
  canned_reply: () => Promise<string>;
  /** A picture in a message of a contact. */
  attachment: () => Promise<string>;
  /** A file of the caller that no message has. */
  upload: () => Promise<string>;
  import: () => Promise<string>;
  /** An upload of contacts that waits for its mapping. */
  contact_import: () => Promise<string>;
  /** An import that asks which names are ours. */
  asking_import: () => Promise<string>;
};

/** What a request needs beside things: no ids of rows, but still of one organization. */
export type Place = { tenant_id: string; invitation_token: () => Promise<string>; ctx: TestCtx };

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
    call: async () =>
      buildCall(ctx, {
        contact_id: await contact(),
        transcript: 'Please call me back.',
        has_recording: true,
      }),
    run: async (contact_id) => enrichFromMessages(ctx, await own(contact_id)),
    enrichment_batch: async () => {
      const batch_id = newId();
      await startBatch(ctx, { batch_id, contact_ids: [await contact()] });
      return batch_id;
    },
    analyzer: async () =>
      (await createAnalyzer(ctx, { name: newId(), prompt: 'Was a price named?', enabled: true }))
        .id,
    email_message: async () => {
      const contact_id = await contact();
      const { emails } = await createEmail(ctx, contact_id, { email: `${newId()}@example.com` });
      const headers = {
        From: emails[0]!.email,
        Subject: 'Hello',
        'Message-ID': `<${newId()}@x.example>`,
      };
      const received = await receiveEmail(ctx, plainMail(headers), {
        sender: null,
        recipients: [],
      });
      return received.message_id!;
    },
    email_address: async () =>
      (await createEmailAddress(ctx, { username: newId(), sender_name: null })).id,
    member: async () => buildColleague(ctx),
    invitation: async () => (await invite(ctx, `${newId()}@example.com`, 'member')).invitation.id,
    gateway_key: async () => (await buildGatewayKey(ctx)).id,
    phone_number: async () => (await buildPhoneNumber(ctx)).id,
    message: async () => (await buildMessage(ctx, { contact_id: await contact() })).id,
    waiting_message: async () => {
      const { id: message_id } = await buildMessage(ctx, {
        contact_id: await contact(),
        direction: 'outbound',
        status: 'queued',
      });
      const delivery = { organization_id: ctx.organization_id, message_id, state: 'pending' };
      const next_attempt_at = new Date(ctx.now().getTime() + 3_600_000);
      await ctx.db
        .insertInto('message_delivery')
        .values({ ...delivery, next_attempt_at })
        .execute();
      return message_id;
    },
    suppression: async () => {
      const [id, address] = [newId(), buildPhone()];
      const row = { organization_id: ctx.organization_id, id, channel: 'sms', address };
      await ctx.db
        .insertInto('suppression')
        .values({ ...row, reason: 'manual' })
        .execute();
      return id;
    },
    attachment: async () => buildAttachment(ctx, await contact()),
    upload: async () => {
      if (!author) return (await createUpload(ctx, 'note.txt', Buffer.from('Hello'))).id;
      return (await uploadFile(ctx.server, author, 'note.txt', 'Hello')).id;
    },
    canned_reply: async () =>
      (await createCannedReply(ctx, { shortcut: newId(), title: 'Hello', body: 'Hello!' })).id,
    import: async () => (await buildImport(ctx)).id,
    contact_import: async () => (await buildContactImport(ctx)).id,
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
  email_message: async () => newId(),
  email_address: async () => newId(),
  call: async () => newId(),
  run: async () => newId(),
  enrichment_batch: async () => newId(),
  analyzer: async () => newId(),
  member: async () => newId(),
  invitation: async () => newId(),
  gateway_key: async () => newId(),
  phone_number: async () => newId(),
  message: async () => newId(),
  waiting_message: async () => newId(),
  suppression: async () => newId(),
  canned_reply: async () => newId(),
  attachment: async () => newId(),
  upload: async () => newId(),
  import: async () => newId(),
  contact_import: async () => newId(),
  asking_import: async () => newId(),
};

/** The things of `own`, but those of one kind from elsewhere. */
export const mixed = (own: Things, kind: keyof Things, elsewhere: Things): Things => ({
  ...own,
  [kind]: elsewhere[kind],
});
