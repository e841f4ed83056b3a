import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

/** A way to reach somebody that belongs to one contact only. */
export type Key =
  | { kind: 'phone'; phone_number: string; raw: string | null; extension: string | null }
  | { kind: 'identity'; channel: string; external_id: string };

/** One text per key, for maps. */
export const keyText = (key: Key): string =>
  key.kind === 'phone' ? `phone ${key.phone_number}` : `${key.channel} ${key.external_id}`;

const phonesOf = (keys: Key[]) => keys.filter((key) => key.kind === 'phone');
const identitiesOf = (keys: Key[]) => keys.filter((key) => key.kind === 'identity');

/** Which contact has which key. */
export const findOwners = async (ctx: Ctx, keys: Key[]): Promise<Map<string, string>> => {
  const phones = phonesOf(keys);
  const identities = identitiesOf(keys);
  const owners = new Map<string, string>();
  if (phones.length > 0) {
    const rows = await ctx.db
      .selectFrom('contact_phone')
      .select(['phone_number', 'contact_id'])
      .where('organization_id', '=', ctx.organization_id)
      .where(
        'phone_number',
        '=',
        sql<string>`any(${phones.map((key) => key.phone_number)}::text[])`,
      )
      .execute();
    for (const row of rows) owners.set(`phone ${row.phone_number}`, row.contact_id);
  }
  if (identities.length > 0) {
    const { rows } = await sql<{ channel: string; external_id: string; contact_id: string }>`
      select i.channel, i.external_id, i.contact_id
      from unnest(${identities.map((key) => key.channel)}::text[],
                  ${identities.map((key) => key.external_id)}::text[]) as wanted (channel, external_id)
      join contact_identity i on i.organization_id = ${ctx.organization_id}
        and i.channel = wanted.channel and i.external_id = wanted.external_id`.execute(ctx.db);
    for (const row of rows) owners.set(`${row.channel} ${row.external_id}`, row.contact_id);
  }
  return owners;
};

/**
 * Claims keys for contacts; a key that somebody else has or is just claiming stays theirs. Waits for
 * transactions that claim the same key, so that afterwards `findOwners` tells the winner. The contacts may
 * be inserted later in the same transaction. Keys are claimed in one order everywhere: no deadlocks.
 */
export const claimKeys = async (
  ctx: Ctx,
  claims: { key: Key; contact_id: string }[],
): Promise<void> => {
  const sorted = claims.toSorted((a, b) => (keyText(a.key) < keyText(b.key) ? -1 : 1));
  const phones = sorted.flatMap(({ key, contact_id }) =>
    key.kind === 'phone' ? [{ ...key, contact_id }] : [],
  );
  const identities = sorted.flatMap(({ key, contact_id }) =>
    key.kind === 'identity' ? [{ ...key, contact_id }] : [],
  );
  if (phones.length > 0)
    await sql`
      insert into contact_phone (organization_id, id, contact_id, phone_number, raw, extension, is_preferred)
      select ${ctx.organization_id}, id, contact_id, phone_number, raw, extension,
             row_number() over (partition by contact_id order by n) = 1
               and not exists (select 1 from contact_phone p where p.organization_id = ${ctx.organization_id}
                               and p.contact_id = claim.contact_id and p.is_preferred)
      from unnest(${phones.map(() => newId())}::uuid[], ${phones.map((p) => p.contact_id)}::uuid[],
                  ${phones.map((p) => p.phone_number)}::text[], ${phones.map((p) => p.raw)}::text[],
                  ${phones.map((p) => p.extension)}::text[])
           with ordinality as claim (id, contact_id, phone_number, raw, extension, n)
      order by n
      on conflict (organization_id, phone_number) do nothing`.execute(ctx.db);
  if (identities.length > 0)
    await sql`
      insert into contact_identity (organization_id, channel, external_id, contact_id)
      select ${ctx.organization_id}, channel, external_id, contact_id
      from unnest(${identities.map((i) => i.channel)}::text[],
                  ${identities.map((i) => i.external_id)}::text[],
                  ${identities.map((i) => i.contact_id)}::uuid[])
           with ordinality as claim (channel, external_id, contact_id, n)
      order by n
      on conflict do nothing`.execute(ctx.db);
};

/** Gives identities that this transaction has just claimed to another contact. */
export const moveIdentities = async (
  ctx: Ctx,
  moves: { key: Key & { kind: 'identity' }; contact_id: string }[],
): Promise<void> => {
  for (const { key, contact_id } of moves)
    await ctx.db
      .updateTable('contact_identity')
      .set({ contact_id })
      .where('organization_id', '=', ctx.organization_id)
      .where('channel', '=', key.channel)
      .where('external_id', '=', key.external_id)
      .execute();
};

/** Prefers the first number of contacts that have numbers and prefer none. */
export const preferPhones = async (ctx: Ctx, contact_ids: string[]): Promise<void> => {
  await sql`
    update contact_phone p set is_preferred = true
    from (select distinct on (contact_id) id
          from contact_phone
          where organization_id = ${ctx.organization_id} and contact_id = any(${contact_ids}::uuid[])
          order by contact_id, is_preferred desc, created_at, id) first
    where p.organization_id = ${ctx.organization_id} and p.id = first.id and not p.is_preferred`.execute(
    ctx.db,
  );
};

export type NewContact = {
  id: string;
  first_name: string;
  last_name: string;
  source: string;
  is_sample: boolean;
  last_contacted_at: Date | null;
};

export const insertContacts = async (ctx: Ctx, contacts: NewContact[]): Promise<void> => {
  if (contacts.length === 0) return;
  await ctx.db
    .insertInto('contact')
    .values(contacts.map((contact) => ({ organization_id: ctx.organization_id, ...contact })))
    .execute();
};

/**
 * Locks contacts, in one order everywhere, before something is added to them: of two first numbers or
 * addresses that arrive at once, one is the preferred one.
 */
export const lockContacts = async (ctx: Ctx, ids: string[]): Promise<void> => {
  if (ids.length === 0) return;
  await ctx.db
    .selectFrom('contact')
    .select('id')
    .where('organization_id', '=', ctx.organization_id)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
};

/** Adds addresses to contacts that do not list them yet; a first one becomes the preferred one. @returns what it added */
export const insertEmails = async (
  ctx: Ctx,
  emails: { contact_id: string; email: string }[],
): Promise<{ contact_id: string; email: string }[]> => {
  if (emails.length === 0) return [];
  const { rows } = await sql<{ contact_id: string; email: string }>`
    insert into contact_email (organization_id, id, contact_id, email, is_preferred)
    select ${ctx.organization_id}, id, contact_id, email,
           row_number() over (partition by contact_id order by n) = 1
             and not exists (select 1 from contact_email e where e.organization_id = ${ctx.organization_id}
                             and e.contact_id = added.contact_id)
    from unnest(${emails.map(() => newId())}::uuid[], ${emails.map((e) => e.contact_id)}::uuid[],
                ${emails.map((e) => e.email)}::text[]) with ordinality as added (id, contact_id, email, n)
    on conflict (organization_id, contact_id, lower(email)) do nothing
    returning contact_id, email`.execute(ctx.db);
  return rows;
};

/** Names contacts that have none. @returns whom it named */
export const nameStubs = async (
  ctx: Ctx,
  names: { contact_id: string; first_name: string; last_name: string }[],
): Promise<string[]> => {
  if (names.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    update contact c set first_name = n.first_name, last_name = n.last_name,
           version = c.version + 1, updated_at = ${ctx.now()}
    from unnest(${names.map((n) => n.contact_id)}::uuid[], ${names.map((n) => n.first_name)}::text[],
                ${names.map((n) => n.last_name)}::text[]) as n (contact_id, first_name, last_name)
    where c.organization_id = ${ctx.organization_id} and c.id = n.contact_id
      and lower(trim(c.first_name)) in ('', 'unknown') and lower(trim(c.last_name)) in ('', 'unknown')
    returning c.id`.execute(ctx.db);
  return rows.map((row) => row.id);
};

/** Gives a number to a contact. @returns the contact that has it now, which may be another one */
export const claimPhone = async (
  ctx: Ctx,
  contact_id: string,
  phone: { phone_number: string; raw: string | null; extension: string | null },
): Promise<string> => {
  const key: Key = { kind: 'phone', ...phone };
  await claimKeys(ctx, [{ key, contact_id }]);
  return (await findOwners(ctx, [key])).get(keyText(key))!;
};

/** Lists an address with a contact and, unless another contact has it already, lets it identify them. */
export const claimEmail = async (ctx: Ctx, contact_id: string, email: string): Promise<void> => {
  await insertEmails(ctx, [{ contact_id, email }]);
  await claimKeys(ctx, [
    { key: { kind: 'identity', channel: 'email', external_id: email }, contact_id },
  ]);
};

/** Moves `last_contacted_at` forward, never back. */
export const touchContacts = async (
  ctx: Ctx,
  times: { contact_id: string; at: Date }[],
): Promise<void> => {
  if (times.length === 0) return;
  await sql`
    update contact c set last_contacted_at = t.at
    from (select contact_id, max(at) as at
          from unnest(${times.map((t) => t.contact_id)}::uuid[],
                      ${times.map((t) => t.at)}::timestamptz[]) as raw (contact_id, at)
          group by contact_id order by contact_id) t
    where c.organization_id = ${ctx.organization_id} and c.id = t.contact_id
      and (c.last_contacted_at is null or c.last_contacted_at < t.at)`.execute(ctx.db);
};
