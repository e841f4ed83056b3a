// Files into the storage: named by what their bytes are, pictures measured, cleaned and made small.
import { Readable } from 'node:stream';
import type { Ctx } from '../../platform/ctx.ts';
import { sniffType } from '../../platform/media/content-type.ts';
import {
  cleanPicture,
  isTooLarge,
  MOST_PIXELS,
  sizeOf,
  thumbnailOf,
  treatmentOf,
} from '../../platform/media/picture.ts';
import { attachmentErrors } from './attachments.errors.ts';
import type { StoredMedia } from './attachments.queries.ts';

/** A file that is ready to be stored, with its description. */
export type PreparedMedia = { columns: StoredMedia; bytes: Buffer; thumbnail: Buffer | null };

/**
 * A file of ours: a picture loses what it tells of place and device.
 * @param id of the row that will name it
 * @throws PICTURE_TOO_LARGE, PICTURE_NOT_CLEANED, PICTURE_UNREADABLE
 */
export const prepareOwnFile = async (
  ctx: Ctx,
  id: string,
  given: Buffer,
  file_name: string,
): Promise<PreparedMedia> => {
  const sniffed = await sniffType(given);
  const treatment = treatmentOf(sniffed);
  if (treatment === 'keep') return describe(ctx, id, given, sniffed);
  const kind = sniffed.replace(/^image\/(x-)?/, '').toUpperCase();
  if (treatment === 'refuse') throw attachmentErrors.PICTURE_NOT_CLEANED({ file_name, kind });
  const unreadable = () => attachmentErrors.PICTURE_UNREADABLE({ file_name });
  const size = sizeOf(given);
  if (!size) throw unreadable();
  if (isTooLarge(size))
    throw attachmentErrors.PICTURE_TOO_LARGE({ file_name, most: MOST_PIXELS / 1_000_000 });
  const cleaned = await cleanPicture(given, sniffed).catch(() => {
    throw unreadable();
  });
  const prepared = await describe(ctx, id, cleaned.bytes, cleaned.content_type);
  if (!prepared.thumbnail) throw unreadable();
  return prepared;
};

/** A file of others: kept as it came. */
export const prepareForeignFile = async (
  ctx: Ctx,
  id: string,
  bytes: Buffer,
): Promise<PreparedMedia> => describe(ctx, id, bytes, await sniffType(bytes));

const describe = async (
  { organization_id }: Ctx,
  id: string,
  bytes: Buffer,
  content_type: string,
): Promise<PreparedMedia> => {
  const storage_key = `attachments/${organization_id}/${id}`;
  const size = content_type.startsWith('image/') ? sizeOf(bytes) : null;
  // What cannot be made small is still a file.
  const thumbnail =
    size && !isTooLarge(size) ? await thumbnailOf(bytes, size).catch(() => null) : null;
  const columns = {
    storage_key,
    thumbnail_key: thumbnail && `${storage_key}.thumbnail`,
    content_type,
    file_size: bytes.length,
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
  return { columns, bytes, thumbnail };
};

/** Writes a file and its thumbnail into the storage; the row that names them must be there already. */
export const storeMedia = async (
  { ports: { storage } }: Ctx,
  { columns: { storage_key, thumbnail_key }, bytes, thumbnail }: PreparedMedia,
): Promise<void> => {
  await storage.put(storage_key, Readable.from([bytes]));
  if (thumbnail_key && thumbnail) await storage.put(thumbnail_key, Readable.from([thumbnail]));
};
