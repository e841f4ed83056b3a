// Uploads: files that wait for the message that is being written, and files that are read again.
import { type Ctx, memberIdOf } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { attachmentErrors } from './attachments.errors.ts';
import { presentAttachment } from './attachments.present.ts';
import * as queries from './attachments.queries.ts';
import { prepareOwnFile, storeMedia } from './media.service.ts';

const NAME_LENGTH = 200;

/**
 * Keeps an upload for the message to come.
 * @throws EMPTY_FILE, PICTURE_TOO_LARGE, PICTURE_NOT_CLEANED, PICTURE_UNREADABLE
 */
export const createUpload = async (ctx: Ctx, given_name: string, bytes: Buffer) => {
  const file_name = plainName(given_name);
  if (bytes.length === 0) throw attachmentErrors.EMPTY_FILE({ file_name });
  const id = newId();
  const prepared = await prepareOwnFile(ctx, id, bytes, file_name);
  // The row first: whatever happens next, the sweep finds what was stored.
  await queries.insertFile(ctx, {
    ...prepared.columns,
    id,
    message_id: null,
    file_name: prepared.columns.content_type === 'image/jpeg' ? asJpeg(file_name) : file_name,
    position: 0,
    uploaded_by: memberIdOf(ctx),
    status: 'pending',
  });
  await storeMedia(ctx, prepared);
  return presentAttachment(await queries.completeUpload(ctx, id));
};

/** The last part of a path, without what a file system or a header would stumble over. */
const plainName = (given: string): string => {
  const name = given
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  return name.slice(-NAME_LENGTH) || 'file';
};

/** Whatever it was drawn from. */
const asJpeg = (name: string): string =>
  /\.jpe?g$/i.test(name) ? name : `${name.replace(/\.(avif|tiff?|bmp)$/i, '')}.jpg`;

/** Takes back an upload of whoever acts. @throws ATTACHMENT_NOT_FOUND also when a message has it */
export const removeUpload = async (ctx: Ctx, id: string): Promise<void> => {
  const member_id = memberIdOf(ctx);
  if (!member_id || !(await queries.deleteUpload(ctx, id, member_id)))
    throw attachmentErrors.ATTACHMENT_NOT_FOUND();
};

/** A file whose bytes are here and that the actor may see. @throws ATTACHMENT_NOT_FOUND */
export const getFile = async (ctx: Ctx, id: string): Promise<queries.AttachmentRow> => {
  const file = await queries.findVisibleFile(ctx, id, memberIdOf(ctx));
  if (!file || file.status !== 'ready' || file.storage_key === '')
    throw attachmentErrors.ATTACHMENT_NOT_FOUND();
  return file;
};

/** @throws ATTACHMENT_NOT_FOUND also when it is no picture */
export const getThumbnail = async (ctx: Ctx, id: string) => {
  const { thumbnail_key } = await getFile(ctx, id);
  if (!thumbnail_key) throw attachmentErrors.ATTACHMENT_NOT_FOUND();
  return { storage_key: thumbnail_key, content_type: 'image/webp', file_name: null };
};
