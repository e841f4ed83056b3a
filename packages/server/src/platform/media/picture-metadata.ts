// Takes what is not the picture out of PNG and WebP files, byte by byte, so that the picture itself and
// its movement stay as they are.

const PNG_HEAD = 8;
/** Exif, and the texts in which XMP and comments are kept (PNG specification, third edition, chapter 11). */
const PNG_TOLD = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt']);

/** A PNG without its Exif data and texts; what follows a damaged piece is left out. */
export const cleanPng = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!PNG_TOLD.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
};

const RIFF_HEAD = 12;
const WEBP_TOLD = new Set(['EXIF', 'XMP ']);
/** The bits of `VP8X` that say that there are such pieces (RFC 9649, section 2.7). */
const WEBP_TOLD_FLAGS = 0x08 | 0x04;

/** A WebP without its Exif and XMP data. */
export const cleanWebp = (bytes: Buffer): Buffer => {
  const kept = [Buffer.from(bytes.subarray(0, RIFF_HEAD))];
  for (let at = RIFF_HEAD; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const piece = Buffer.from(bytes.subarray(at, end));
    if (type === 'VP8X' && piece.length > 8) piece[8]! &= ~WEBP_TOLD_FLAGS;
    if (!WEBP_TOLD.has(type)) kept.push(piece);
    at = end;
  }
  const cleaned = Buffer.concat(kept);
  cleaned.writeUInt32LE(cleaned.length - 8, 4);
  return cleaned;
};
