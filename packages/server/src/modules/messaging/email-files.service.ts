// The files of a mail that came in, and the mail itself, into the storage: before the rows that name them, so
// that a mail is taken over only when all of it is kept.
import { Readable } from 'node:stream';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import type { MailFile } from '../../platform/mail/parse.ts';
import { inlineIds } from '../../platform/mail/sanitize.ts';
import { insertFile } from './attachments.queries.ts';
import * as queries from './email-receipts.queries.ts';
import { type PreparedMedia, prepareForeignFile, storeMedia } from './media.service.ts';

export type KeptFile = {
  id: string;
  prepared: PreparedMedia;
  file_name: string | null;
  /** Of a picture that the HTML shows: it is part of the mail. What no HTML shows is a file beside it. */
  content_id: string | null;
};

export type KeptMail = { raw_key: string; keys: string[]; files: KeptFile[] };

/**
 * Stores a mail and its files. They are on the list of what is thrown away until `ownMail` takes them off it:
 * whatever happens in between, nothing lies about for ever.
 */
export const keepMail = async (
  ctx: Ctx,
  raw: Buffer,
  given: MailFile[],
  html: string | null,
): Promise<KeptMail> => {
  const shown = inlineIds(html ?? '');
  const files: KeptFile[] = [];
  for (const { content, content_id, file_name } of given) {
    const id = newId();
    files.push({
      id,
      prepared: await prepareForeignFile(ctx, id, content),
      file_name,
      content_id: content_id !== null && shown.has(content_id) ? content_id : null,
    });
  }
  const raw_key = `mails/${ctx.organization_id}/${newId()}.eml`;
  const keys = [
    raw_key,
    ...files.flatMap(({ prepared: { columns } }) =>
      [columns.storage_key, columns.thumbnail_key].filter((key) => key !== null),
    ),
  ];
  await queries.insertDiscarded(ctx, keys);
  await ctx.ports.storage.put(raw_key, Readable.from([raw]));
  for (const { prepared } of files) await storeMedia(ctx, prepared);
  return { raw_key, keys, files };
};

/** Keeps what was stored, with the transaction of `ctx`. */
export const ownMail = async (
  ctx: Ctx,
  message_id: string | null,
  { keys, files }: KeptMail,
): Promise<void> => {
  await queries.deleteDiscarded(ctx, keys);
  if (message_id === null) return;
  for (const [position, { id, prepared, file_name, content_id }] of files.entries()) {
    const { columns } = prepared;
    await insertFile(ctx, {
      ...columns,
      id,
      message_id,
      file_name,
      position,
      uploaded_by: null,
      status: 'ready',
    });
    if (content_id) await queries.markInline(ctx, id, content_id);
  }
};
