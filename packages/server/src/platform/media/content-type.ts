// What a file is, by its bytes: names and headers of others are claims.
import { fileTypeFromBuffer } from 'file-type';

export const UNKNOWN_TYPE = 'application/octet-stream';

/** Text that a browser would read as a page or run; kept as bytes without a meaning. */
const ACTIVE = new Set(['application/xml', 'text/html', 'image/svg+xml']);

/** The content type of a file. Text without a mark of its own is plain text; HTML and SVG are that, too. */
export const sniffType = async (bytes: Uint8Array): Promise<string> => {
  const known = (await fileTypeFromBuffer(bytes))?.mime;
  if (known) return ACTIVE.has(known) ? UNKNOWN_TYPE : known;
  return isText(bytes) ? 'text/plain' : UNKNOWN_TYPE;
};

const isText = (bytes: Uint8Array): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex
    return text !== '' && !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
};

/** Whether a browser may show it as part of a page or in a tab, rather than save it. */
export const isShownInline = (content_type: string): boolean =>
  /^(image\/(jpeg|png|apng|gif|webp|avif|bmp)|audio\/.+|video\/.+|application\/pdf)$/.test(
    content_type,
  );
