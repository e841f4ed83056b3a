// Written by `npm run db:types` from the migrated database. Do not edit.
import type { ColumnType } from 'kysely';

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

export type AccountTable = {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: ColumnType<Date, Date | string, Date | string> | null;
  refresh_token_expires_at: ColumnType<Date, Date | string, Date | string> | null;
  scope: string | null;
  password: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type AnalyzerTable = {
  organization_id: string;
  id: string;
  name: string;
  prompt: string;
  task: string | null;
  enabled: Generated<boolean>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type CallTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  sid: string;
  provider: string;
  direction: string;
  status: string;
  outcome: string | null;
  from_address: Generated<string>;
  to_address: Generated<string>;
  phone_number_id: string | null;
  started_at: ColumnType<Date, Date | string, Date | string>;
  duration_seconds: number | null;
  recording_sid: string | null;
  recording_source: string | null;
  recording_seconds: number | null;
  recording_status: Generated<string>;
  recording_key: string | null;
  recording_type: string | null;
  recording_size: number | null;
  note_id: string | null;
  created_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type CallAnalysisTable = {
  organization_id: string;
  id: string;
  call_id: string;
  analyzer_id: string | null;
  analyzer_name: string;
  prompt: string;
  status: string;
  content: string;
  engine: string;
  model: string | null;
  requested_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type CallHandlingTable = {
  organization_id: string;
  phone_number_id: string;
  forward_to: string | null;
  greeting: Generated<string>;
  records: Generated<boolean>;
};

export type CallReportTable = {
  organization_id: string;
  sid: string;
  digest: string;
  report: ColumnType<any, string, string>;
  received_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type CallTranscriptionTable = {
  organization_id: string;
  call_id: string;
  text: string;
  segments: ColumnType<any, string, string>;
  source: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  digested_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type CannedReplyTable = {
  organization_id: string;
  id: string;
  shortcut: string;
  title: string;
  body: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactTable = {
  organization_id: string;
  id: string;
  first_name: Generated<string>;
  last_name: Generated<string>;
  company: string | null;
  job_title: string | null;
  source: string | null;
  status: Generated<string>;
  pipeline_stage: string | null;
  external_id: string | null;
  timezone: string | null;
  preferred_language: string | null;
  date_of_birth: string | null;
  gender: string | null;
  avatar_url: string | null;
  ai_summary: string | null;
  is_sample: Generated<boolean>;
  version: Generated<number>;
  name_key: Generated<string>;
  search_text: Generated<string>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  last_contacted_at: ColumnType<Date, Date | string, Date | string> | null;
  outreach_disabled: Generated<boolean>;
};

export type ContactAddressTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  label: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  is_primary: Generated<boolean>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactChangeTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  member_id: string | null;
  way: string;
  field: string;
  before: string | null;
  after: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactEmailTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  email: string;
  label: string | null;
  is_preferred: Generated<boolean>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactEvidenceTable = {
  organization_id: string;
  contact_id: string;
  field: string;
  value: string;
  run_id: string;
  message_id: string | null;
  quote: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  call_id: string | null;
};

export type ContactFilterTable = {
  organization_id: string;
  id: string;
  member_id: string;
  name: string;
  shared: Generated<boolean>;
  filter: ColumnType<any, string, string>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactIdentityTable = {
  organization_id: string;
  channel: string;
  external_id: string;
  contact_id: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactImportTable = {
  organization_id: string;
  id: string;
  file_name: string;
  storage_key: string;
  format: string;
  encoding: string;
  delimiter: string | null;
  has_header: Generated<boolean>;
  columns: Generated<ColumnType<any, string, string>>;
  mapping: Generated<ColumnType<any, string, string>>;
  update_rule: Generated<string>;
  date_order: Generated<string>;
  country: string;
  tag_name: string | null;
  status: Generated<string>;
  dry_run: Generated<boolean>;
  size_bytes: Generated<number>;
  bytes_done: Generated<number>;
  rows: Generated<number>;
  created: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  rejected: Generated<number>;
  checked: ColumnType<any, string, string> | null;
  error: string | null;
  created_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  started_at: ColumnType<Date, Date | string, Date | string> | null;
  finished_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type ContactImportRejectionTable = {
  organization_id: string;
  import_id: string;
  number: number;
  line: number;
  reason: string;
  cells: string[];
};

export type ContactMergeTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  kept_id: string;
  other_id: string;
  other_name: string;
  rows_before: ColumnType<any, string, string>;
  rows_after: ColumnType<any, string, string>;
  moved: ColumnType<any, string, string>;
  merged_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  undone_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type ContactNoteTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  body: string;
  visibility: string;
  origin: string;
  area: string;
  author_member_id: string | null;
  pinned: Generated<boolean>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactPhoneTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  phone_number: string;
  raw: string | null;
  extension: string | null;
  label: string | null;
  is_preferred: Generated<boolean>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactTagTable = {
  organization_id: string;
  id: string;
  name: string;
  color: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactTaggingTable = {
  organization_id: string;
  contact_id: string;
  tag_id: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ContactUserTable = {
  organization_id: string;
  contact_id: string;
  member_id: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type ConversationTable = {
  organization_id: string;
  contact_id: string;
  last_message_id: string | null;
  last_message_at: ColumnType<Date, Date | string, Date | string> | null;
  last_inbound_at: ColumnType<Date, Date | string, Date | string> | null;
  last_outbound_at: ColumnType<Date, Date | string, Date | string> | null;
  last_arrival_id: string | null;
  dismissed_at: ColumnType<Date, Date | string, Date | string> | null;
  needs_reply: Generated<boolean>;
  awaits_answer: Generated<boolean>;
};

export type ConversationReadTable = {
  organization_id: string;
  member_id: string;
  contact_id: string;
  read_id: string;
  marked_unread: Generated<boolean>;
};

export type DeliveryReportTable = {
  organization_id: string;
  provider: string;
  external_id: string;
  status: string;
  error_code: string | null;
  error_message: string | null;
  received_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type DiscardedFileTable = {
  organization_id: string;
  storage_key: string;
  discarded_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type DraftTable = {
  organization_id: string;
  member_id: string;
  contact_id: string;
  channel: string;
  body: string;
  subject: string | null;
  contact_phone_id: string | null;
  contact_email_id: string | null;
  attachment_ids: Generated<string[]>;
  version: string;
  updated_at: ColumnType<Date, Date | string, Date | string>;
};

export type EmailAddressTable = {
  organization_id: string;
  id: string;
  username: string;
  domain: string | null;
  sender_name: string | null;
  created_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type EmailMessageTable = {
  organization_id: string;
  message_id: string;
  email_address_id: string | null;
  header_id: string;
  in_reply_to: string | null;
  reference_ids: Generated<string[]>;
  thread_id: string;
  reply_token: string | null;
  from_name: string | null;
  cc: Generated<string[]>;
  html: string | null;
  quoted: string | null;
  offers_unsubscribe: Generated<boolean>;
  bounce: string | null;
  bounce_reason: string | null;
  bounced_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type EmailReceiptTable = {
  organization_id: string;
  id: string;
  header_id: string;
  from_address: string;
  subject: string;
  outcome: string;
  reason: string | null;
  message_id: string | null;
  raw_key: string;
  raw_size: number;
  received_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type EmailWebhookTable = {
  organization_id: string;
  secret_hash: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  last_used_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type EnrichmentBatchTable = {
  organization_id: string;
  id: string;
  requested_by: string | null;
  total: number;
  completed: Generated<number>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  finished_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type EnrichmentBatchItemTable = {
  organization_id: string;
  batch_id: string;
  contact_id: string;
  status: Generated<string>;
  reason: string | null;
};

export type EnrichmentRunTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  engine: string;
  model: string | null;
  message_count: number;
  filled: Generated<string[]>;
  extraction: ColumnType<any, string, string>;
  note_id: string | null;
  requested_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  source: Generated<string>;
  omitted_count: Generated<number>;
  cost_usd: number | null;
  fallback_reason: string | null;
  refused: Generated<ColumnType<any, string, string>>;
  suggested: Generated<ColumnType<any, string, string>>;
  reverted: Generated<string[]>;
  call_id: string | null;
  memory_before: string | null;
  memory_after: string | null;
};

export type EnrichmentSettingTable = {
  organization_id: string;
  after_call: boolean;
  after_messages: number | null;
};

export type EventTable = {
  organization_id: string;
  id: string;
  seq: number | null;
  type: string;
  payload: ColumnType<any, string, string>;
  contact_id: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  member_id: string | null;
};

export type GatewayKeyTable = {
  organization_id: string;
  id: string;
  name: string;
  prefix: string;
  key_hash: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  last_used_at: ColumnType<Date, Date | string, Date | string> | null;
  revoked_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type ImportTable = {
  organization_id: string;
  id: string;
  file_name: string;
  storage_key: string;
  format: string | null;
  options: Generated<ColumnType<any, string, string>>;
  status: string;
  is_sample: Generated<boolean>;
  size_bytes: Generated<number>;
  bytes_done: Generated<number>;
  contacts_created: Generated<number>;
  messages_created: Generated<number>;
  messages_known: Generated<number>;
  rows_rejected: Generated<number>;
  rows_skipped: Generated<number>;
  error: string | null;
  participants: Generated<ColumnType<any, string, string>>;
  created_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  started_at: ColumnType<Date, Date | string, Date | string> | null;
  finished_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type ImportRejectionTable = {
  organization_id: string;
  import_id: string;
  number: number;
  line: number;
  reason: string;
};

export type InboxMemberTable = {
  organization_id: string;
  member_id: string;
  read_id: string;
};

export type InboxSettingTable = {
  organization_id: string;
  follow_up_days: number;
};

export type InteractionTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  kind: string;
  channel: string;
  direction: string;
  text: string;
  occurred_at: ColumnType<Date, Date | string, Date | string>;
};

export type InvitationTable = {
  organization_id: string;
  id: string;
  email: string;
  role: string;
  token_hash: string;
  invited_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  accepted_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type JwksTable = {
  id: string;
  public_key: string;
  private_key: string;
  alg: string | null;
  crv: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  expires_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type LlmUsageTable = {
  organization_id: string;
  id: string;
  feature: string;
  model: string;
  outcome: string;
  input_tokens: number | null;
  output_tokens: number | null;
  cost_usd: number | null;
  latency_ms: number | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type MemberTable = {
  organization_id: string;
  id: string;
  user_id: string;
  role: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type MemberPhoneTable = {
  organization_id: string;
  member_id: string;
  phone_number: string;
};

export type MessageTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  phone_number_id: string | null;
  channel: string;
  direction: string;
  body: string | null;
  subject: string | null;
  from_address: Generated<string>;
  to_address: Generated<string>;
  status: string;
  source: string | null;
  ai_origin: string | null;
  external_id: string | null;
  dedup_key: string;
  import_id: string | null;
  sent_by_member_id: string | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  recorded_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  provider: string | null;
  error_code: string | null;
  error_message: string | null;
  is_outcome_unknown: Generated<boolean>;
  segments: number | null;
  read_at: ColumnType<Date, Date | string, Date | string> | null;
  scheduled_at: ColumnType<Date, Date | string, Date | string> | null;
  opt_out: string | null;
  words: Generated<string>;
};

export type MessageAttachmentTable = {
  organization_id: string;
  id: string;
  message_id: string | null;
  storage_key: Generated<string>;
  content_type: string;
  file_name: string | null;
  file_size: number | null;
  omitted: Generated<boolean>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  content_id: string | null;
  status: Generated<string>;
  failure: string | null;
  width: number | null;
  height: number | null;
  thumbnail_key: string | null;
  position: Generated<number>;
  uploaded_by: string | null;
  source_url: string | null;
};

export type MessageDeliveryTable = {
  organization_id: string;
  message_id: string;
  state: string;
  attempts: Generated<number>;
  lookups: Generated<number>;
  next_attempt_at: ColumnType<Date, Date | string, Date | string>;
  slot_at: ColumnType<Date, Date | string, Date | string> | null;
  attempted_at: ColumnType<Date, Date | string, Date | string> | null;
  last_error: string | null;
  request_hash: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type MessagingComplianceTable = {
  organization_id: string;
  help_message: string;
};

export type OrganizationTable = {
  id: string;
  name: string;
  default_country: Generated<string>;
  timezone: Generated<string>;
  members_see_assigned_only: Generated<boolean>;
  event_seq: Generated<number>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type OutgoingMailTable = {
  organization_id: string;
  id: string;
  contact_id: string | null;
  to_address: string;
  subject: string;
  body: string;
  sent_by_member_id: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  from_address: Generated<string>;
  message_id: string | null;
};

export type PhoneNumberTable = {
  organization_id: string;
  id: string;
  phone_number: string;
  friendly_name: Generated<string>;
  provider: string;
  provider_sid: string | null;
  messaging_service_sid: string | null;
  can_sms: Generated<boolean>;
  can_mms: Generated<boolean>;
  can_voice: Generated<boolean>;
  segments_per_second: Generated<number>;
  free_at: ColumnType<Date, Date | string, Date | string> | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  released_at: ColumnType<Date, Date | string, Date | string> | null;
};

export type ProviderSettingTable = {
  organization_id: string;
  provider: string;
  settings: Generated<ColumnType<any, string, string>>;
  secrets: string;
  updated_by: string | null;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type RateLimitTable = {
  id: string;
  key: string;
  count: number;
  last_request: number;
};

export type SessionTable = {
  id: string;
  user_id: string;
  token: string;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type SimulatedMessageTable = {
  organization_id: string;
  id: string;
  sid: string;
  message_id: string | null;
  from_number: string;
  to_number: string;
  body: string;
  media_urls: Generated<string[]>;
  status: string;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type SuggestionSetTable = {
  organization_id: string;
  message_id: string;
  engine: string;
  model: string | null;
  suggestions: ColumnType<any, string, string>;
  created_at: ColumnType<Date, Date | string, Date | string>;
};

export type SuppressionTable = {
  organization_id: string;
  id: string;
  channel: string;
  address: string;
  reason: string;
  keyword: string | null;
  message_id: string | null;
  created_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type TodoTable = {
  organization_id: string;
  id: string;
  contact_id: string;
  title: string;
  description: string | null;
  due_date: string | null;
  status: string;
  origin: string;
  assignee_member_id: string | null;
  tool: string | null;
  tool_payload: ColumnType<any, string, string> | null;
  created_by: string | null;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  call_id: string | null;
};

export type UserTable = {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  super_admin: Generated<boolean>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type VerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  created_at: Generated<ColumnType<Date, Date | string, Date | string>>;
  updated_at: Generated<ColumnType<Date, Date | string, Date | string>>;
};

export type DB = {
  account: AccountTable;
  analyzer: AnalyzerTable;
  call: CallTable;
  call_analysis: CallAnalysisTable;
  call_handling: CallHandlingTable;
  call_report: CallReportTable;
  call_transcription: CallTranscriptionTable;
  canned_reply: CannedReplyTable;
  contact: ContactTable;
  contact_address: ContactAddressTable;
  contact_change: ContactChangeTable;
  contact_email: ContactEmailTable;
  contact_evidence: ContactEvidenceTable;
  contact_filter: ContactFilterTable;
  contact_identity: ContactIdentityTable;
  contact_import: ContactImportTable;
  contact_import_rejection: ContactImportRejectionTable;
  contact_merge: ContactMergeTable;
  contact_note: ContactNoteTable;
  contact_phone: ContactPhoneTable;
  contact_tag: ContactTagTable;
  contact_tagging: ContactTaggingTable;
  contact_user: ContactUserTable;
  conversation: ConversationTable;
  conversation_read: ConversationReadTable;
  delivery_report: DeliveryReportTable;
  discarded_file: DiscardedFileTable;
  draft: DraftTable;
  email_address: EmailAddressTable;
  email_message: EmailMessageTable;
  email_receipt: EmailReceiptTable;
  email_webhook: EmailWebhookTable;
  enrichment_batch: EnrichmentBatchTable;
  enrichment_batch_item: EnrichmentBatchItemTable;
  enrichment_run: EnrichmentRunTable;
  enrichment_setting: EnrichmentSettingTable;
  event: EventTable;
  gateway_key: GatewayKeyTable;
  import: ImportTable;
  import_rejection: ImportRejectionTable;
  inbox_member: InboxMemberTable;
  inbox_setting: InboxSettingTable;
  interaction: InteractionTable;
  invitation: InvitationTable;
  jwks: JwksTable;
  llm_usage: LlmUsageTable;
  member: MemberTable;
  member_phone: MemberPhoneTable;
  message: MessageTable;
  message_attachment: MessageAttachmentTable;
  message_delivery: MessageDeliveryTable;
  messaging_compliance: MessagingComplianceTable;
  organization: OrganizationTable;
  outgoing_mail: OutgoingMailTable;
  phone_number: PhoneNumberTable;
  provider_setting: ProviderSettingTable;
  rate_limit: RateLimitTable;
  session: SessionTable;
  simulated_message: SimulatedMessageTable;
  suggestion_set: SuggestionSetTable;
  suppression: SuppressionTable;
  todo: TodoTable;
  user: UserTable;
  verification: VerificationTable;
};
