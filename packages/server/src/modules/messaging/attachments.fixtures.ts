// Pictures as cameras write them, and files that wait or belong to a message.
import { Transformer } from '@napi-rs/image';
import type { MessageAttachment } from '@rapport/contract/messaging.api';
import { buildMessage, type TestCaller, type TestCtx } from '../../platform/testing/builders.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { linkAttachments } from './attachments.service.ts';
import { createUpload } from './uploads.service.ts';

/** A picture whose left half is red and whose right half is blue. */
export const drawing = (width: number, height: number): Transformer => {
  const pixels = new Uint8Array(width * height * 4);
  for (let n = 0; n < width * height; n++)
    pixels.set(n % width < width / 2 ? [220, 20, 20, 255] : [20, 20, 220, 255], n * 4);
  return Transformer.fromRgbaPixels(pixels, width, height);
};

/** The place that `exif` tells of: 48° 51' North. */
const LATITUDE = 48;

/**
 * Exif data (CIPA DC-008) as a telephone writes it: an orientation, who made the picture, and where.
 * @param orientation 1 upright, 6 to be turned clockwise by a quarter
 */
export const exif = (orientation: number): Buffer => {
  const make = Buffer.from('SecretPhone\0');
  const head = 8 + 2 + 3 * 12 + 4;
  const gps = head + make.length;
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const count = (n: number) => Buffer.from([0, n]);
  const number = (...values: number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, n) => bytes.writeUInt32BE(value, n * 4));
    return bytes;
  };
  return Buffer.concat([
    Buffer.from('MM\0*'),
    number(8),
    count(3),
    entry(0x010f, 2, make.length, head),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, gps),
    number(0),
    make,
    count(2),
    entry(0x0001, 2, 2, 0x4e000000),
    entry(0x0002, 5, 3, gps + 2 + 2 * 12 + 4),
    number(0),
    number(LATITUDE, 1, 51, 1, 0, 1),
  ]);
};

/** A JPEG with Exif data in front, and with XMP that tells the place once more. */
export const photo = async (width = 60, height = 30, orientation = 1): Promise<Buffer> => {
  const jpeg = await drawing(width, height).jpeg(95);
  const segment = (content: Buffer) => {
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation)])),
    segment(Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>SecretPhone GPSLatitude 48</x>')),
    jpeg.subarray(2),
  ]);
};

/** Sends files as a browser does, on a real socket. @returns status and body as they came */
export const uploadFiles = async (
  server: TestServer,
  { headers }: Pick<TestCaller, 'headers'>,
  ...files: { name: string; content: Uint8Array | string }[]
): Promise<{ status: number; body: any }> => {
  const form = new FormData();
  for (const { name, content } of files)
    form.append('file', new Blob([content as Uint8Array<ArrayBuffer>]), name);
  const url = `${await server.listen()}/api/messages/upload`;
  const response = await fetch(url, { method: 'POST', headers, body: form });
  return { status: response.status, body: await response.json() };
};

/** One upload that waits for its message. */
export const uploadFile = async (
  server: TestServer,
  caller: Pick<TestCaller, 'headers'>,
  name: string,
  content: Uint8Array | string,
): Promise<MessageAttachment> => {
  const { status, body } = await uploadFiles(server, caller, { name, content });
  if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return body.attachments[0];
};

/** A picture that a contact was sent. @returns the id of the file */
export const buildAttachment = async (ctx: TestCtx, contact_id: string): Promise<string> => {
  const { id } = await createUpload(ctx, 'table.jpg', await photo());
  const message = await buildMessage(ctx, { contact_id, direction: 'outbound' });
  await linkAttachments(ctx, message.id, [id]);
  return id;
};
