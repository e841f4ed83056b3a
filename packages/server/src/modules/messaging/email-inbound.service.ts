// Takes a mail in: what it is decides what becomes of it. However often it is delivered, it is one mail.
import { splitQuoted } from '@rapport/domain/messaging/email-quotes';
import { type BaseCtx, type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { systemCtx } from '../../platform/jobs/jobs.ts';
import { htmlToText, isTooDeep } from '../../platform/mail/html-text.ts';
import { fingerprintOf, type ParsedMail, parseMail } from '../../platform/mail/parse.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { candidateOf } from '../contacts/identity.service.ts';
import { resolveContacts, touchContacts } from '../contacts/resolve.service.ts';
import { findRecipientOrganization } from './email-addresses.service.ts';
import { takeBounce } from './email-bounces.service.ts';
import { keepMail, type KeptMail, ownMail } from './email-files.service.ts';
import { type Envelope, judge, type Verdict } from './email-judge.service.ts';
import * as receipts from './email-receipts.queries.ts';
import { insertEmail, setSentBy } from './email.queries.ts';
import { findByDedupKey, insertMessages } from './messages.queries.ts';
import { settleAccepted } from './status.service.ts';
import { findSuppression } from './suppressions.queries.ts';
import { unsuppress } from './suppressions.service.ts';

export type Received = receipts.ReceiptRow & { created: boolean };

/** Takes in a mail of one organization; when it resolves, the mail is kept for good. */
export const receiveEmail = async (
  ctx: Ctx,
  raw: Buffer,
  envelope: Envelope,
): Promise<Received> => {
  const mail = await parseMail(raw).catch((error: Error) => error);
  const isRead = !(mail instanceof Error);
  const header_id = isRead ? mail.header_id : fingerprintOf(raw);
  const known = await receipts.findReceipt(ctx, header_id);
  if (known) return { ...known, created: false };

  const verdict: Verdict = isRead
    ? await judge(ctx, mail, envelope)
    : { outcome: 'unreadable', reason: `It cannot be read: ${mail.message}.`, about: null };
  const isMessage = verdict.outcome === 'message';
  const kept = await keepMail(
    ctx,
    raw,
    isRead && isMessage ? mail.files : [],
    isRead ? mail.html : null,
  );
  const receipt = {
    id: newId(),
    header_id,
    from_address: (isRead ? mail.from?.address : null) ?? '',
    subject: isRead ? mail.subject : '',
    outcome: verdict.outcome,
    reason: isMessage ? null : verdict.reason,
    message_id: isMessage ? null : (verdict.about?.message_id ?? null),
    raw_key: kept.raw_key,
    raw_size: raw.length,
  };
  return inTx(ctx, async (ctx) => {
    // Delivered twice at the same moment: the other one is in, and what was stored here is thrown away.
    if (!(await receipts.insertReceipt(ctx, receipt)))
      return { ...(await receipts.findReceipt(ctx, header_id))!, created: false };
    const message_id =
      isRead && isMessage ? await fileMessage(ctx, mail, verdict, kept) : receipt.message_id;
    if (isMessage) await receipts.setReceiptMessage(ctx, receipt.id, message_id!);
    else await ownMail(ctx, null, kept);
    await conclude(ctx, verdict);
    const { id, outcome, reason } = receipt;
    return { id, outcome, reason, message_id, created: true };
  });
};

/** What a mail tells of another one. */
const conclude = async (ctx: Ctx, verdict: Verdict): Promise<void> => {
  const about = verdict.outcome === 'message' ? verdict.answered : verdict.about;
  if (!about) return;
  if (verdict.outcome === 'bounce') return takeBounce(ctx, about.message_id, verdict.bounce);
  // Somebody has it, so it was sent, though nobody told us.
  if (about.is_outcome_unknown)
    await settleAccepted(ctx, about.message_id, { external_id: about.header_id, status: 'sent' });
};

const fileMessage = async (
  ctx: Ctx,
  mail: ParsedMail,
  verdict: Extract<Verdict, { outcome: 'message' }>,
  kept: KeptMail,
): Promise<string> => {
  const at = timeOf(ctx, mail);
  const { direction, contact, answered, ours } = verdict;
  const isInbound = direction === 'inbound';
  const contact_id = verdict.contact_id ?? (await resolveSender(ctx, verdict, at));
  const html = mail.html !== null && !isTooDeep(mail.html) ? mail.html : null;
  const { said, quoted } = splitQuoted(mail.text ?? htmlToText(mail.html ?? ''));
  const id = newId();
  const added = await insertMessages(ctx, [
    {
      id,
      contact_id,
      channel: 'email',
      direction,
      body: said.slice(0, MOST_TEXT),
      subject: mail.subject === '' ? null : mail.subject,
      from_address: isInbound ? contact.address : ours.address,
      to_address: isInbound ? ours.address : contact.address,
      status: isInbound ? 'received' : 'sent',
      source: 'external',
      external_id: mail.header_id,
      dedup_key: `email:${mail.header_id}`,
      import_id: null,
      created_at: at,
    },
  ]);
  if (!added.has(id)) {
    // A program handed it over already, as a message without its looks.
    await ownMail(ctx, null, kept);
    return (await findByDedupKey(ctx, `email:${mail.header_id}`))!.id;
  }
  if (verdict.member_id) await setSentBy(ctx, id, verdict.member_id);
  await insertEmail(ctx, id, {
    email_address_id: ours.id,
    header_id: mail.header_id,
    in_reply_to: mail.in_reply_to[0] ?? null,
    reference_ids: mail.references,
    thread_id: answered?.thread_id ?? null,
    reply_token: null,
    from_name: mail.from?.name ?? null,
    cc: mail.cc.map(({ address }) => address),
    html,
    quoted: quoted?.slice(0, MOST_TEXT) ?? null,
    offers_unsubscribe: false,
  });
  await ownMail(ctx, id, kept);
  await touchContacts(ctx, [{ contact_id, at }]);
  await emit(ctx, 'messaging.message.new', { contact_id, message_id: id });
  if (isInbound) await liftBounce(ctx, contact.address);
  return id;
};

/** As much as a message of ours may hold; the rest is in the mail as it came. */
const MOST_TEXT = 100_000;
const DAY_MS = 86_400_000;

/** The sender's clock, unless it cannot be right: a mail travels for days at most, and never back in time. */
const timeOf = (ctx: Ctx, { sent_at }: ParsedMail): Date => {
  const now = ctx.now();
  const age = sent_at ? now.getTime() - sent_at.getTime() : -1;
  return sent_at && age >= 0 && age < 7 * DAY_MS ? sent_at : now;
};

const resolveSender = async (
  ctx: Ctx,
  { contact: { address, name } }: Extract<Verdict, { outcome: 'message' }>,
  at: Date,
): Promise<string> => {
  const { default_country } = await findOrganization(ctx);
  const given = name?.includes('@') ? null : name;
  const candidate = candidateOf('email', address, given, default_country, 'From');
  const [resolved] = await resolveContacts(ctx, [candidate], {
    source: 'inbound_email',
    last_contacted_at: at,
    emit_each: true,
  });
  return resolved!.contact_id;
};

/** Who writes from an address can be written to. */
const liftBounce = async (ctx: Ctx, address: string): Promise<void> => {
  const suppression = await findSuppression(ctx, 'email', address);
  if (suppression?.reason === 'bounce') await unsuppress(ctx, 'email', address, null);
};

/** Takes in a mail from the built-in mail server: once for each organization that it is to. */
export const receiveForRecipients = async (
  base: BaseCtx,
  { raw, sender, recipients }: { raw: Buffer; sender: string; recipients: string[] },
): Promise<void> => {
  const organizations = new Map<string, string[]>();
  for (const recipient of recipients) {
    const id = await findRecipientOrganization(base, recipient);
    if (id) organizations.set(id, [...(organizations.get(id) ?? []), recipient]);
  }
  for (const [id, to] of organizations)
    await receiveEmail(systemCtx(base, id, 'mail'), raw, { sender, recipients: to });
};
