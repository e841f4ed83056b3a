// Answers with a stored file: whole or a part of it, never as something that runs in our pages.
import { Readable } from 'node:stream';
import { create as dispositionOf } from 'content-disposition';
import type { BaseCtx } from '../ctx.ts';
import { platformErrors } from '../errors.ts';
import { isShownInline } from '../media/content-type.ts';
import type { LinkedFile } from '../storage/file-links.ts';
import type { ByteRange } from '../storage/storage.ts';
import type { Http } from './mount.ts';

/**
 * Sets the headers of a stored file and gives what an endpoint of encoding `file` returns. HEAD and one
 * range of bytes are answered as RFC 9110 says; several ranges get the whole file, as it allows.
 * @param download offer it for saving even if a browser could show it
 * @throws NOT_FOUND when the storage has no such file
 */
export const sendFile = async (
  { ports }: BaseCtx,
  { request, reply }: Http,
  { storage_key, content_type, file_name }: LinkedFile,
  download = false,
): Promise<Readable> => {
  const size = await ports.storage.size(storage_key);
  if (size === null) throw platformErrors.NOT_FOUND();
  const isInline = isShownInline(content_type) && !download;
  reply.headers({
    'content-type': content_type === 'text/plain' ? 'text/plain; charset=utf-8' : content_type,
    'content-disposition': dispositionOf(file_name ?? undefined, {
      type: isInline ? 'inline' : 'attachment',
    }),
    'x-content-type-options': 'nosniff',
    // The viewer of a browser for PDF does not open in a sandbox.
    'content-security-policy':
      content_type === 'application/pdf' ? "default-src 'none'" : "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
  });
  const range = readRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    reply.code(416).headers({ 'content-range': `bytes */${size}`, 'content-length': 0 });
    return Readable.from([]);
  }
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  reply.header('content-length', range ? range.end - range.start + 1 : size);
  if (request.method === 'HEAD' || size === 0) return Readable.from([]);
  return ports.storage.get(storage_key, range ?? undefined);
};

/** The one range that is asked for; null for the whole file. RFC 9110, section 14.1.2. */
export const readRange = (
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | null => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start > end ? 'unsatisfiable' : { start, end };
};
