// What a mail that comes in is: a message, somebody of ours writing elsewhere, a report, or the word of a program.
import { readRecipient } from '@rapport/domain/messaging/email-addresses';
import {
  automaticReason,
  isDaemon,
  isListMail,
  isUnread,
} from '@rapport/domain/messaging/email-automatic';
import { type Bounce, readBounce } from '@rapport/domain/messaging/email-bounces';
import { answeredIds, chooseAnswered } from '@rapport/domain/messaging/email-threading';
import type { Ctx } from '../../platform/ctx.ts';
import type { Mailbox, ParsedMail } from '../../platform/mail/parse.ts';
import { listMembers } from '../auth/organization.service.ts';
import { ownersOfEmails } from '../contacts/emails.service.ts';
import * as queries from './email.queries.ts';
import { ownAddresses } from './email-addresses.service.ts';

/** Who handed the mail over said so, beside what stands in it. */
export type Envelope = {
  /** Empty for a report, which comes from nobody; null when it is not known. */
  sender: string | null;
  recipients: string[];
};

export type Verdict =
  | { outcome: 'unreadable' | 'loop'; reason: string; about: queries.KnownEmail | null }
  | { outcome: 'automatic'; reason: string; about: queries.KnownEmail | null }
  | { outcome: 'bounce'; reason: string; about: queries.KnownEmail | null; bounce: Bounce }
  | {
      outcome: 'message';
      direction: 'inbound' | 'outbound';
      /** Whom it is from; of our own staff's, whom it is to. */
      contact: Mailbox;
      /** When it is known already. */
      contact_id: string | null;
      answered: queries.KnownEmail | null;
      member_id: string | null;
      /** Our address. */
      ours: { id: string | null; address: string };
    };

const MOST_HOPS = 40;

/** Judges a mail by what it says and by what is known; changes nothing. */
export const judge = async (ctx: Ctx, mail: ParsedMail, envelope: Envelope): Promise<Verdict> => {
  const scene = await sceneOf(ctx, mail, envelope);
  return (
    (await judgeBounce(ctx, mail, envelope, scene)) ??
    judgeMachine(mail, envelope, scene) ??
    (await judgeStaff(ctx, mail, scene)) ??
    judgeWriter(ctx, mail, scene)
  );
};

/** A report that a mail of ours could not be delivered. */
const judgeBounce = async (
  ctx: Ctx,
  mail: ParsedMail,
  envelope: Envelope,
  { by_token }: Scene,
): Promise<Verdict | null> => {
  const bounce = bounceIn(mail, envelope);
  if (!bounce) return null;
  const original = by_token ?? (await findOriginal(ctx, bounce));
  const about = original?.direction === 'outbound' ? original : null;
  return { outcome: 'bounce', reason: bounce.reason, about, bounce };
};

/** What no person wrote to us. */
const judgeMachine = (
  mail: ParsedMail,
  envelope: Envelope,
  { by_token, known }: Scene,
): Verdict | null => {
  const itself = known.find(({ header_id }) => header_id === mail.header_id);
  if (itself)
    return { outcome: 'loop', reason: 'It is a mail of ours that came back.', about: itself };
  if (mail.headers.filter(({ key }) => key === 'received').length > MOST_HOPS)
    return { outcome: 'loop', reason: 'It has been passed on in circles.', about: null };
  const about = by_token ?? known.find(({ direction }) => direction === 'outbound') ?? null;
  const reason = automaticReason(mail.headers, {
    from: mail.from?.address ?? '',
    subject: mail.subject,
    return_path: envelope.sender,
  });
  if (reason) return { outcome: 'automatic', reason, about };
  if (!mail.from)
    return { outcome: 'unreadable', reason: 'It does not say who sent it.', about: null };
  return null;
};

/** Somebody who writes to us. */
const judgeWriter = async (ctx: Ctx, mail: ParsedMail, scene: Scene): Promise<Verdict> => {
  const writer = writerOf(mail);
  if (scene.own.has(writer.address)) {
    const reason = 'It is from one of our own addresses, and to nobody we know.';
    return { outcome: 'loop', reason, about: null };
  }
  const owners = await ownersOfEmails(ctx, [writer.address]);
  if (owners.length === 0 && isListMail(mail.headers))
    return { outcome: 'automatic', reason: 'It went to a list, from nobody we know.', about: null };
  const answered = answeredOf(mail, scene, new Set(owners.map(({ contact_id }) => contact_id)));
  return {
    outcome: 'message',
    direction: 'inbound',
    contact: writer,
    contact_id: answered?.contact_id ?? null,
    answered,
    member_id: null,
    ours: scene.ours,
  };
};

/** A form on a page writes from an address that nobody reads, and says who filled it in. */
const writerOf = ({ from, reply_to }: ParsedMail): Mailbox =>
  reply_to && isUnread(from!.address) ? reply_to : from!;

type Scene = {
  /** Our addresses and their ids. */
  own: Map<string, string>;
  by_token: queries.KnownEmail | null;
  /** Mails of ours and theirs that it names. */
  known: queries.KnownEmail[];
  ours: { id: string | null; address: string };
};

const sceneOf = async (ctx: Ctx, mail: ParsedMail, envelope: Envelope): Promise<Scene> => {
  const written = [...mail.to, ...mail.cc].map(({ address }) => address);
  const recipients = [...envelope.recipients, ...written]
    .map(readRecipient)
    .filter((one) => one !== null);
  const own = await ownAddresses(ctx);
  const bare = recipients.map(({ username, domain }) => `${username}@${domain}`);
  const token = recipients.find((one) => one.token)?.token;
  const address = bare.find((one) => own.has(one)) ?? bare[0] ?? '';
  return {
    own,
    by_token: token ? ((await queries.findMailByToken(ctx, token)) ?? null) : null,
    known: await queries.findMailsByIds(ctx, [mail.header_id, ...answeredIds(mail)]),
    ours: { id: own.get(address) ?? null, address },
  };
};

const answeredOf = (mail: ParsedMail, { by_token, known }: Scene, contact_ids: Set<string>) => {
  const chosen = chooseAnswered(by_token, known, answeredIds(mail), contact_ids);
  return chosen && (known.find((one) => one.header_id === chosen.header_id) ?? by_token);
};

/** One of us who writes to a contact with another program, and lets us have a copy. */
const judgeStaff = async (ctx: Ctx, mail: ParsedMail, scene: Scene): Promise<Verdict | null> => {
  const from = mail.from!.address;
  const member = (await listMembers(ctx)).find(({ email }) => email.toLowerCase() === from);
  if (!member && !scene.own.has(from)) return null;
  const others = [...mail.to, ...mail.cc].filter(({ address }) => {
    const { username, domain } = readRecipient(address)!;
    return address !== from && !scene.own.has(`${username}@${domain}`);
  });
  const owners = await ownersOfEmails(
    ctx,
    others.map(({ address }) => address),
  );
  const answered = answeredOf(mail, scene, new Set(owners.map(({ contact_id }) => contact_id)));
  const owner = answered
    ? owners.find(({ contact_id }) => contact_id === answered.contact_id)!
    : owners[0];
  if (!owner) return null;
  const own = scene.own.get(from) ?? null;
  return {
    outcome: 'message',
    direction: 'outbound',
    contact: others.find(({ address }) => address === owner.email)!,
    contact_id: owner.contact_id,
    answered,
    member_id: member?.id ?? null,
    ours: { id: own, address: from },
  };
};

/** Only what looks like a report is read as one: people quote error messages, too. */
const bounceIn = ({ from, report, headers }: ParsedMail, { sender }: Envelope): Bounce | null => {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  const isReport = /multipart\/report/i.test(type) && report.delivery_status.length > 0;
  return isReport || sender === '' || isDaemon(from?.address ?? '') ? readBounce(report) : null;
};

const findOriginal = async (ctx: Ctx, { original_id }: Bounce) =>
  original_id ? (await queries.findMailsByIds(ctx, [original_id]))[0] : undefined;
