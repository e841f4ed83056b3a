// The whole API in one value.
import { assignmentsApi } from './assignments.api.ts';
import { attachmentsApi } from './attachments.api.ts';
import { authApi } from './auth.api.ts';
import { callSettingsApi } from './call-settings.api.ts';
import { callsApi } from './calls.api.ts';
import { cannedRepliesApi } from './canned-replies.api.ts';
import { contactBulkApi } from './contact-bulk.api.ts';
import { contactChangesApi } from './contact-changes.api.ts';
import { contactExportApi } from './contact-export.api.ts';
import { contactImportsApi } from './contact-imports.api.ts';
import { contactMergesApi } from './contact-merges.api.ts';
import { contactPartsApi } from './contact-parts.api.ts';
import { contactsApi } from './contacts.api.ts';
import { draftsApi } from './drafts.api.ts';
import { emailAddressesApi } from './email-addresses.api.ts';
import { emailApi } from './email.api.ts';
import { enrichmentApi } from './enrichment.api.ts';
import { inboxApi } from './inbox.api.ts';
import { llmSettingsApi } from './llm-settings.api.ts';
import { messageSearchApi } from './message-search.api.ts';
import { messagesSendApi } from './messages-send.api.ts';
import { messagingApi } from './messaging.api.ts';
import { notesApi } from './notes.api.ts';
import { phoneNumbersApi } from './phone-numbers.api.ts';
import { simulatorApi } from './simulator.api.ts';
import { smtpSettingsApi } from './smtp-settings.api.ts';
import { suggestionsApi } from './suggestions.api.ts';
import { suppressionsApi } from './suppressions.api.ts';
import { tagsApi } from './tags.api.ts';
import { todosApi } from './todos.api.ts';
import { transferApi } from './transfer.api.ts';
import { twilioSettingsApi } from './twilio-settings.api.ts';

export const api = {
  ...authApi,
  ...llmSettingsApi,
  ...contactsApi,
  ...contactPartsApi,
  ...contactChangesApi,
  ...contactMergesApi,
  ...contactBulkApi,
  ...contactExportApi,
  ...contactImportsApi,
  ...tagsApi,
  ...notesApi,
  ...todosApi,
  ...assignmentsApi,
  ...callsApi,
  ...callSettingsApi,
  ...messagingApi,
  ...inboxApi,
  ...cannedRepliesApi,
  ...draftsApi,
  ...suggestionsApi,
  ...attachmentsApi,
  ...messageSearchApi,
  ...messagesSendApi,
  ...phoneNumbersApi,
  ...suppressionsApi,
  ...emailApi,
  ...emailAddressesApi,
  ...smtpSettingsApi,
  ...twilioSettingsApi,
  ...simulatorApi,
  ...enrichmentApi,
  ...transferApi,
};
