import { describe, expect, test } from 'vitest';
import { buildContact, buildMember, buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import {
  check,
  countsOf,
  importContacts,
  run,
  uploadContacts,
} from './contact-imports.fixtures.ts';

const server = await testServer();

const CONTACTS = [
  'First Name;Last Name;Company;Mobile;Home Phone;E-mail;Street;City;Tags;Birthday;Status;Notes;Weather',
  'Anna;Berg;Lindgren & Co;0170 1234567;030 123456;Anna@Example.com;Hauptstraße 1;Berlin;VIP, Paris;12.04.1985;active;Likes tea;sunny',
  '"Ek";;;;+46 70 123 45 67;;;;;;;;',
  '',
].join('\r\n');

const owners = async () => buildOrganization(server, { default_country: 'DE' });

const find = async ({ owner }: Awaited<ReturnType<typeof owners>>, search: string) =>
  (await owner.client.listContacts({ query: { search } })).contacts;

describe('an upload', () => {
  test('tells columns, samples and a guess, and writes nothing', async () => {
    const home = await owners();
    const content = CONTACTS;
    const made = await uploadContacts(home.owner, { name: 'people.csv', content });
    expect(made).toMatchObject({
      file_name: 'people.csv',
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      has_header: true,
      status: 'waiting',
      country: 'DE',
      date_order: 'dmy',
      update: 'fill_empty',
      checked: null,
    });
    expect(made.columns[0]).toEqual({ name: 'First Name', samples: ['Anna', 'Ek'] });
    expect(made.mapping.find(({ column }) => column === 3)).toEqual({
      column: 3,
      target: 'phone',
      label: 'Mobile',
      confidence: 'sure',
    });
    expect(made.mapping.some(({ column }) => column === 12)).toBe(false);
    expect((await home.owner.client.listContacts({})).total_count).toBe(0);
    const { contact_imports } = await home.owner.client.listContactImports();
    expect(contact_imports).toEqual([made]);
  });

  test.each([
    [
      'UTF-16 with tabs',
      Buffer.from('\ufeffVorname\tTelefon\nJürgen\t030 123456\n', 'utf16le'),
      'utf-16le',
      '\t',
    ],
    [
      'Windows-1252',
      Buffer.from('Vorname;Telefon\nJürgen;030 123456\n', 'latin1'),
      'windows-1252',
      ';',
    ],
  ])('is read in %s', async (_, bytes, encoding, delimiter) => {
    const home = await owners();
    const content = new Uint8Array(bytes);
    const made = await uploadContacts(home.owner, { name: 'a.csv', content });
    expect(made).toMatchObject({ encoding, delimiter });
    expect(countsOf(await run(home.owner, made))).toMatchObject({ created: 1, rejected: 0 });
    expect(await find(home, 'jürgen')).toMatchObject([
      { first_name: 'Jürgen', phones: [{ phone_number: '+4930123456' }] },
    ]);
  });

  test('without a header, or read another way, is guessed anew', async () => {
    const { owner } = await owners();
    const content = 'Ann Lee|ann@example.com\nBo Ek|bo@example.com\n';
    const made = await uploadContacts(owner, { name: 'a.txt', content });
    expect(made).toMatchObject({
      has_header: false,
      delimiter: '|',
      columns: [{ name: 'Column 1' }, {}],
    });
    const params = { contact_import_id: made.id };
    const again = await owner.client.readContactImport({ params, body: { has_header: true } });
    expect(again.columns.map(({ name }) => name)).toEqual(['Ann Lee', 'ann@example.com']);
  });

  test.each([
    ['a workbook', 'PK\u0003\u0004...', 'NOT_CONTACTS'],
    ['a page', '<html></html>', 'NOT_CONTACTS'],
    ['nothing', '', 'EMPTY_FILE'],
    ['blank lines', '\n\n', 'NOT_CONTACTS'],
  ])('of %s is refused', async (_, content, code) => {
    const { owner } = await owners();
    const sent = uploadContacts(owner, { name: 'file', content });
    await expect(sent).rejects.toMatchObject({ status: 400, code });
    expect((await owner.client.listContactImports()).contact_imports).toEqual([]);
  });

  test('with a mapping that finds nobody is refused', async () => {
    const { owner } = await owners();
    const made = await uploadContacts(owner, { name: 'a.csv', content: CONTACTS });
    const params = { contact_import_id: made.id };
    for (const mapping of [
      [{ column: 7, target: 'city' as const }],
      [{ column: 99, target: 'name' as const }],
    ])
      await expect(
        owner.client.checkContactImport({ params, body: { mapping } }),
      ).rejects.toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });
});

describe('an import', () => {
  test('is checked first, then written with all its parts; the second time nothing changes', async () => {
    const home = await owners();
    const made = await uploadContacts(home.owner, { name: 'a.csv', content: CONTACTS });
    const checked = await check(home.owner, made);
    expect(checked).toMatchObject({ status: 'waiting', dry_run: true, error: null });
    expect(checked.checked).toEqual({ rows: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 });
    expect((await home.owner.client.listContacts({})).total_count).toBe(0);

    const done = await run(home.owner, made, { tag_name: 'Fair 2026' });
    expect(done).toMatchObject({ status: 'completed', dry_run: false, created: 2, rejected: 0 });
    const [anna] = await find(home, 'anna berg');
    expect(anna).toMatchObject({
      first_name: 'Anna',
      last_name: 'Berg',
      company: 'Lindgren & Co',
      status: 'active',
      source: 'import',
      date_of_birth: '1985-04-12',
      phones: [
        { phone_number: '+491701234567', label: 'Mobile', is_preferred: true },
        { phone_number: '+4930123456', label: 'Home', is_preferred: false },
      ],
      emails: [{ email: 'anna@example.com', is_preferred: true }],
      addresses: [{ street: 'Hauptstraße 1', city: 'Berlin', is_primary: true }],
      tags: [{ name: 'Fair 2026' }, { name: 'Paris' }, { name: 'VIP' }],
    });
    const params = { contact_id: anna!.id };
    const { notes } = await home.owner.client.listNotes({ params });
    expect(notes).toMatchObject([{ body: 'Likes tea', area: 'general' }]);
    const { changes } = await home.owner.client.listChanges({ params });
    expect(changes).toMatchObject([
      { way: 'import', member_id: home.owner.member_id, field: 'contact', after: 'created' },
    ]);

    const again = await importContacts(home.owner, CONTACTS, { tag_name: 'Fair 2026' });
    expect(countsOf(again)).toEqual({ rows: 2, created: 0, updated: 0, unchanged: 2, rejected: 0 });
    expect(await find(home, 'anna berg')).toEqual([anna]);
  });

  test('fills what is empty or overwrites, as told; a number only adds', async () => {
    const home = await owners();
    const { id } = await buildContact(home.ctx, {
      first_name: 'Anna',
      last_name: 'Old',
      phone_number: '+491701234567',
      job_title: 'Clerk',
    });
    const text =
      'Phone,Last name,Company,Job title,Work phone\n0170 1234567,New,Acme,Chief,030 123456\n';
    const filled = await importContacts(home.owner, text);
    expect(countsOf(filled)).toMatchObject({ created: 0, updated: 1 });
    const params = { contact_id: id };
    expect(await home.owner.client.getContact({ params })).toMatchObject({
      last_name: 'Old',
      job_title: 'Clerk',
      company: 'Acme',
      phones: [{ phone_number: '+491701234567' }, { phone_number: '+4930123456', label: 'Work' }],
      version: 2,
    });
    expect(countsOf(await importContacts(home.owner, text))).toMatchObject({ unchanged: 1 });
    const overwritten = await importContacts(home.owner, text, { update: 'overwrite' });
    expect(countsOf(overwritten)).toMatchObject({ updated: 1 });
    expect(await home.owner.client.getContact({ params })).toMatchObject({
      last_name: 'New',
      job_title: 'Chief',
    });
    const { changes } = await home.owner.client.listChanges({ params });
    expect(changes.filter(({ way }) => way === 'import')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'company', before: null, after: 'Acme' }),
        expect.objectContaining({ field: 'last_name', before: 'Old', after: 'New' }),
        expect.objectContaining({ field: 'phone', before: null, after: '+4930123456 (Work)' }),
      ]),
    );
  });

  test('finds by external id, then phone, then e-mail, and never lifts a do not contact', async () => {
    const home = await owners();
    const first =
      'ID,Name,Phone,Email,Status\n7,Ann Lee,030 1111111,ann@example.com,do not contact\n';
    await importContacts(home.owner, first);
    const rows = [
      '7,,030 2222222,,active',
      ',,030 2222222,lee@example.com,active',
      ',,,LEE@example.com,',
      ',Somebody Else,,,',
    ];
    const done = await importContacts(
      home.owner,
      `ID,Name,Phone,Email,Status\n${rows.join('\n')}\n`,
      {
        update: 'overwrite',
      },
    );
    expect(countsOf(done)).toEqual({ rows: 4, created: 1, updated: 2, unchanged: 1, rejected: 0 });
    expect(await find(home, 'ann lee')).toMatchObject([
      {
        status: 'do_not_contact',
        external_id: '7',
        phones: [{ phone_number: '+49301111111' }, { phone_number: '+49302222222' }],
        emails: [{ email: 'ann@example.com' }, { email: 'lee@example.com' }],
      },
    ]);
  });

  test('refuses a row whose keys belong to two contacts, and names both', async () => {
    const home = await owners();
    await importContacts(
      home.owner,
      'Name,Phone,Email\nAnn Lee,030 1111111,\nBo Ek,,bo@example.com\n',
    );
    const done = await importContacts(home.owner, 'Phone,Email\n030 1111111,bo@example.com\n');
    expect(countsOf(done)).toMatchObject({ rejected: 1, updated: 0 });
    const params = { contact_import_id: done.id };
    expect(await home.owner.client.listContactRejections({ params })).toMatchObject({
      total_count: 1,
      rejections: [
        {
          line: 2,
          reason:
            '+49301111111 belongs to Ann Lee, but bo@example.com to Bo Ek: merge the two, or part the row.',
          cells: ['030 1111111', 'bo@example.com'],
        },
      ],
    });
  });

  test('gives back the rows it could not take, to be mended and imported', async () => {
    const home = await owners();
    const text = [
      'Name,Phone,Email,Status,Birthday,City',
      'Ann Lee,12,,,,',
      'Bo Ek,,not an address,gone,31.02.1990,"=cmd|x"',
      ',,,,,Berlin',
      'Cy Good,030 1111111,,,,',
    ].join('\n');
    const done = await importContacts(home.owner, text);
    expect(countsOf(done)).toMatchObject({ created: 1, rejected: 3 });
    const params = { contact_import_id: done.id };
    const csv = await home.owner.client.exportContactRejections({ params });
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe('Name,Phone,Email,Status,Birthday,City,Reason');
    expect(lines[1]).toMatch(/^Ann Lee,12,,,,,"""12"" has too many or too few digits/);
    expect(lines[2]).toContain(`'=cmd|x`);
    expect(lines[2]).toContain('is not an e-mail address');
    expect(lines[2]).toContain('is not a status');
    expect(lines[2]).toContain('is not a date');
    expect(lines[3]).toContain('neither a name nor a company');
    const mended = csv
      .replace(',12,', ',030 2222222,')
      .replace('not an address', 'bo@example.com')
      .replace('gone', 'inactive')
      .replace('31.02.1990', '28.02.1990');
    expect(countsOf(await importContacts(home.owner, mended))).toMatchObject({
      created: 2,
      rejected: 1,
    });
    expect(await find(home, 'bo ek')).toMatchObject([
      { status: 'inactive', addresses: [{ city: '=cmd|x' }] },
    ]);
  });

  test('of vCards takes each card', async () => {
    const home = await owners();
    const content = [
      'BEGIN:VCARD\nVERSION:3.0\nN:Lee;Ann;;;\nTEL;TYPE=CELL:0170 1234567\nNOTE:Met at the fair\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:2.1\nN:Ek;Bo\nTEL;WORK:nonsense\nEND:VCARD\n',
    ].join('\n');
    const made = await uploadContacts(home.owner, { name: 'people.vcf', content });
    expect(made).toMatchObject({ format: 'vcard', delimiter: null, mapping: [] });
    expect(made.columns[0]).toEqual({ name: 'Name', samples: ['Ann Lee', 'Bo Ek'] });
    const done = await run(home.owner, made);
    expect(countsOf(done)).toMatchObject({ rows: 2, created: 1, rejected: 1 });
    expect(await find(home, 'ann lee')).toMatchObject([
      { phones: [{ phone_number: '+491701234567', label: 'Mobile' }] },
    ]);
  });

  test('of a CSV with a quote that is never closed says where, before and after', async () => {
    const { owner } = await owners();
    const content = 'Name,Phone\nAnn Lee,030 1111111\nBo "Ek,\n"Cy,030 2222222\nDi,\n';
    const made = await uploadContacts(owner, { name: 'a.csv', content });
    const checked = await check(owner, made);
    expect(checked).toMatchObject({ status: 'waiting', checked: null });
    expect(checked.error).toMatch(/never closed/);
    expect(await run(owner, made)).toMatchObject({ status: 'failed', error: checked.error });
  });

  test('that is over cannot be run again; a member may not import', async () => {
    const { ctx, owner } = await owners();
    const done = await importContacts(owner, 'Name\nAnn Lee\n');
    const params = { contact_import_id: done.id };
    await expect(owner.client.runContactImport({ params, body: {} })).rejects.toMatchObject({
      status: 409,
      code: 'CONTACT_IMPORT_BUSY',
    });
    expect(await owner.client.cancelContactImport({ params })).toEqual(done);
    const member = await buildMember(ctx, 'member');
    const refused = uploadContacts(member, { name: 'a.csv', content: 'Name\nAnn\n' });
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });

  test('that waits is forgotten when it is cancelled', async () => {
    const { owner } = await owners();
    const made = await uploadContacts(owner, { name: 'a.csv', content: CONTACTS });
    const params = { contact_import_id: made.id };
    expect(await owner.client.cancelContactImport({ params })).toMatchObject({
      status: 'cancelled',
    });
  });
});
