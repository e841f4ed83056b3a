// A file that arrives as a form: stored while it streams in, forgotten when the rest of the form is wrong.
import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { discardFile, type StoredFile, storeFile } from './imports.service.ts';
import { transferErrors } from './transfer.errors.ts';

export type Upload = { file_name: string; stored: StoredFile; fields: Record<string, unknown> };

/**
 * Stores the field `file` of a form and hands it on.
 * @param use what becomes of the file; when it throws, the file is forgotten
 * @throws NO_FILE, and what `use` throws
 */
export const receiveUpload = async <T>(
  ctx: Ctx,
  request: FastifyRequest,
  use: (upload: Upload) => Promise<T>,
): Promise<T> => {
  if (!request.isMultipart()) throw transferErrors.NO_FILE();
  const fields: Record<string, unknown> = {};
  let file: { file_name: string; stored: StoredFile } | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else if (part.fieldname === 'file' && !file)
        file = {
          file_name: part.filename || 'file',
          stored: await storeFile(ctx, part.file),
        };
      else part.file.resume();
    }
    if (!file) throw transferErrors.NO_FILE();
    return await use({ ...file, fields });
  } catch (error) {
    // The rest of the form came after the file, and may be wrong.
    if (file) await discardFile(ctx, file.stored);
    throw error;
  }
};
