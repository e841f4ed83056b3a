// A bucket for tests: the part of S3 that we use, which checks every signature (Signature Version 4, as AWS
// documents it, not as its SDK computes it), and misbehaves when told to.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from './s3-storage.ts';

/** What the next request meets instead of an answer. */
export type Mishap = 'error 500' | 'silence' | 'cut body';

export type S3StandIn = {
  settings: S3Settings;
  objects: Map<string, Buffer>;
  /** Uploads in parts that were begun and neither completed nor aborted. */
  open_uploads: () => number;
  /** `GET key` and the like, as they came. */
  requests: string[];
  misbehave: (...mishaps: Mishap[]) => void;
  stop: () => Promise<void>;
};

const BUCKET = 'files';
const KEY_ID = 'AKTEST';
const SECRET = 'test/secret+key';

export const startS3StandIn = async (): Promise<S3StandIn> => {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const requests: string[] = [];
  const mishaps: Mishap[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { pathname, searchParams: query } = new URL(request.url!, 'http://s3');
    const key = decodeURIComponent(pathname.slice(BUCKET.length + 2));
    const say = (status: number, text = '', headers = {}) =>
      void response.writeHead(status, headers).end(text);
    const refuse = (status: number, code: string) =>
      say(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
    requests.push(`${request.method} ${key}`);
    if (!isSigned(request, body)) return refuse(403, 'SignatureDoesNotMatch');
    if (!pathname.startsWith(`/${BUCKET}/`)) return refuse(404, 'NoSuchBucket');
    const mishap = mishaps.shift();
    if (mishap === 'error 500') return refuse(500, 'InternalError');
    if (mishap === 'silence') return;

    const upload = query.get('uploadId');
    if (request.method === 'POST' && query.has('uploads')) {
      const id = `upload-${requests.length}`;
      uploads.set(id, new Map());
      return say(
        200,
        `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      );
    }
    if (upload !== null) {
      const parts = uploads.get(upload);
      if (!parts) return refuse(404, 'NoSuchUpload');
      if (request.method === 'PUT') {
        parts.set(Number(query.get('partNumber')), body);
        return say(200, '', { etag: etagOf(body) });
      }
      uploads.delete(upload);
      if (request.method === 'DELETE') return say(204);
      const inOrder = [...parts].toSorted(([a], [b]) => a - b).map(([, part]) => part);
      objects.set(key, Buffer.concat(inOrder));
      return say(
        200,
        '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>',
      );
    }
    if (request.method === 'PUT') {
      objects.set(key, body);
      return say(200, '', { etag: etagOf(body) });
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return say(204);
    }
    const object = objects.get(key);
    if (!object) return request.method === 'HEAD' ? say(404) : refuse(404, 'NoSuchKey');
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const part = range ? object.subarray(Number(range[1]), Number(range[2]) + 1) : object;
    response.writeHead(range ? 206 : 200, { 'content-length': part.length });
    if (request.method === 'HEAD') return void response.end();
    if (mishap !== 'cut body') return void response.end(part);
    response.write(part.subarray(0, part.length / 2), () => response.destroy());
  };

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: BUCKET,
      region: 'auto',
      access_key_id: KEY_ID,
      secret_access_key: SECRET,
    },
    objects,
    open_uploads: () => uploads.size,
    requests,
    misbehave: (...next) => mishaps.push(...next),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const etagOf = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`;
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
const isSigned = (request: IncomingMessage, body: Buffer): boolean => {
  const { headers } = request;
  const [, scope = '', signed = '', signature] =
    new RegExp(
      `^AWS4-HMAC-SHA256 Credential=${KEY_ID}/(\\S+), SignedHeaders=(\\S+), Signature=(\\w+)$`,
    ).exec(headers.authorization ?? '') ?? [];
  const [day = '', region = '', service = '', end = ''] = scope.split('/');
  const payload = String(headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return false;
  const { pathname, searchParams } = new URL(request.url!, 'http://s3');
  const encode = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const canonical = [
    request.method,
    pathname,
    query,
    ...signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signed,
    payload,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [region, service, end].reduce<Buffer>(hmac, hmac(`AWS4${SECRET}`, day));
  return hmac(key, text).toString('hex') === signature;
};
