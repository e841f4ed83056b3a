import { Transformer } from '@napi-rs/image';
import { describe, expect, test } from 'vitest';
import { drawing, exif, photo } from '../../modules/messaging/attachments.fixtures.ts';
import { isShownInline, sniffType } from './content-type.ts';
import { cleanPicture, isTooLarge, sizeOf, thumbnailOf, treatmentOf } from './picture.ts';

const TOLD = ['SecretPhone', 'GPSLatitude', 'Exif\0\0', 'eXIf', 'EXIF', 'XMP '];
const told = (bytes: Buffer) => TOLD.filter((word) => bytes.includes(word));

/** Whether a point of a picture is more red than blue. */
const isRed = async (bytes: Buffer, x: number, y: number): Promise<boolean> => {
  const { width } = sizeOf(bytes)!;
  const pixels = await new Transformer(bytes).rawPixels();
  const depth = pixels.length / (width * sizeOf(bytes)!.height);
  const at = (y * width + x) * depth;
  return pixels[at]! > pixels[at + 2]!;
};

const pngChunk = (type: string, content: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content, Buffer.alloc(4)]);
};

const webpChunk = (type: string, content: Buffer) => {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
};

const png = async () => {
  const bytes = await drawing(40, 20).png();
  const extra = [
    pngChunk('eXIf', exif(1)),
    pngChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0GPSLatitude')),
  ];
  return Buffer.concat([bytes.subarray(0, 33), ...extra, bytes.subarray(33)]);
};

const webp = async () => {
  const bytes = await drawing(40, 20).webpLossless();
  const extended = Buffer.from([0x0c, 0, 0, 0, 39, 0, 0, 19, 0, 0]);
  const all = Buffer.concat([
    bytes.subarray(0, 12),
    webpChunk('VP8X', extended),
    bytes.subarray(12),
    webpChunk('EXIF', exif(1)),
    webpChunk('XMP ', Buffer.from('GPSLatitude')),
  ]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
};

describe('a cleaned picture', () => {
  test.each([
    ['image/jpeg', async () => photo(40, 20)],
    ['image/png', png],
    ['image/webp', webp],
  ])('%s keeps its sight and tells nothing else', async (type, make) => {
    const given = await make();
    expect(told(given).length, 'the original tells').toBeGreaterThan(1);
    expect(await sniffType(given)).toBe(type);
    const { bytes, content_type } = await cleanPicture(given, type);
    expect(told(bytes)).toEqual([]);
    expect(await sniffType(bytes)).toBe(content_type);
    expect(sizeOf(bytes)).toEqual({ width: 40, height: 20 });
    expect(await isRed(bytes, 5, 10)).toBe(true);
    expect(await isRed(bytes, 35, 10)).toBe(false);
  });

  test('stands upright without being told to', async () => {
    const given = await photo(60, 30, 6);
    expect(sizeOf(given), 'as it is shown').toEqual({ width: 30, height: 60 });
    const { bytes } = await cleanPicture(given, 'image/jpeg');
    expect(sizeOf(bytes)).toEqual({ width: 30, height: 60 });
    // Turned clockwise, what was left is on top.
    expect(await isRed(bytes, 15, 5)).toBe(true);
    expect(await isRed(bytes, 15, 55)).toBe(false);
  });

  test.each([
    ['image/tiff', async () => drawing(20, 10).tiff()],
    ['image/bmp', async () => drawing(20, 10).bmp()],
    ['image/avif', async () => drawing(20, 10).avif({ speed: 10 })],
  ])('%s becomes a JPEG', async (type, make) => {
    const given = await make();
    expect(await sniffType(given)).toBe(type);
    const { bytes, content_type } = await cleanPicture(given, type);
    expect(content_type).toBe('image/jpeg');
    expect(await sniffType(bytes)).toBe('image/jpeg');
  });

  test.each([
    ['image/jpeg', 'clean'],
    ['image/heic', 'refuse'],
    ['image/heif-sequence', 'refuse'],
    ['image/x-adobe-dng', 'refuse'],
    ['image/jxl', 'refuse'],
    ['image/vnd.adobe.photoshop', 'keep'],
    ['image/x-icon', 'keep'],
    ['application/pdf', 'keep'],
  ])('is made of %s: %s', (type, treatment) => {
    expect(treatmentOf(type)).toBe(treatment);
  });
});

describe('a thumbnail', () => {
  test.each([
    [1200, 600, 480, 240],
    [300, 900, 160, 480],
    [40, 20, 40, 20],
    [2000, 1, 480, 1],
  ])('of %i x %i has %i x %i', async (width, height, small_width, small_height) => {
    const bytes = await drawing(width, height).png();
    const thumbnail = await thumbnailOf(bytes, sizeOf(bytes)!);
    expect(await sniffType(thumbnail)).toBe('image/webp');
    expect(sizeOf(thumbnail)).toEqual({ width: small_width, height: small_height });
  });

  test('is turned, too', async () => {
    const given = await photo(600, 300, 6);
    const thumbnail = await thumbnailOf(given, sizeOf(given)!);
    expect(sizeOf(thumbnail)).toEqual({ width: 240, height: 480 });
    expect(await isRed(thumbnail, 120, 20)).toBe(true);
    expect(told(thumbnail)).toEqual([]);
  });
});

test('a picture too large to open is known by its head', async () => {
  const bytes = await drawing(10, 10).png();
  bytes.writeUInt32BE(40_000, 16);
  bytes.writeUInt32BE(40_000, 20);
  expect(isTooLarge(sizeOf(bytes)!)).toBe(true);
});

describe('what a file is', () => {
  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'text/plain'],
    ['<?xml version="1.0"?><svg/>', 'application/octet-stream'],
    ['<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nEND:VCARD\r\n', 'text/vcard'],
    ['%PDF-1.7\n', 'application/pdf'],
    ['just words, 你好', 'text/plain'],
    [new Uint8Array([0, 1, 2, 3, 255]), 'application/octet-stream'],
    [new Uint8Array([0xff, 0xfe, 0x41]), 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('is read from its bytes: %j', async (content, type) => {
    expect(await sniffType(Buffer.from(content))).toBe(type);
  });

  test('decides whether a browser shows it', () => {
    const inline = ['image/jpeg', 'video/mp4', 'audio/amr', 'application/pdf'];
    const saved = ['text/plain', 'text/html', 'image/svg+xml', 'application/zip', 'image/heic'];
    expect(inline.filter(isShownInline)).toEqual(inline);
    expect(saved.filter(isShownInline)).toEqual([]);
  });
});
