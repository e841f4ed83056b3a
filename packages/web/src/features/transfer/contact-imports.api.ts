// Imports of contacts as the server knows them: their columns, what a dry run found, how far they are.
import type { ContactImport, ContactImportSettings } from '@rapport/contract/contact-imports.api';
import type { RequestOf } from '@rapport/contract/endpoint';
import type { contactImportsApi } from '@rapport/contract/contact-imports.api';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { keys } from '../../lib/keys.ts';
import { sendFile } from './upload.ts';

/** Events say how far an import is; this is for when they do not come. */
const POLL = 3_000;

export const isUnderWay = ({ status }: Pick<ContactImport, 'status'>): boolean =>
  status === 'queued' || status === 'running';

/** One import, followed while it runs. */
export const contactImportQuery = (contact_import_id: string) =>
  queryOptions({
    queryKey: keys.import(contact_import_id),
    queryFn: ({ signal }) => client.getContactImport({ params: { contact_import_id }, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL : false),
  });

/** All imports of contacts, newest first. */
export const contactImportsQuery = queryOptions({
  queryKey: [...keys.importList, 'contacts'],
  queryFn: async ({ signal }) => (await client.listContactImports({ signal })).contact_imports,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? POLL : false),
});

/** The first rows that could not be taken, and how many there are. @param rejected asks anew when it changes */
export const contactRejectionsQuery = (contact_import_id: string, rejected: number) =>
  queryOptions({
    queryKey: [...keys.rejections(contact_import_id), String(rejected)],
    queryFn: ({ signal }) =>
      client.listContactRejections({ params: { contact_import_id }, signal }),
  });

const put = (queryClient: QueryClient, changed: ContactImport): void => {
  queryClient.setQueryData(contactImportQuery(changed.id).queryKey, changed);
  void queryClient.invalidateQueries({ queryKey: contactImportsQuery.queryKey });
};

const useChange = <Wish>(change: (wish: Wish) => Promise<ContactImport>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (changed) => put(queryClient, changed),
  });
};

/** Sends a file of contacts; nothing is imported yet. */
export const useUploadContacts = () =>
  useChange((wish: { file: File; onProgress: (share: number) => void; signal: AbortSignal }) =>
    sendFile<ContactImport, object>('/api/contact-imports', { ...wish, options: {} }),
  );

/** A dry run: what the import would do. */
export const useCheckImport = (contact_import_id: string) =>
  useChange((body: ContactImportSettings) =>
    client.checkContactImport({ params: { contact_import_id }, body }),
  );

/** The import itself, with the settings of the last dry run. */
export const useRunImport = (contact_import_id: string) =>
  useChange((body: ContactImportSettings) =>
    client.runContactImport({ params: { contact_import_id }, body }),
  );

/** Stops a dry run or an import, or gives up a file. */
export const useCancelContactImport = (contact_import_id: string) =>
  useChange(() => client.cancelContactImport({ params: { contact_import_id } }));

export type ReadingWish = NonNullable<
  RequestOf<typeof contactImportsApi.readContactImport>['body']
>;

/** Reads the file another way; its columns are guessed anew. */
export const useReadAgain = (contact_import_id: string) =>
  useChange((body: ReadingWish) =>
    client.readContactImport({ params: { contact_import_id }, body }),
  );
