// Mail that we write: checked from whom and to whom it goes, and what it answers.
import { randomBytes } from 'node:crypto';
import { bareSubject, replySubject } from '@rapport/domain/messaging/email-subjects';
import { referencesOf } from '@rapport/domain/messaging/email-threading';
import type { Ctx } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { emailErrors } from './email.errors.ts';
import * as queries from './email.queries.ts';
import { type Sender, senderOf } from './email-addresses.service.ts';
import { findSuppression } from './suppressions.queries.ts';

export type EmailRequest = {
  contact_id: string;
  body: string;
  subject?: string | null | undefined;
  email_address_id?: string | null | undefined;
  contact_email_id?: string | null | undefined;
  in_reply_to_message_id?: string | null | undefined;
  attachment_ids: string[];
  /** Whether the mail says how to end such mails: what is sent to many, or on our own account. */
  offers_unsubscribe?: boolean;
};

export type PreparedEmail = {
  phone_number_id: null;
  provider: null;
  from_address: string;
  to_address: string;
  body: string;
  subject: string;
  segments: null;
  /** For `recordEmail`, once the message is written. */
  email: queries.NewEmail;
};

/**
 * Checks a mail before it is written down: from whom, to whom, that they want it, and what it answers.
 * @param given who it is from, when the request names none of our addresses
 * @throws INVALID_INPUT, EMAIL_ADDRESS_NOT_FOUND, CONTACT_HAS_NO_EMAIL, CONTACT_EMAIL_NOT_FOUND, SUPPRESSED,
 *   ANSWERED_MESSAGE_NOT_FOUND
 */
export const prepareEmail = async (
  ctx: Ctx,
  request: EmailRequest,
  given?: Sender,
): Promise<PreparedEmail> => {
  const subject = textOf(request.subject ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const body = textOf(request.body);
  if (subject === '') throw invalidInput([{ field: 'subject', message: 'is missing' }]);
  if (body.trim() === '' && request.attachment_ids.length === 0)
    throw invalidInput([{ field: 'body', message: 'is empty' }]);
  if (!given && !request.email_address_id)
    throw invalidInput([{ field: 'email_address_id', message: 'is missing' }]);
  const sender = given ?? (await senderOf(ctx, request.email_address_id!));
  const to_address = await recipientOf(ctx, request);
  await requireWanted(ctx, to_address);
  const answered = await answeredBy(ctx, request, subject);
  const { domain } = ctx.ports.mail;
  return {
    phone_number_id: null,
    provider: null,
    from_address: sender.address,
    to_address,
    body,
    subject,
    segments: null,
    email: {
      email_address_id: sender.email_address_id,
      header_id: `${newId()}@${domain}`,
      in_reply_to: answered?.header_id ?? null,
      reference_ids: answered ? referencesOf(answered) : [],
      thread_id: answered?.thread_id ?? null,
      reply_token: randomBytes(10).toString('hex'),
      from_name: sender.name,
      cc: [],
      html: null,
      quoted: null,
      offers_unsubscribe: request.offers_unsubscribe ?? false,
    },
  };
};

/** PostgreSQL keeps no NUL, and no mail has one. */
const textOf = (text: string): string => text.replaceAll('\u0000', '');

/** Writes what only a mail has, in the transaction that writes its message. */
export const recordEmail = async (
  ctx: Ctx,
  message_id: string,
  email: queries.NewEmail,
): Promise<void> => queries.insertEmail(ctx, message_id, email);

const recipientOf = async (
  ctx: Ctx,
  { contact_id, contact_email_id }: EmailRequest,
): Promise<string> => {
  const { emails } = await getContact(ctx, contact_id);
  if (contact_email_id) {
    const chosen = emails.find(({ id }) => id === contact_email_id);
    if (!chosen) throw emailErrors.CONTACT_EMAIL_NOT_FOUND();
    return chosen.email.toLowerCase();
  }
  const preferred = emails.find(({ is_preferred }) => is_preferred) ?? emails[0];
  if (!preferred) throw emailErrors.CONTACT_HAS_NO_EMAIL();
  return preferred.email.toLowerCase();
};

const REASONS: Record<string, string> = {
  bounce: 'mail to it came back. Correct the address, or lift the block if it works again.',
  unsubscribe: 'they asked for no more mail.',
  manual: 'somebody of your team blocked it.',
};

const requireWanted = async (ctx: Ctx, address: string): Promise<void> => {
  const suppression = await findSuppression(ctx, 'email', address);
  if (!suppression) return;
  const reason = REASONS[suppression.reason] ?? 'it is blocked.';
  throw emailErrors.SUPPRESSED({ address, reason });
};

/** The mail that is named, else the newest one when the subject says that it is answered. */
const answeredBy = async (
  ctx: Ctx,
  { contact_id, in_reply_to_message_id }: EmailRequest,
  subject: string,
) => {
  if (in_reply_to_message_id) {
    const named = await queries.findMailOfMessage(ctx, contact_id, in_reply_to_message_id);
    // A mail of an imported history has no id to answer to.
    if (!named && !(await queries.isMessageOf(ctx, contact_id, in_reply_to_message_id)))
      throw emailErrors.ANSWERED_MESSAGE_NOT_FOUND();
    return named;
  }
  if (subject !== replySubject(subject)) return undefined;
  const newest = await queries.findNewestMail(ctx, contact_id);
  return newest && bareSubject(newest.subject ?? '') === bareSubject(subject) ? newest : undefined;
};
