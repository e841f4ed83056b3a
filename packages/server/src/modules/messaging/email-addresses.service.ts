// The organization's own e-mail addresses, and whose mail it is that comes to one.
import { randomInt } from 'node:crypto';
import { readRecipient, usernameFrom } from '@rapport/domain/messaging/email-addresses';
import { type BaseCtx, type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { newId } from '../../platform/ids.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { emailErrors } from './email.errors.ts';
import * as queries from './email-addresses.queries.ts';
import { ownDomainOf } from './email-server.service.ts';

/** What stands after the @ of a new address. */
export const newDomainOf = async (ctx: Ctx): Promise<string> =>
  (await ownDomainOf(ctx)) ?? ctx.ports.mail.domain;

/** The whole address. */
const addressOf = (
  { ports }: BaseCtx,
  { username, domain }: { username: string; domain: string | null },
): string => `${username}@${domain ?? ports.mail.domain}`;

const present = (ctx: Ctx, row: queries.EmailAddressRow) => ({
  id: row.id,
  username: row.username,
  address: addressOf(ctx, row),
  sender_name: row.sender_name,
  created_at: row.created_at,
});

export const listEmailAddresses = async (ctx: Ctx) =>
  (await queries.listEmailAddresses(ctx)).map((row) => present(ctx, row));

/** @throws EMAIL_ADDRESS_TAKEN */
export const createEmailAddress = async (
  ctx: Ctx,
  { username, sender_name }: { username: string; sender_name: string | null },
) =>
  inTx(ctx, async (ctx) => {
    const row = {
      id: newId(),
      username,
      domain: await ownDomainOf(ctx),
      sender_name,
      created_by: memberIdOf(ctx),
    };
    if (!(await queries.insertEmailAddress(ctx, row)))
      throw emailErrors.EMAIL_ADDRESS_TAKEN({ address: addressOf(ctx, row) });
    await emit(ctx, 'messaging.addresses.changed', {});
    return present(ctx, (await queries.findEmailAddress(ctx, row.id))!);
  });

const MOST_TRIES = 5;

/** A new organization can write mail at once: from an address that is made of its name. */
export const addFirstAddress = async (ctx: Ctx): Promise<void> => {
  const { name } = await findOrganization(ctx);
  const base = usernameFrom(name);
  for (let i = 1; i <= MOST_TRIES; i++) {
    const username = i === 1 ? base : `${base}-${randomInt(1000, 1_000_000)}`;
    const row = { id: newId(), username, domain: null, sender_name: null, created_by: null };
    if (await queries.insertEmailAddress(ctx, row)) return;
  }
};

const UNIQUE_VIOLATION = '23505';

/** @throws EMAIL_ADDRESS_NOT_FOUND, EMAIL_ADDRESS_TAKEN */
export const updateEmailAddress = async (
  ctx: Ctx,
  id: string,
  values: { username?: string | undefined; sender_name?: string | null | undefined },
) => {
  const before = await queries.findEmailAddress(ctx, id);
  if (!before) throw emailErrors.EMAIL_ADDRESS_NOT_FOUND();
  return inTx(ctx, async (ctx) => {
    await queries.updateEmailAddress(ctx, id, values);
    await emit(ctx, 'messaging.addresses.changed', {});
    return present(ctx, (await queries.findEmailAddress(ctx, id))!);
  }).catch((error: { code?: string }) => {
    if (error.code !== UNIQUE_VIOLATION) throw error;
    const address = addressOf(ctx, { ...before, username: values.username! });
    throw emailErrors.EMAIL_ADDRESS_TAKEN({ address });
  });
};

/** @throws EMAIL_ADDRESS_NOT_FOUND */
export const removeEmailAddress = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    if (!(await queries.deleteEmailAddress(ctx, id))) throw emailErrors.EMAIL_ADDRESS_NOT_FOUND();
    await emit(ctx, 'messaging.addresses.changed', {});
  });

export type Sender = { email_address_id: string | null; address: string; name: string };

/**
 * Who a mail is from.
 * @param id of one of our addresses; null for the first, and where there is none, for one that takes answers
 *   by their token alone
 * @throws EMAIL_ADDRESS_NOT_FOUND
 */
export const senderOf = async (ctx: Ctx, id: string | null): Promise<Sender> => {
  const { name } = await findOrganization(ctx);
  const row = id
    ? await queries.findEmailAddress(ctx, id)
    : (await queries.listEmailAddresses(ctx))[0];
  if (row)
    return {
      email_address_id: row.id,
      address: addressOf(ctx, row),
      name: row.sender_name ?? name,
    };
  if (id) throw emailErrors.EMAIL_ADDRESS_NOT_FOUND();
  return { email_address_id: null, address: `answers@${ctx.ports.mail.domain}`, name };
};

/** Whose mail it is that comes to an address of this server; null for an address that nobody has. */
export const findRecipientOrganization = async (
  { db, ports }: BaseCtx,
  address: string,
): Promise<string | null> => {
  const recipient = readRecipient(address);
  if (!recipient || recipient.domain !== ports.mail.domain) return null;
  return (
    (await queries.findOrganizationOfAddress(db, recipient.username)) ??
    (recipient.token ? await queries.findOrganizationOfToken(db, recipient.token) : null)
  );
};

/** Our own addresses in full. */
export const ownAddresses = async (ctx: Ctx): Promise<Map<string, string>> =>
  new Map(
    (await queries.listEmailAddresses(ctx)).map((row) => [addressOf(ctx, row), row.id] as const),
  );
