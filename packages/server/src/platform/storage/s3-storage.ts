// Storage in a bucket of S3, R2, MinIO or whatever else speaks S3.
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Storage } from './storage.ts';

export type S3Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  access_key_id: string;
  secret_access_key: string;
};

/** A file is sent in parts of this size, of which two are held in memory. */
const PART_BYTES = 8 * 1024 * 1024;
const CONNECT_MS = 5_000;
/** How long the service may be silent. */
const SILENCE_MS = 30_000;
const MOST_ATTEMPTS = 4;

/** @param silence_ms how long the service may be silent before the request is tried again, or given up */
export const s3Storage = (settings: S3Settings, silence_ms = SILENCE_MS): Storage => {
  const { bucket: Bucket } = settings;
  const client = new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    credentials: {
      accessKeyId: settings.access_key_id,
      secretAccessKey: settings.secret_access_key,
    },
    // A bucket as a host name needs a certificate and a DNS entry that self-hosted services lack.
    forcePathStyle: true,
    maxAttempts: MOST_ATTEMPTS,
    // Newer than what many compatible services know; the signature covers the body as it is.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: silence_ms,
      throwOnRequestTimeout: true,
      socketTimeout: silence_ms,
    },
  });
  return {
    put: async (Key, content) => {
      let size = 0;
      const Body = Readable.from(
        (async function* () {
          for await (const chunk of content) {
            size += Buffer.byteLength(chunk);
            yield chunk;
          }
        })(),
        { objectMode: false },
      );
      await new Upload({
        client,
        params: { Bucket, Key, Body },
        partSize: PART_BYTES,
        queueSize: 2,
      }).done();
      return size;
    },
    get: (Key, range) => {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const open = async function* () {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range }));
        yield* Body as Readable;
      };
      return Readable.from(open(), { objectMode: false });
    },
    size: async (Key) => {
      try {
        const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket, Key }));
        return ContentLength ?? 0;
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },
    remove: async (Key) => {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
};
