// Rows of a history become contacts and messages: one batch, one transaction, nothing twice.
import { createHash } from 'node:crypto';
import { parseEmail } from '@rapport/domain/contacts/emails';
import { isAlphanumericSender, isShortCode, parsePhone } from '@rapport/domain/contacts/phones';
import type { HistoryRow } from '@rapport/domain/transfer/rows';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { type Candidate, keysOf, resolveContacts } from '../contacts/resolve.service.ts';
import { type RecordedMessage, recordMessages } from '../messaging/messages.service.ts';

export type RowSettings = {
  import_id: string;
  format: string;
  is_sample: boolean;
  default_country: string;
};

/** A row whose contact could be read, ready to be written. */
type ReadRow = { row: HistoryRow; candidate: Candidate; address: string; key: string };

// Enough for the identical messages that one burst can hold, small enough for a file of any size.
const REMEMBERED_ROWS = 50_000;
const REMEMBERED_CONTACTS = 50_000;

/** What is kept between the batches of one run. */
export type RowMemory = {
  /** How often the very same row came before: its repetitions are messages of their own. */
  repetitions: Map<string, number>;
  /** First key of a candidate -> contact. */
  contacts: Map<string, string>;
  /** Numbers as the file writes them -> as they were read, which costs more than the rest of a row. */
  phones: Map<string, Candidate['phone']>;
};

export const newRowMemory = (): RowMemory => ({
  repetitions: new Map(),
  contacts: new Map(),
  phones: new Map(),
});

/** Keeps the newest entries of a map. */
const remember = <V>(map: Map<string, V>, key: string, value: V, most: number): void => {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
};

/** Sorts rows into those whose contact can be told and those whose contact cannot, with the reason. */
export const readRows = (rows: HistoryRow[], settings: RowSettings, memory: RowMemory) => {
  const read: ReadRow[] = [];
  const rejections: { line: number; reason: string }[] = [];
  for (const row of rows) {
    const result = readCandidate(row, settings, memory);
    if (typeof result === 'string') rejections.push({ line: row.line, reason: result });
    else read.push({ row, ...result, key: dedupKey(row, result.address, settings.format, memory) });
  }
  return { read, rejections };
};

const readCandidate = (
  { contact, channel }: HistoryRow,
  { default_country }: RowSettings,
  memory: RowMemory,
): { candidate: Candidate; address: string } | string => {
  const email = contact.email === undefined ? null : parseEmail(contact.email);
  if (contact.email !== undefined && !email) return `"${contact.email}" is not an e-mail address.`;
  const raw = contact.phone;
  const phone = raw === undefined ? null : readPhone(raw, default_country, memory);
  // A short code or a sender's name is no number that can be called, but it is who wrote.
  const isSender = raw !== undefined && !phone && (isShortCode(raw) || isAlphanumericSender(raw));
  if (raw !== undefined && !phone && !isSender)
    return `"${raw}" is not a phone number that can exist.`;
  const external_id = contact.external_id ?? (isSender ? raw.trim() : undefined);
  const identities = external_id ? [{ channel: contact.channel ?? channel, external_id }] : [];
  const candidate: Candidate = { name: contact.name ?? null, phone, email, identities };
  const address = phone?.phone_number ?? email ?? external_id;
  return address === undefined
    ? 'The row does not say who the contact is.'
    : { candidate, address };
};

const readPhone = (raw: string, country: string, memory: RowMemory): Candidate['phone'] => {
  const known = memory.phones.get(raw);
  if (known !== undefined) return known;
  const parsed = parsePhone(raw, country);
  const phone = parsed.ok ? { phone_number: parsed.e164, raw, extension: parsed.extension } : null;
  remember(memory.phones, raw, phone, REMEMBERED_CONTACTS);
  return phone;
};

/**
 * The key that makes a second import change nothing. A history with ids of its own is known by them, as
 * the same message is when a webhook delivers it; else by what was said to whom and when, and by how many
 * times that came before in the file.
 */
const dedupKey = (
  { channel, direction, sent_at, subject, body, external_id, attachments }: HistoryRow,
  address: string,
  format: string,
  { repetitions }: RowMemory,
): string => {
  if (format === 'json_lines' && external_id) return `${channel}:${external_id}`;
  const files = attachments.map(({ name, content_type }) => `${content_type} ${name ?? ''}`);
  const said = JSON.stringify([
    channel,
    direction,
    address,
    sent_at,
    subject ?? '',
    body ?? '',
    files,
  ]);
  const hash = createHash('sha1').update(said).digest('base64url');
  const before = repetitions.get(hash) ?? 0;
  remember(repetitions, hash, before + 1, REMEMBERED_ROWS);
  return before === 0 ? `import:${hash}` : `import:${hash}:${before}`;
};

/** Writes one batch, inside the caller's transaction. @returns how many contacts and messages are new */
export const writeRows = async (
  ctx: Ctx,
  read: ReadRow[],
  settings: RowSettings,
  memory: RowMemory,
): Promise<{ contacts_created: number; messages_created: number }> => {
  const firstKeys = read.map(({ candidate }) => JSON.stringify(keysOf(candidate)[0]));
  const unknown = new Map<string, Candidate>();
  read.forEach(({ candidate }, i) => {
    const key = firstKeys[i]!;
    if (!memory.contacts.has(key) && !unknown.get(key)?.name) unknown.set(key, candidate);
  });
  const resolved = await resolveContacts(ctx, [...unknown.values()], {
    source: 'import',
    is_sample: settings.is_sample,
    last_contacted_at: null,
    emit_each: false,
  });
  const found = new Map([...unknown.keys()].map((key, i) => [key, resolved[i]!.contact_id]));
  const contactOf = (key: string) => found.get(key) ?? memory.contacts.get(key)!;
  const messages = read.map(({ row, address, key }, i) =>
    messageOf(row, address, key, contactOf(firstKeys[i]!), settings.import_id),
  );
  const messages_created = await recordMessages(ctx, messages);
  const contacts_created = new Set(
    resolved.filter(({ created }) => created).map(({ contact_id }) => contact_id),
  ).size;
  // Known from here on, unless this transaction is rolled back: the caller then starts with a new memory.
  for (const [key, contact_id] of found)
    remember(memory.contacts, key, contact_id, REMEMBERED_CONTACTS);
  return { contacts_created, messages_created };
};

const messageOf = (
  row: HistoryRow,
  address: string,
  dedup_key: string,
  contact_id: string,
  import_id: string,
): RecordedMessage => ({
  id: newId(),
  contact_id,
  channel: row.channel,
  direction: row.direction,
  body: row.body,
  subject: row.subject ?? null,
  from_address: row.direction === 'inbound' ? address : '',
  to_address: row.direction === 'inbound' ? '' : address,
  status: row.direction === 'inbound' ? 'received' : 'sent',
  source: 'import',
  external_id: row.external_id ?? null,
  dedup_key,
  import_id,
  created_at: new Date(row.sent_at),
  attachments: row.attachments,
});
