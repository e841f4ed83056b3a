// Pictures: how large they are, without what they tell of the place they were taken at, and small.
import { Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import { cleanPng, cleanWebp } from './picture-metadata.ts';

/** Decoding takes four bytes a pixel: a file of a few kB must not take all memory. */
export const MOST_PIXELS = 50_000_000;
const THUMBNAIL_SIDE = 480;
const JPEG_QUALITY = 90;
const THUMBNAIL_QUALITY = 75;

export type PictureSize = { width: number; height: number };

/** How large a picture is shown, in pixels, read from its head; null when it has none that can be read. */
export const sizeOf = (bytes: Buffer): PictureSize | null => {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!width || !height) return null;
    // Exif orientations 5 to 8 lie on their side.
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
};

export const isTooLarge = ({ width, height }: PictureSize): boolean => width * height > MOST_PIXELS;

/** Kinds that are drawn anew as JPEG. */
const REDRAWN = new Set(['image/jpeg', 'image/avif', 'image/tiff', 'image/bmp']);
/** Kinds that keep their pixels and movement; a GIF holds no Exif data. */
const KEPT = new Set(['image/png', 'image/apng', 'image/webp', 'image/gif']);
/** What cameras write and we cannot look into. */
const CLOSED =
  /^image\/(hei[cf]|jxl|jp[2xm]|x-(canon|olympus|sony|adobe|nikon|panasonic|fujifilm)-)/;

/** What is to be done with a file before it leaves: pictures of cameras tell where they were taken. */
export const treatmentOf = (content_type: string): 'clean' | 'refuse' | 'keep' => {
  if (REDRAWN.has(content_type) || KEPT.has(content_type)) return 'clean';
  return CLOSED.test(content_type) ? 'refuse' : 'keep';
};

/**
 * A picture without Exif data, XMP, texts, embedded previews: no location, no device, no name; turned as
 * its orientation says.
 * @throws Error when it is damaged
 */
export const cleanPicture = async (
  bytes: Buffer,
  content_type: string,
): Promise<{ bytes: Buffer; content_type: string }> => {
  if (REDRAWN.has(content_type))
    return {
      bytes: await new Transformer(bytes).rotate().jpeg(JPEG_QUALITY),
      content_type: 'image/jpeg',
    };
  if (content_type === 'image/gif') return { bytes, content_type };
  if (content_type === 'image/webp') return { bytes: cleanWebp(bytes), content_type };
  return { bytes: cleanPng(bytes), content_type };
};

/** A WebP that fits into a square of 480 pixels. @throws Error when the picture cannot be read */
export const thumbnailOf = async (
  bytes: Buffer,
  { width, height }: PictureSize,
): Promise<Buffer> => {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return new Transformer(bytes)
    .rotate()
    .fastResize({ width: side(width), height: side(height) })
    .webp(THUMBNAIL_QUALITY);
};
