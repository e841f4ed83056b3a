// Contacts as a file that the browser saves: exportContacts({ ids }) or exportContacts({ filter }).
import { api } from '@rapport/contract/api';
import { urlOf } from '@rapport/contract/client';
import type { contactExportApi } from '@rapport/contract/contact-export.api';
import type { RequestOf } from '@rapport/contract/endpoint';
import { ApiError, readProblem } from '@rapport/contract/problem';

type Body = RequestOf<typeof contactExportApi.exportContacts>['body'];

/** Which contacts; the filter is that of the list as `listContacts` takes it, without order and page. */
export type ExportWish = ({ ids: string[] } | { filter: NonNullable<Body['filter']> }) & {
  format?: 'csv' | 'vcard';
  /** How much is here: contacts in the file in all, and bytes so far. */
  onProgress?: (progress: { total: number; bytes: number }) => void;
  signal?: AbortSignal;
};

/**
 * Downloads contacts as CSV (or vCard) and lets the browser save the file.
 * @returns how many contacts it holds
 * @throws ApiError
 */
export const exportContacts = async (wish: ExportWish): Promise<number> => {
  const { format = 'csv', onProgress, signal } = wish;
  const which = 'ids' in wish ? { contact_ids: wish.ids } : { filter: wish.filter };
  const response = await fetch(urlOf(api.exportContacts, {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...which, format } satisfies Body),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw failure(0, 'NETWORK', 'The server did not answer. Check your connection and try again.');
  });
  if (!response.ok) {
    const problem = readProblem(await response.json().catch(() => null));
    throw problem
      ? new ApiError(response.status, problem)
      : failure(response.status, 'UNREADABLE', 'The contacts could not be exported. Try again.');
  }
  const total = Number(response.headers.get('x-total-count'));
  const pieces: BlobPart[] = [];
  let bytes = 0;
  const type = response.headers.get('content-type') ?? 'text/csv';
  // A connection that breaks in the middle throws here: half a file is never saved.
  const reader = response.body!.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    pieces.push(part.value as Uint8Array<ArrayBuffer>);
    onProgress?.({ total, bytes: (bytes += part.value.length) });
  }
  save(new Blob(pieces, { type }), fileName(format));
  return total;
};

const failure = (status: number, code: string, message: string) =>
  new ApiError(status, { error: { code, message, details: {} } });

const fileName = (format: 'csv' | 'vcard'): string =>
  `contacts-${new Date().toLocaleDateString('sv')}.${format === 'csv' ? 'csv' : 'vcf'}`;

const save = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
