// Sends one file with progress: `fetch` cannot tell how much has left, XMLHttpRequest can.
import { ApiError, readProblem } from '@rapport/contract/problem';
import type { HistoryImport, importOptions } from '@rapport/contract/transfer.api';
import type { z } from 'zod';

export type ImportOptions = z.input<typeof importOptions>;

export type Upload<Options extends object = ImportOptions> = {
  file: File;
  options: Options;
  /** How much has left, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

const failure = (status: number, code: string, message: string) =>
  new ApiError(status, { error: { code, message, details: {} } });

/** The server's answer to an upload. @throws ApiError */
export const readUploadAnswer = <Answer = HistoryImport>(status: number, text: string): Answer => {
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Not JSON: a proxy answered. The status decides below.
  }
  const isImport = typeof (body as { id?: unknown } | null)?.id === 'string';
  if (status >= 200 && status < 300 && isImport) return body as Answer;
  const refused = readProblem(body);
  if (refused) throw new ApiError(status, refused);
  if (status === 413)
    throw failure(status, 'TOO_LARGE', 'The file is larger than this server takes.');
  throw failure(status, 'UNREADABLE', `The upload was answered with ${status}. Try again.`);
};

/** Uploads a history. @returns the import that it started @throws ApiError as `sendFile` */
export const upload = (wish: Upload): Promise<HistoryImport> => sendFile('/api/imports', wish);

/**
 * Sends a file with its options as a form.
 * @returns the import that it started
 * @throws ApiError; `NETWORK` when the connection broke, `ABORTED` when it was called off
 */
export const sendFile = <Answer, Options extends object = ImportOptions>(
  path: string,
  { file, options, onProgress, signal }: Upload<Options>,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(options)) if (value) form.set(name, String(value));
    // Last, so that the server knows the options before the long part begins.
    form.set('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      try {
        resolve(readUploadAnswer<Answer>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () =>
      reject(failure(0, 'NETWORK', 'The connection broke while uploading. Try again.'));
    request.onabort = () => reject(failure(0, 'ABORTED', 'The upload was cancelled.'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
