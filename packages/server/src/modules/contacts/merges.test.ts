import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildMessage,
  buildOrganization,
  buildPhone,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import {
  DERIVED_TABLES,
  FOLLOWING_TABLES,
  MOVED_TABLES,
  SETTLED_TABLES,
} from './merges.queries.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server, { default_country: 'US' });
const { client } = owner;
const { tags } = await client.listTags();

const TABLES = ['contact', ...SETTLED_TABLES, ...MOVED_TABLES].filter(
  (table) => table !== 'contact_merge',
);

/** Every row of the organization that belongs to a contact, byte for byte. */
const dump = async () => {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(table)} t
      where organization_id = ${ctx.organization_id} order by 1`.execute(ctx.db);
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
};

const merge = async (contact_id: string, other_id: string, take: 'company'[] = []) =>
  client.mergeContacts({ params: { contact_id }, body: { other_id, take } });
const undo = async (merge_id: string) => client.undoMerge({ params: { merge_id } });

const insertNote = async (contact_id: string, area: string) => {
  const { organization_id } = ctx;
  const kind = { visibility: 'user_visible', origin: 'system', area, body: `${area} ${newId()}` };
  await ctx.db
    .insertInto('contact_note')
    .values({ ...kind, organization_id, id: newId(), contact_id })
    .execute();
};

const insertEvidence = async (contact_id: string, field: string) => {
  const { organization_id } = ctx;
  const run_id = newId();
  const run = { engine: 'local', message_count: 1, extraction: '{"a": [1.50]}' };
  await ctx.db
    .insertInto('enrichment_run')
    .values({ ...run, organization_id, id: run_id, contact_id })
    .execute();
  await ctx.db
    .insertInto('contact_evidence')
    .values({ organization_id, contact_id, field, value: newId(), run_id })
    .execute();
};

const someone = fc.record({
  first_name: fc.constantFrom('', 'Unknown', 'Ada', 'Bo'),
  company: fc.constantFrom(null, 'Acme', 'Globex'),
  status: fc.constantFrom('active' as const, 'do_not_contact' as const),
  phones: fc.nat(2),
  emails: fc.subarray(['a@x.test', 'b@x.test', 'c@x.test']),
  addresses: fc.nat(2),
  tags: fc.subarray([0, 1, 2]),
  assigned: fc.boolean(),
  memory: fc.boolean(),
  evidence: fc.subarray(['company', 'job_title']),
  messages: fc.nat(2),
});
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;

const build = async (like: Someone): Promise<string> => {
  const { first_name, company, status } = like;
  const { id } = await client.createContact({ body: { first_name, company, status } });
  const params = { contact_id: id };
  for (let i = 0; i < like.phones; i++)
    await client.createPhone({ params, body: { phone_number: buildPhone() } });
  for (const email of like.emails) await client.createEmail({ params, body: { email } });
  for (let i = 0; i < like.addresses; i++)
    await client.createAddress({ params, body: { city: `City ${i}` } });
  for (const tag of like.tags)
    await client.tagContact({ params: { ...params, tag_id: tags[tag]!.id } });
  if (like.assigned)
    await ctx.db
      .insertInto('contact_user')
      .values({ organization_id: ctx.organization_id, contact_id: id, member_id: owner.member_id })
      .execute();
  await insertNote(id, 'general');
  if (like.memory) await insertNote(id, 'memory');
  for (const field of like.evidence) await insertEvidence(id, field);
  for (let i = 0; i < like.messages; i++) await buildMessage(ctx, { contact_id: id });
  return id;
};

test('every table that refers to contacts is merged', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'contact'::regclass`.execute(ctx.db);
  const known: string[] = [
    ...SETTLED_TABLES,
    ...MOVED_TABLES,
    ...FOLLOWING_TABLES,
    ...DERIVED_TABLES,
  ];
  expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

test('a merge that is undone leaves every row as it was', async () => {
  await fc.assert(
    fc.asyncProperty(someone, someone, fc.boolean(), async (one, two, takes) => {
      const [contact_id, other_id] = [await build(one), await build(two)];
      const before = await dump();
      const { merge: merged, contact } = await merge(
        contact_id,
        other_id,
        takes ? ['company'] : [],
      );
      expect(contact.phones).toHaveLength(one.phones + two.phones);
      expect(contact.phones.filter((phone) => phone.is_preferred)).toHaveLength(
        Math.min(1, one.phones + two.phones),
      );
      expect(contact.emails).toHaveLength(new Set([...one.emails, ...two.emails]).size);
      expect(contact.tags).toHaveLength(new Set([...one.tags, ...two.tags]).size);
      const after = await dump();
      for (const table of ['message', 'enrichment_run', 'contact_address'])
        expect(after[table]).toHaveLength(before[table]!.length);
      await undo(merged.id);
      expect(await dump()).toEqual(before);
      for (const id of [contact_id, other_id])
        await client.removeContact({ params: { contact_id: id } });
    }),
    { numRuns: 12 },
  );
}, 120_000);

describe('a merge', () => {
  test('keeps what the contact has, fills what it lacks, and takes what it is told to', async () => {
    const one = await buildContact(ctx, { company: 'Acme', first_name: '', last_name: '' });
    const two = await buildContact(ctx, {
      first_name: 'Ada',
      last_name: 'Byron',
      company: 'Globex',
      job_title: 'Engineer',
      status: 'do_not_contact',
    });
    const params = { contact_id: one.id };
    const body = { other_id: two.id };
    const { fields } = await client.previewMerge({ params, body });
    const winners = Object.fromEntries(fields.map(({ field, winner }) => [field, winner]));
    expect(winners).toMatchObject({
      name: 'other',
      company: 'contact',
      job_title: 'other',
      status: 'other',
    });
    const { contact } = await merge(one.id, two.id, ['company']);
    expect(contact).toMatchObject({
      first_name: 'Ada',
      last_name: 'Byron',
      company: 'Globex',
      job_title: 'Engineer',
      status: 'do_not_contact',
      version: one.version + 1,
    });
    await expect(client.getContact({ params: { contact_id: two.id } })).rejects.toMatchObject({
      code: 'CONTACT_NOT_FOUND',
    });
    const { changes } = await client.listChanges({ params });
    expect(changes[0]).toMatchObject({ way: 'merge', field: 'merge', after: 'Ada Byron' });
  });

  test('with itself or with nobody is refused', async () => {
    const { id } = await buildContact(ctx);
    await expect(merge(id, id)).rejects.toMatchObject({
      status: 400,
      details: { fields: [{ field: 'other_id' }] },
    });
    await expect(merge(id, newId())).rejects.toMatchObject({ code: 'CONTACT_NOT_FOUND' });
  });

  test('is undone although they have written since; what they wrote stays', async () => {
    const [one, two] = [await buildContact(ctx), await buildContact(ctx)];
    const { merge: merged } = await merge(one.id, two.id);
    const at = new Date('2026-12-01T00:00:00Z');
    const message = await buildMessage(ctx, { contact_id: one.id, created_at: at });
    const { contact, other } = await undo(merged.id);
    expect(contact.last_contacted_at).toBe(at.toISOString());
    expect(other).toEqual(two);
    const { messages } = await client.listMessages({ query: { contact_id: one.id } });
    expect(messages.map(({ id }) => id)).toEqual([message.id]);
  });

  test('cannot be undone twice, nor over what somebody changed since', async () => {
    const [one, two] = [await buildContact(ctx), await buildContact(ctx)];
    const { merge: first } = await merge(one.id, two.id);
    await undo(first.id);
    await expect(undo(first.id)).rejects.toMatchObject({ code: 'MERGE_UNDONE' });
    const { merge: second } = await merge(one.id, two.id);
    await client.updateContact({ params: { contact_id: one.id }, body: { company: 'New' } });
    const before = await dump();
    await expect(undo(second.id)).rejects.toMatchObject({
      status: 409,
      code: 'MERGE_KEPT',
      message: 'The merge cannot be undone: the contact was changed since.',
    });
    expect(await dump()).toEqual(before);
  });

  test('of a merged contact is undone before the one inside it', async () => {
    const [a, b, c] = [await buildContact(ctx), await buildContact(ctx), await buildContact(ctx)];
    const { merge: inner } = await merge(b.id, c.id);
    const { merge: outer } = await merge(a.id, b.id);
    await expect(undo(inner.id)).rejects.toMatchObject({ code: 'MERGE_KEPT' });
    await undo(outer.id);
    expect((await undo(inner.id)).other).toEqual(c);
    expect(await client.getContact({ params: { contact_id: b.id } })).toEqual(b);
  });

  test('leaves nothing of the other person when the contact is deleted', async () => {
    const one = await buildContact(ctx);
    const two = await buildContact(ctx, { last_name: 'Vanishing' });
    await merge(one.id, two.id);
    await client.removeContact({ params: { contact_id: one.id } });
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from contact_change
      where organization_id = ${ctx.organization_id} and after like '%Vanishing%'`.execute(ctx.db);
    expect(rows[0]!.n).toBe(0);
  });
});

describe('duplicates', () => {
  test('are found by address, by form of a number, and by name and company', async () => {
    const company = `Firm ${newId()}`;
    const one = await buildContact(ctx, {
      first_name: 'Jonathan',
      last_name: 'Smith',
      company,
      email: 'jon@dup.test',
      phone_number: '+525512345678',
    });
    const mail = await buildContact(ctx, { email: 'Jon@dup.test' });
    const mexican = await buildContact(ctx, { phone_number: '+5215512345678' });
    const alike = await buildContact(ctx, { first_name: 'Jonathon', last_name: 'Smith', company });
    await buildContact(ctx, { first_name: 'Wanda', last_name: 'Ruiz', company });
    await buildContact(ctx, { first_name: 'Jonathan', last_name: 'Smith', company: 'Elsewhere' });
    const { duplicates } = await client.listDuplicates({ params: { contact_id: one.id } });
    const found = duplicates.map(({ contact, reasons }) => [contact.id, reasons]);
    expect(found).toHaveLength(3);
    expect(Object.fromEntries(found)).toEqual({
      [mail.id]: ['email'],
      [mexican.id]: ['phone'],
      [alike.id]: ['name_and_company'],
    });
  });
});
