import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddress } from '../contacts/addresses.service.ts';
import { createEmail } from '../contacts/emails.service.ts';
import { createPhone } from '../contacts/phones.service.ts';
import { createTag, tagContact } from '../tags/tags.service.ts';
import {
  buildContact,
  buildOrganization,
  buildPhone,
  type TestCtx,
} from '../../platform/testing/builders.ts';
import { systemCtx } from '../../platform/jobs/jobs.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import {
  check,
  comparable,
  countsOf,
  importContacts,
  uploadContacts,
} from './contact-imports.fixtures.ts';
import { startPass } from './contact-imports.service.ts';
import { runContactImport } from './contact-run.service.ts';

const server = await testServer();

const TEXTS = [
  '=1+1',
  "'=x",
  '+49',
  '-',
  '@a',
  'Åsa "Ann", Berg; x',
  'line\nbreak',
  '张伟',
  "O'Neill",
];

/** Contacts with everything, of texts that files and spreadsheets stumble over. */
const buildOdd = async (ctx: TestCtx, first_name: string, i: number): Promise<string> => {
  const [last_name, company, job_title] = [1, 2, 3].map((n) => TEXTS[(i + n) % TEXTS.length]!);
  const { id } = await buildContact(ctx, {
    first_name,
    last_name: last_name!,
    company: company!,
    job_title: job_title!,
    status: i % 2 ? 'active' : 'do_not_contact',
    pipeline_stage: 'lead',
    timezone: 'Europe/Berlin',
    email: `odd${i}@example.com`,
  });
  await createPhone(ctx, id, {
    phone_number: buildPhone(),
    label: TEXTS[i % TEXTS.length]!,
    is_preferred: true,
  });
  await createPhone(ctx, id, { phone_number: buildPhone() });
  // Shared by all of them.
  await createEmail(ctx, id, { email: 'family@example.com', label: 'Family' });
  for (const label of ['Home', 'Work'])
    await createAddress(ctx, id, { label, street: TEXTS[i % TEXTS.length]!, city: 'Berlin' });
  return id;
};

const buildOddities = async (ctx: TestCtx): Promise<void> => {
  const tag = await createTag(ctx, { name: 'Paris, "Lyon"; x', color: '#6366f1' });
  for (const [i, text] of TEXTS.entries()) {
    const id = await buildOdd(ctx, text, i);
    if (i % 2) await tagContact(ctx, id, tag.id);
  }
  // Two that nothing but the id tells apart, and one with nothing but a company.
  for (let i = 0; i < 2; i++)
    await buildContact(ctx, {
      first_name: 'Twin',
      last_name: 'One',
      phone_number: '',
      email: 'twin@example.com',
    });
  await buildContact(ctx, {
    first_name: '',
    last_name: '',
    phone_number: '',
    company: 'Only Inc.',
  });
};

describe.each([
  ['csv', 'contacts.csv'],
  ['vcard', 'contacts.vcf'],
] as const)('an export as %s', (format, name) => {
  test('imports into another organization to the same contacts, and into its own to nothing', async () => {
    const home = await buildOrganization(server);
    await buildOddities(home.ctx);
    const content = await home.owner.client.exportContacts({ body: { filter: {}, format } });
    const all = (await home.owner.client.listContacts({})).total_count;
    expect(all).toBe(TEXTS.length + 3);

    const abroad = await buildOrganization(server, { default_country: 'DE' });
    const done = await importContacts(abroad.owner, { name, content });
    expect(countsOf(done)).toEqual({
      rows: all,
      created: all,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
    expect(await comparable(abroad.owner)).toEqual(await comparable(home.owner));

    for (const { owner } of [home, abroad]) {
      const again = await importContacts(owner, { name, content }, { update: 'overwrite' });
      expect(countsOf(again)).toMatchObject({ unchanged: all, rejected: 0 });
    }
  });
});

/** Rows in which the same people come again and again: by one key, by another, with more and other values. */
const manyRows = (rows: number): string => {
  const lines = ['External ID,Name,Phone,Email,Company,Tags'];
  for (let i = 0; i < rows; i++) {
    const who = (i * 7919) % Math.floor(rows / 2);
    const phone = i % 3 === 0 ? '' : `+1212${3_000_000 + who}`;
    const email = i % 3 === 1 ? '' : `person${who}@example.com`;
    const bad = i % 97 === 0 ? 'x@' : email;
    lines.push(`E${who},Person ${who},${phone},${bad},Company ${i % 5},Tag ${i % 3}`);
  }
  return `${lines.join('\n')}\n`;
};

describe('a long import', () => {
  test('counts in its dry run what it then does, and is done once wherever it was cut short', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const made = await uploadContacts(owner, { name: 'a.csv', content: manyRows(2500) });
    const { checked } = await check(owner, made);

    await startPass(ctx, made.id, {}, false, false);
    const system = systemCtx(server.base, ctx.organization_id, 'test');
    const cut = new AbortController();
    // Stopped before the second batch, as a process that ends stops it; then killed in the middle of one.
    let batches = 0;
    const stopping = { ...system, now: () => (batches++ > 3 && cut.abort(), system.now()) };
    await expect(runContactImport(stopping, made.id, false, cut.signal)).rejects.toThrow('aborted');
    const params = { contact_import_id: made.id };
    const cutShort = await owner.client.getContactImport({ params });
    expect(cutShort.status).toBe('running');
    expect(cutShort.rows).toBeGreaterThan(0);
    expect(cutShort.rows).toBeLessThan(2500);

    await runContactImport(system, made.id, true);
    const done = await owner.client.getContactImport({ params });
    expect(done.status).toBe('completed');
    expect(countsOf(done)).toEqual(checked);
    expect((await owner.client.listContacts({})).total_count).toBe(done.created);
    const again = await importContacts(owner, manyRows(2500));
    expect(countsOf(again)).toMatchObject({ created: 0, updated: 0, rejected: done.rejected });
  });

  test('that is cancelled keeps what is in', async () => {
    const { owner } = await buildOrganization(server);
    const made = await uploadContacts(owner, { name: 'a.csv', content: manyRows(2400) });
    const params = { contact_import_id: made.id };
    await owner.client.runContactImport({ params, body: {} });
    expect(await owner.client.cancelContactImport({ params })).toMatchObject({
      status: 'cancelled',
    });
    const done = await importContacts(owner, manyRows(2400));
    expect(done.status).toBe('completed');
    expect((await owner.client.listContacts({})).total_count).toBe(1200);
  });
});

test(
  'any contacts make the same contacts in another organization',
  { timeout: 60_000 },
  async () => {
    const text = fc
      .string({
        unit: fc.constantFrom(
          ...'aZ9 éß张👍"\'=+-@,;|:\
	',
        ),
        minLength: 1,
        maxLength: 30,
      })
      .map((value) => value.normalize('NFC').trim())
      .filter((value) => value !== '' && value.isWellFormed() && !/^unknown$/i.test(value));
    const person = fc.record({
      first_name: text,
      last_name: text,
      company: fc.option(text, { nil: null }),
      email: fc.option(fc.constantFrom('a@example.com', 'b@example.com'), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 3, maxLength: 6 }), async (people) => {
        const [home, abroad] = [await buildOrganization(server), await buildOrganization(server)];
        for (const { email, ...values } of people)
          await buildContact(home.ctx, { ...values, ...(email ? { email } : {}) });
        const content = await home.owner.client.exportContacts({ body: { filter: {} } });
        const done = await importContacts(abroad.owner, content);
        expect(countsOf(done)).toMatchObject({ created: people.length, rejected: 0 });
        expect(await comparable(abroad.owner)).toEqual(await comparable(home.owner));
      }),
      { numRuns: 5 },
    );
  },
);
