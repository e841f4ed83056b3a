// One valid request per endpoint, in the things that it names.
import { Readable } from 'node:stream';
import type { api } from '@rapport/contract/api';
import type { RequestOf } from '@rapport/contract/endpoint';
import { removeSmtpSettings } from '../../modules/messaging/email-settings.service.ts';
import { removeSample } from '../../modules/transfer/sample.service.ts';
import { newId } from '../ids.ts';
import { buildPhone, type TestCtx } from '../testing/builders.ts';
import { nothings, type Place, placeOf, type Things } from './things.fixtures.ts';

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

  getLlmSettings: () => ({}),
  saveLlmSettings: () => ({ body: llmSettings }),
  removeLlmSettings: () => ({}),
  testLlmSettings: () => ({}),
  listLlmUsage: () => ({}),

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
  forgetMemory: async (things) => ({
    params: { contact_id: await things.contact() },
    body: { line: null },
  }),

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

  listCalls: () => ({ query: { direction: 'inbound' } }),
  listContactCalls: async (things) => ({ params: { contact_id: await things.contact() } }),
  getCall: async (things) => ({ params: { call_id: await things.call() } }),
  createCall: async (things) => ({
    body: {
      contact_id: await things.contact(),
      phone_number_id: await things.phone_number(),
      direction: 'inbound',
      started_at: '2026-11-20T10:00:00Z',
    },
  }),
  transcribeCall: async (things) => ({
    params: { call_id: await things.call() },
    body: { text: 'Please call me back.' },
  }),
  rerunAnalyses: async (things) => ({
    params: { call_id: await things.call() },
    body: { analyzer_ids: [await things.analyzer()] },
  }),
  getRecording: async (things) => ({ params: { call_id: await things.call() } }),
  dialContact: async (things) => ({
    body: {
      contact_id: await things.contact(),
      phone_number_id: await things.phone_number(),
      own_phone: buildPhone(),
    },
  }),
  listAnalyzers: () => ({}),
  createAnalyzer: () => ({ body: { name: newId(), prompt: 'Was a price named?' } }),
  updateAnalyzer: async (things) => ({
    params: { analyzer_id: await things.analyzer() },
    body: { enabled: false },
  }),
  removeAnalyzer: async (things) => ({ params: { analyzer_id: await things.analyzer() } }),
  listCallHandling: () => ({}),
  updateCallHandling: async (things) => ({
    params: { phone_number_id: await things.phone_number() },
    body: { greeting: 'Please leave a message.' },
  }),
  getOwnPhone: () => ({}),
  updateOwnPhone: () => ({ body: { phone_number: buildPhone() } }),
  simulateCall: async (things) => ({
    body: {
      from: buildPhone(),
      phone_number_id: await things.phone_number(),
      transcript: 'Please call me back.',
    },
  }),

  listMessages: async (things) => ({ query: { contact_id: await things.contact() } }),
  receiveMessage: (_, { tenant_id }) => ({
    body: { tenant_id, channel: 'telegram', from: newId(), body: 'Hi', external_id: newId() },
  }),

  listConversations: () => ({ query: { show: 'needs_reply' } }),
  getConversation: async (things) => ({ params: { contact_id: await things.contact() } }),
  countInbox: () => ({}),
  markRead: async (things) => ({ params: { contact_id: await things.contact() }, body: {} }),
  markUnread: async (things) => ({ params: { contact_id: await things.contact() }, body: {} }),
  markAllRead: () => ({}),
  dismissUnanswered: async (things) => ({ params: { contact_id: await things.contact() } }),
  restoreUnanswered: async (things) => ({ params: { contact_id: await things.contact() } }),
  getInboxSettings: () => ({}),
  updateInboxSettings: () => ({ body: { follow_up_days: 5 } }),
  listCannedReplies: () => ({}),
  createCannedReply: () => ({ body: { shortcut: newId(), title: 'Thanks', body: 'Thank you!' } }),
  updateCannedReply: async (things) => ({
    params: { canned_reply_id: await things.canned_reply() },
    body: { title: 'Many thanks' },
  }),
  removeCannedReply: async (things) => ({
    params: { canned_reply_id: await things.canned_reply() },
  }),
  fillCannedReply: async (things) => ({
    params: { canned_reply_id: await things.canned_reply() },
    query: { contact_id: await things.contact() },
  }),
  getSuggestions: async (things) => ({ params: { message_id: await things.message() } }),
  makeSuggestions: async (things) => ({ params: { message_id: await things.message() } }),
  listDrafts: async (things) => ({ params: { contact_id: await things.contact() } }),
  saveDraft: async (things) => ({
    params: { contact_id: await things.contact(), channel: 'sms' },
    body: { body: 'On our', version: null },
  }),
  removeDraft: async (things) => ({
    params: { contact_id: await things.contact(), channel: 'sms' },
  }),

  sendMessage: async (things) => ({
    body: {
      contact_id: await things.contact(),
      channel: 'sms',
      phone_number_id: await things.phone_number(),
      body: 'On our way',
    },
  }),
  cancelMessage: async (things) => ({ params: { message_id: await things.waiting_message() } }),
  listPhoneNumbers: () => ({}),
  searchPhoneNumbers: () => ({ query: { provider: 'simulator' } }),
  buyPhoneNumber: () => ({ body: { provider: 'simulator', phone_number: buildPhone() } }),
  syncPhoneNumbers: () => ({ query: { provider: 'simulator' } }),
  syncHistory: () => ({ body: {} }),
  updatePhoneNumber: async (things) => ({
    params: { phone_number_id: await things.phone_number() },
    body: { friendly_name: 'Front desk' },
  }),
  releasePhoneNumber: async (things) => ({
    params: { phone_number_id: await things.phone_number() },
  }),
  listSuppressions: () => ({}),
  listContactSuppressions: async (things) => ({ params: { contact_id: await things.contact() } }),
  createSuppression: () => ({ body: { channel: 'sms', address: buildPhone() } }),
  removeSuppression: async (things) => ({
    params: { suppression_id: await things.suppression() },
  }),
  getCompliance: () => ({}),
  saveCompliance: () => ({ body: { help_message: 'Write to help@example.com' } }),
  getTwilioSettings: () => ({}),
  saveTwilioSettings: () => ({
    body: { account_sid: `AC${'0'.repeat(32)}`, auth_token: 'a token' },
  }),
  removeTwilioSettings: () => ({}),
  testTwilioSettings: () => ({}),
  simulateInbound: () => ({ body: { from: buildPhone(), body: 'Hi' } }),
  listSimulated: () => ({}),

  bulkEnrichFromMessages: async (things) => ({
    body: { contact_ids: [await things.contact()], batch_id: newId() },
  }),
  getEnrichmentBatch: async (things) => ({ params: { batch_id: await things.enrichment_batch() } }),
  getEmail: async (things) => ({ params: { message_id: await things.email_message() } }),
  getEmailHtml: async (things) => ({ params: { message_id: await things.email_message() } }),
  getEmailRaw: async (things) => ({ params: { message_id: await things.email_message() } }),
  listEmailReceipts: () => ({ query: { outcome: 'bounce' } }),
  listEmailAddresses: () => ({}),
  createEmailAddress: () => ({ body: { username: newId() } }),
  updateEmailAddress: async (things) => ({
    params: { email_address_id: await things.email_address() },
    body: { sender_name: 'Support' },
  }),
  removeEmailAddress: async (things) => ({
    params: { email_address_id: await things.email_address() },
  }),
  getSmtpSettings: () => ({}),
  saveSmtpSettings: () => ({
    body: { host: 'localhost', port: 25, tls: 'none', username: null, domain: null },
  }),
  removeSmtpSettings: () => ({}),
  testSmtpSettings: async (_, { ctx }) => {
    await removeSmtpSettings(ctx);
    return {};
  },
  getEmailWebhook: () => ({}),
  createEmailWebhook: () => ({}),
  removeEmailWebhook: () => ({}),

  listEnrichmentRuns: async (things) => ({ params: { contact_id: await things.contact() } }),
  revertEnrichmentRun: async (things) => {
    const contact_id = await things.contact();
    return { params: { contact_id, run_id: await things.run(contact_id) }, body: {} };
  },
  getEnrichmentSettings: () => ({}),
  saveEnrichmentSettings: () => ({ body: { after_call: true, after_messages: 3 } }),
  enrichFromMessages: async (things) => ({ params: { contact_id: await things.contact() } }),
  getEvidence: async (things) => ({ params: { contact_id: await things.contact() } }),

  searchMessages: async (things) => ({
    query: { q: 'hello', contact_id: await things.contact() },
  }),
  uploadAttachments: () => ({ body: historyForm() }),
  removeAttachment: async (things) => ({ params: { attachment_id: await things.upload() } }),
  getAttachment: async (things) => ({ params: { attachment_id: await things.attachment() } }),
  getThumbnail: async (things) => ({ params: { attachment_id: await things.attachment() } }),
  // The address itself is the permission: made for one organization, it opens for anybody.
  openFileLink: async (_, { ctx }) => {
    const { storage, file_links } = ctx.ports;
    await storage.put('access', Readable.from(['Hello']));
    const file = { storage_key: 'access', content_type: 'text/plain', file_name: null };
    return { params: { token: file_links.urlOf(file, ctx.now(), 60).split('/').at(-1)! } };
  },

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
  createContactImport: () => ({ body: contactsForm() }),
  listContactImports: () => ({}),
  getContactImport: async (things) => ({ params: await contactImportOf(things) }),
  readContactImport: async (things) => ({
    params: await contactImportOf(things),
    body: { has_header: true },
  }),
  checkContactImport: async (things) => ({ params: await contactImportOf(things), body: {} }),
  runContactImport: async (things) => ({ params: await contactImportOf(things), body: {} }),
  cancelContactImport: async (things) => ({ params: await contactImportOf(things) }),
  listContactRejections: async (things) => ({ params: await contactImportOf(things) }),
  exportContactRejections: async (things) => ({ params: await contactImportOf(things) }),
  exportContacts: async (things) => ({ body: { contact_ids: [await things.contact()] } }),
  loadSample: async (_, { ctx }) => {
    await removeSample(ctx);
    return {};
  },
  removeSample: () => ({}),
};

const llmSettings = {
  engine: 'local' as const,
  base_url: null,
  model: null,
  daily_limit_usd: null,
  input_usd_per_million: null,
  output_usd_per_million: null,
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

const contactImportOf = async (things: Things) => ({
  contact_import_id: await things.contact_import(),
});

const contactsForm = (): FormData => {
  const form = new FormData();
  form.set('file', new Blob(['Name\nNadia Novak\n']), 'contacts.csv');
  return form;
};

const historyForm = (): FormData => {
  const form = new FormData();
  const row = { contact: { external_id: newId() }, direction: 'inbound', channel: 'telegram' };
  const line = JSON.stringify({ ...row, body: 'Hi', sent_at: '2026-01-01T00:00:00Z' });
  form.set('file', new Blob([line]), 'history.jsonl');
  return form;
};

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
