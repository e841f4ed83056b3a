// Files of messages that are written here: uploaded, checked against what the channel carries, given to
// their message, and handed to the carrier by addresses that expire.
import type { Ctx } from '../../platform/ctx.ts';
import { attachmentErrors } from './attachments.errors.ts';
import * as queries from './attachments.queries.ts';

export { listFiles as listMessageFiles } from './attachments.queries.ts';

const MB = 1_000_000;
export const MOST_FILES = 10;
/** What Twilio takes: pictures that it fits to the phone itself, and other files. */
const MMS_PICTURE_BYTES = 5 * MB;
const MMS_FILE_BYTES = 500_000;
/** What mail servers commonly take, all files together; also the most of one upload. */
export const EMAIL_BYTES = 25 * MB;
/** As long as the carrier may keep a message in its queue. */
const CARRIER_SECONDS = 36_000;

/**
 * The uploads that a message is to carry, in the order of the ids; held for it until the transaction of
 * `ctx` ends.
 * @throws ATTACHMENT_NOT_PENDING when one is unknown, of another organization or sent already;
 *   TOO_MANY_FILES
 */
export const claimPendingAttachments = async (
  ctx: Ctx,
  ids: string[],
): Promise<queries.AttachmentRow[]> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  if (wanted.length > MOST_FILES) throw attachmentErrors.TOO_MANY_FILES({ most: MOST_FILES });
  const rows = await queries.lockUnsent(ctx, wanted);
  if (rows.length < wanted.length) throw attachmentErrors.ATTACHMENT_NOT_PENDING();
  return rows;
};

/**
 * Whether the channel carries these files.
 * @throws MMS_FILE_TOO_LARGE, FILES_TOO_LARGE
 */
export const requireCarried = (channel: 'sms' | 'email', files: queries.AttachmentRow[]): void => {
  if (channel === 'email') {
    const bytes = files.reduce((sum, { file_size }) => sum + (file_size ?? 0), 0);
    if (bytes > EMAIL_BYTES) throw attachmentErrors.FILES_TOO_LARGE({ most: '25 MB' });
    return;
  }
  for (const { file_name, file_size, content_type } of files) {
    const isPicture = content_type.startsWith('image/');
    if ((file_size ?? 0) > (isPicture ? MMS_PICTURE_BYTES : MMS_FILE_BYTES))
      throw attachmentErrors.MMS_FILE_TOO_LARGE({
        file_name: file_name ?? 'The file',
        most: isPicture ? '5 MB' : '500 kB',
      });
  }
};

/** Gives claimed uploads to their message, in the transaction that writes it. @throws ATTACHMENT_NOT_PENDING */
export const linkAttachments = async (
  ctx: Ctx,
  message_id: string,
  ids: string[],
): Promise<void> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  if ((await queries.linkFiles(ctx, message_id, wanted)) < wanted.length)
    throw attachmentErrors.ATTACHMENT_NOT_PENDING();
};

/** Where the carrier may fetch the files of a message for the next ten hours, in their order. */
export const presignedMediaUrls = async (ctx: Ctx, message_id: string): Promise<string[]> => {
  const files = await queries.listFiles(ctx, message_id);
  return files
    .filter(({ storage_key }) => storage_key !== '')
    .map((file) => ctx.ports.file_links.urlOf(file, ctx.now(), CARRIER_SECONDS));
};
