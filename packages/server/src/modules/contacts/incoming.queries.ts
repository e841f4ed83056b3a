import { sql } from 'kysely';
import type { ContactField } from '@rapport/domain/transfer/contacts/contact-fields';
import type { Address } from '@rapport/domain/transfer/contacts/raw-contact';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';

/** The contacts that have one of these keys; an id that was merged away leads to who remains. */
export const findByKeys = async (
  ctx: Ctx,
  keys: { ids: string[]; external_ids: string[]; phones: string[]; emails: string[] },
): Promise<{ contact_ids: string[]; merged: Map<string, string> }> => {
  const org = ctx.organization_id;
  const { rows } = await sql<{ id: string; merged_id: string | null }>`
    select id, null::uuid as merged_id from contact
      where organization_id = ${org} and id = any(${keys.ids}::uuid[])
    union all
    select contact_id, other_id from contact_merge
      where organization_id = ${org} and other_id = any(${keys.ids}::uuid[]) and undone_at is null
    union all
    select id, null from contact
      where organization_id = ${org} and external_id = any(${keys.external_ids}::text[])
    union all
    select contact_id, null from contact_phone
      where organization_id = ${org} and phone_number = any(${keys.phones}::text[])
    union all
    select contact_id, null from contact_email
      where organization_id = ${org} and lower(email) = any(${keys.emails}::text[])
    union all
    select contact_id, null from contact_identity
      where organization_id = ${org} and channel = 'email' and external_id = any(${keys.emails}::text[])`.execute(
    ctx.db,
  );
  const merged = new Map<string, string>();
  for (const { id, merged_id } of rows) if (merged_id) merged.set(merged_id, id);
  return { contact_ids: [...new Set(rows.map((row) => row.id))], merged };
};

/** E-mail addresses that identify a contact without being listed with it. */
export const listEmailOwners = async (
  ctx: Ctx,
  emails: string[],
): Promise<{ email: string; contact_id: string }[]> =>
  ctx.db
    .selectFrom('contact_identity')
    .select(['external_id as email', 'contact_id'])
    .where('organization_id', '=', ctx.organization_id)
    .where('channel', '=', 'email')
    .where('external_id', '=', sql<string>`any(${emails}::text[])`)
    .execute();

type Fields = Partial<Record<ContactField, string>>;

/** Inserts new contacts; their numbers are claimed before, in the same transaction. */
export const insertContacts = async (
  ctx: Ctx,
  contacts: { id: string; fields: Fields }[],
): Promise<void> => {
  if (contacts.length === 0) return;
  const rows = contacts.map(({ id, fields }) => ({ id, ...fields }));
  await sql`
    insert into contact (organization_id, id, first_name, last_name, company, job_title, source, status,
      pipeline_stage, external_id, timezone, preferred_language, date_of_birth, gender, avatar_url, ai_summary,
      created_at, updated_at)
    select ${ctx.organization_id}, id, coalesce(first_name, ''), coalesce(last_name, ''), company, job_title,
      source, status, pipeline_stage, external_id, timezone, preferred_language, date_of_birth, gender,
      avatar_url, ai_summary, ${ctx.now()}, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, first_name text, last_name text,
      company text, job_title text, source text, status text, pipeline_stage text, external_id text,
      timezone text, preferred_language text, date_of_birth date, gender text, avatar_url text,
      ai_summary text)`.execute(ctx.db);
};

/** Writes the fields that are given, and counts a change for each contact. */
export const updateContacts = async (
  ctx: Ctx,
  contacts: { id: string; fields: Fields }[],
): Promise<void> => {
  if (contacts.length === 0) return;
  const rows = contacts.map(({ id, fields }) => ({ id, ...fields }));
  await sql`
    update contact c set
      first_name = coalesce(row.first_name, c.first_name), last_name = coalesce(row.last_name, c.last_name),
      company = coalesce(row.company, c.company), job_title = coalesce(row.job_title, c.job_title),
      source = coalesce(row.source, c.source), status = coalesce(row.status, c.status),
      pipeline_stage = coalesce(row.pipeline_stage, c.pipeline_stage),
      external_id = coalesce(row.external_id, c.external_id), timezone = coalesce(row.timezone, c.timezone),
      preferred_language = coalesce(row.preferred_language, c.preferred_language),
      date_of_birth = coalesce(row.date_of_birth, c.date_of_birth), gender = coalesce(row.gender, c.gender),
      avatar_url = coalesce(row.avatar_url, c.avatar_url), ai_summary = coalesce(row.ai_summary, c.ai_summary),
      version = c.version + 1, updated_at = ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, first_name text, last_name text,
      company text, job_title text, source text, status text, pipeline_stage text, external_id text,
      timezone text, preferred_language text, date_of_birth date, gender text, avatar_url text,
      ai_summary text)
    where c.organization_id = ${ctx.organization_id} and c.id = row.id`.execute(ctx.db);
};

type Part = { contact_id: string; label: string | null; is_first: boolean };

/** Parts are listed in the order in which they came: a thousandth of a second between two of them. */
const later = (ctx: Ctx) => sql`${ctx.now()}::timestamptz + n * interval '1 millisecond'`;

/**
 * Adds numbers. @returns how many it added: fewer than given when somebody else just took one
 */
export const insertPhones = async (
  ctx: Ctx,
  phones: (Part & { phone_number: string; raw: string; extension: string | null })[],
): Promise<number> => {
  if (phones.length === 0) return 0;
  const rows = phones
    .map((phone, n) => ({ ...phone, n, id: newId() }))
    // In one order everywhere: two imports never wait for each other's numbers.
    .toSorted((a, b) => (a.phone_number < b.phone_number ? -1 : 1));
  const { numAffectedRows } = await sql`
    insert into contact_phone (organization_id, id, contact_id, phone_number, raw, extension, label,
      is_preferred, created_at)
    select ${ctx.organization_id}, id, contact_id, phone_number, raw, extension, label, is_first, ${later(ctx)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, contact_id uuid,
      phone_number text, raw text, extension text, label text, is_first boolean, n int)
    on conflict (organization_id, phone_number) do nothing`.execute(ctx.db);
  return Number(numAffectedRows);
};

/** Adds addresses, and lets each identify its contact unless it identifies another one already. */
export const insertEmails = async (
  ctx: Ctx,
  emails: (Part & { email: string })[],
): Promise<void> => {
  if (emails.length === 0) return;
  const rows = JSON.stringify(
    emails
      .map((email, n) => ({ ...email, n, id: newId() }))
      .toSorted((a, b) => (a.email < b.email ? -1 : 1)),
  );
  await sql`
    insert into contact_identity (organization_id, channel, external_id, contact_id)
    select ${ctx.organization_id}, 'email', email, contact_id
    from jsonb_to_recordset(${rows}::jsonb) as row (contact_id uuid, email text)
    on conflict do nothing`.execute(ctx.db);
  await sql`
    insert into contact_email (organization_id, id, contact_id, email, label, is_preferred, created_at)
    select ${ctx.organization_id}, id, contact_id, email, label, is_first, ${later(ctx)}
    from jsonb_to_recordset(${rows}::jsonb) as row (id uuid, contact_id uuid, email text, label text,
      is_first boolean, n int)
    on conflict (organization_id, contact_id, lower(email)) do nothing`.execute(ctx.db);
};

export const insertAddresses = async (ctx: Ctx, addresses: (Part & Address)[]): Promise<void> => {
  if (addresses.length === 0) return;
  const rows = addresses.map((address, n) => ({ ...address, n, id: newId() }));
  await sql`
    insert into contact_address (organization_id, id, contact_id, label, street, city, state, zip, country,
      is_primary, created_at)
    select ${ctx.organization_id}, id, contact_id, label, street, city, state, zip, country, is_first, ${later(ctx)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, contact_id uuid, label text,
      street text, city text, state text, zip text, country text, is_first boolean, n int)`.execute(
    ctx.db,
  );
};

export const labelPhones = async (
  ctx: Ctx,
  labels: { phone_number: string; label: string }[],
): Promise<void> => {
  if (labels.length === 0) return;
  await sql`
    update contact_phone p set label = row.label
    from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb) as row (phone_number text, label text)
    where p.organization_id = ${ctx.organization_id} and p.phone_number = row.phone_number`.execute(
    ctx.db,
  );
};

export const labelEmails = async (
  ctx: Ctx,
  labels: { contact_id: string; email: string; label: string }[],
): Promise<void> => {
  if (labels.length === 0) return;
  await sql`
    update contact_email e set label = row.label
    from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb) as row (contact_id uuid, email text, label text)
    where e.organization_id = ${ctx.organization_id} and e.contact_id = row.contact_id
      and e.email = row.email`.execute(ctx.db);
};

export const insertTaggings = async (
  ctx: Ctx,
  taggings: { contact_id: string; tag_id: string }[],
): Promise<void> => {
  if (taggings.length === 0) return;
  await sql`
    insert into contact_tagging (organization_id, contact_id, tag_id)
    select ${ctx.organization_id}, contact_id, tag_id
    from jsonb_to_recordset(${JSON.stringify(taggings)}::jsonb) as row (contact_id uuid, tag_id uuid)
    on conflict do nothing`.execute(ctx.db);
};
