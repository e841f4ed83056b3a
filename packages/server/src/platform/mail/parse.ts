// Reads a raw mail (MIME) into what the product keeps of it. Whatever it holds, it is data of a stranger.
import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { parseEmail } from '@rapport/domain/contacts/emails';
import type { MailHeader } from '@rapport/domain/messaging/email-automatic';
import type { Report } from '@rapport/domain/messaging/email-bounces';
import { headerIds } from '@rapport/domain/messaging/email-threading';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { decodeUtf7 } from './utf7.ts';

export type Mailbox = { name: string | null; address: string };

export type MailFile = {
  file_name: string | null;
  content_type: string;
  /** Without brackets; what `cid:` in the HTML names. */
  content_id: string | null;
  content: Buffer;
};

export type ParsedMail = {
  /** Message-ID without brackets; of a mail without one a fingerprint of the whole. */
  header_id: string;
  /** Null when the mail does not say who sent it. */
  from: Mailbox | null;
  /** Whom an answer is for, when not for who sent it. */
  reply_to: Mailbox | null;
  to: Mailbox[];
  cc: Mailbox[];
  subject: string;
  /** As the sender's clock said; null when that is no time. */
  sent_at: Date | null;
  in_reply_to: string[];
  references: string[];
  headers: MailHeader[];
  text: string | null;
  html: string | null;
  files: MailFile[];
  /** Of a mail that may report about another one. */
  report: Report;
};

/** Larger mails are refused at the door. */
export const MOST_MAIL_BYTES = 30 * 1024 * 1024;
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 0 };
const MOST_FILES = 200;
const MOST_TEXT = 1_000_000;
const LONGEST_SUBJECT = 998;

/**
 * Reads a mail.
 * @throws Error with a sentence for people when it is nested too deeply or its headers are too long
 */
export const parseMail = async (raw: Buffer): Promise<ParsedMail> => {
  const mail = await PostalMime.parse(withReadableHead(raw), {
    ...LIMITS,
    rfc822Attachments: true,
  });
  const isUtf7 = /charset\s*=\s*"?(x-)?(unicode-1-1-)?utf-7/i.test(
    raw.toString('latin1', 0, 64_000),
  );
  const decoded = (text: string | undefined): string | null =>
    text === undefined || text.trim() === '' ? null : cleaned(isUtf7 ? decodeUtf7(text) : text);
  return {
    header_id: idOf(mail.messageId) ?? fingerprintOf(raw),
    from: senderOf(mail),
    reply_to: mailboxes(mail.replyTo)[0] ?? null,
    to: mailboxes(mail.to),
    cc: mailboxes(mail.cc),
    subject: cleaned(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_SUBJECT),
    sent_at: dateOf(mail.date),
    in_reply_to: headerIds(mail.inReplyTo),
    references: headerIds(mail.references),
    headers: mail.headers,
    text: decoded(mail.text),
    html: decoded(mail.html),
    files: mail.attachments
      .filter(({ mimeType }) => mimeType !== 'message/delivery-status')
      .slice(0, MOST_FILES)
      .map(fileOf),
    report: reportOf(mail),
  };
};

/** The id under which a mail is known that has none, and of one that cannot be read at all. */
export const fingerprintOf = (raw: Buffer): string =>
  `${createHash('sha256').update(raw).digest('hex')}@no-message-id`;

/** Whether the mail starts as one: with a header. */
export const looksLikeMail = (raw: Buffer): boolean =>
  /^(From .*\r?\n)?[A-Za-z][A-Za-z0-9-]*[ \t]*:/.test(raw.toString('latin1', 0, 2000));

/** Headers that are written in 8-bit letters of some other alphabet are put into UTF-8 first. */
const withReadableHead = (raw: Buffer): Buffer => {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1', 0, LIMITS.maxHeadersSize))?.index ?? 0;
  const head = raw.subarray(0, end);
  if (isUtf8(head)) return raw;
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head.toString('latin1'))?.[1] ?? 'windows-1252';
  return Buffer.concat([Buffer.from(decoderOf(charset).decode(head)), raw.subarray(end)]);
};

const decoderOf = (charset: string): TextDecoder => {
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding === 'utf-8' ? new TextDecoder('windows-1252') : decoder;
  } catch {
    return new TextDecoder('windows-1252');
  }
};

const idOf = (text: string | undefined): string | null => headerIds(text)[0] ?? null;

const senderOf = (mail: Email): Mailbox | null =>
  mailboxes([mail.from, mail.sender].flatMap((one) => one ?? []))[0] ?? null;

const mailboxes = (addresses: Address[] | undefined): Mailbox[] =>
  (addresses ?? [])
    .flatMap((one) => one.group ?? [one])
    .flatMap(({ name, address }) => {
      const email = parseEmail(address ?? '');
      return email ? [{ address: email, name: plainName(name) }] : [];
    });

/** Some programs put quotes around a name, and group addresses say by which way it came ("Ada via Sales"). */
const plainName = (name: string): string | null =>
  cleaned(name)
    .trim()
    .slice(0, 200)
    .replace(/^(['"])(.*)\1/, '$2')
    .replace(/\s+via\s+\S.*$/, '') || null;

const dateOf = (text: string | undefined): Date | null => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time);
};

const fileOf = (file: Attachment): MailFile => ({
  file_name: file.filename ? safeName(file.filename) : nameOf(file),
  content_type: /^[\w.+-]+\/[\w.+-]+$/.test(file.mimeType)
    ? file.mimeType
    : 'application/octet-stream',
  content_id: file.contentId?.replace(/^<|>$/g, '').trim() || null,
  content: Buffer.from(file.content as ArrayBuffer),
});

const nameOf = ({ mimeType }: Attachment): string | null =>
  mimeType === 'message/rfc822'
    ? 'message.eml'
    : mimeType === 'text/calendar'
      ? 'invite.ics'
      : null;

/** A name and no path, without what would turn its letters round. */
const safeName = (name: string): string =>
  cleaned(name)
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .slice(-200) || 'file';

const reportOf = (mail: Email): Report => {
  const textOf = ({ content }: Attachment) =>
    Buffer.from(content as ArrayBuffer)
      .toString('utf8')
      .slice(0, 100_000);
  const original = mail.attachments.find(({ mimeType }) =>
    ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'].includes(mimeType),
  );
  return {
    delivery_status: mail.attachments
      .filter(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
      .map(textOf),
    original_headers: original ? textOf(original).split(/\r?\n\r?\n/)[0]! : '',
    text: (mail.text ?? '').slice(0, 20_000),
  };
};

/** PostgreSQL keeps no NUL and no half of a character. */
const cleaned = (text: string): string =>
  text.replaceAll('\u0000', '').slice(0, MOST_TEXT).toWellFormed();
