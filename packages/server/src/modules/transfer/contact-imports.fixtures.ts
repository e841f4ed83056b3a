// Files of contacts, uploaded, checked and imported over HTTP as a browser does it.
import type { ContactImport, ContactImportSettings } from '@rapport/contract/contact-imports.api';
import type { TestCaller } from '../../platform/testing/builders.ts';
import { until } from '../../platform/testing/waiting.ts';

type File = { name: string; content: string | Uint8Array<ArrayBuffer> };

/** Uploads a file of contacts. @returns the import, with its columns and the guess */
export const uploadContacts = async (
  { client }: TestCaller,
  file: File,
): Promise<ContactImport> => {
  const form = new FormData();
  form.set('file', new Blob([file.content]), file.name);
  return client.createContactImport({ body: form } as object);
};

const over = ({ client }: TestCaller, contact_import_id: string): Promise<ContactImport> =>
  until(`contact import ${contact_import_id}`, async () => {
    const found = await client.getContactImport({ params: { contact_import_id } });
    return ['queued', 'running'].includes(found.status) ? null : found;
  });

/** A dry run, to its end. */
export const check = async (
  caller: TestCaller,
  { id }: ContactImport,
  settings: ContactImportSettings = {},
): Promise<ContactImport> => {
  const params = { contact_import_id: id };
  await caller.client.checkContactImport({ params, body: settings });
  return over(caller, id);
};

/** The import itself, to its end. */
export const run = async (
  caller: TestCaller,
  { id }: ContactImport,
  settings: ContactImportSettings = {},
): Promise<ContactImport> => {
  await caller.client.runContactImport({ params: { contact_import_id: id }, body: settings });
  return over(caller, id);
};

/** Uploads a file and imports it with the guessed mapping. */
export const importContacts = async (
  caller: TestCaller,
  file: File | string,
  settings: ContactImportSettings = {},
): Promise<ContactImport> => {
  const content = typeof file === 'string' ? { name: 'contacts.csv', content: file } : file;
  return run(caller, await uploadContacts(caller, content), settings);
};

/** The counts of a pass. */
export const countsOf = ({ rows, created, updated, unchanged, rejected }: ContactImport) => ({
  rows,
  created,
  updated,
  unchanged,
  rejected,
});

/** The contacts of an organization as another one could have them: by name, without ids of its own. */
export const comparable = async ({ client }: TestCaller) => {
  const all: object[] = [];
  for (let page = 0; ; page++) {
    const { contacts, total_pages } = await client.listContacts({
      query: { sort: 'name_asc', page, page_size: 50 },
    });
    all.push(
      ...contacts.map((one) => ({
        ...one,
        phones: one.phones.map((part) => ({ ...part, id: '' })),
        emails: one.emails.map((part) => ({ ...part, id: '' })),
        addresses: one.addresses.map((part) => ({ ...part, id: '' })),
        tags: one.tags.map(({ name }) => name),
        assigned_users: [],
        created_at: '',
        updated_at: '',
        version: 0,
      })),
    );
    if (page + 1 >= total_pages) return all;
  }
};
