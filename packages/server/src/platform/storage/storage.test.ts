import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { startS3StandIn } from './s3-stand-in.fixtures.ts';
import { s3Storage } from './s3-storage.ts';
import { diskStorage, type Storage } from './storage.ts';

const folder = await mkdtemp(join(tmpdir(), 'rapport-storage-'));
const s3 = await startS3StandIn();
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const SILENCE_MS = 150;
const bucket = s3Storage(s3.settings, SILENCE_MS);
const storages: [string, Storage, () => Promise<string[]>][] = [
  [
    'the local disk',
    diskStorage(folder),
    async () => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      return found.filter((one) => one.isFile()).map(({ name }) => name);
    },
  ],
  ['a bucket', bucket, async () => [...s3.objects.keys()]],
];

const broken = async function* (bytes: number) {
  yield randomBytes(bytes);
  throw new Error('the browser went away');
};

describe.each(storages)('storage on %s', (_, storage, listKeys) => {
  test('gives back what was put in, under keys with any letters', async () => {
    const key = 'a/b c/ü+%27(1)*.txt';
    expect(await storage.put(key, Readable.from(['hello ', 'wörld']))).toBe(12);
    expect(await text(storage.get(key))).toBe('hello wörld');
    expect(await storage.size(key)).toBe(12);
  });

  test('replaces, and removes as often as asked', async () => {
    await storage.put('twice', Readable.from(['one']));
    await storage.put('twice', Readable.from(['other']));
    expect(await text(storage.get('twice'))).toBe('other');
    await storage.remove('twice');
    await storage.remove('twice');
    expect(await storage.size('twice')).toBeNull();
  });

  test('keeps an empty file', async () => {
    expect(await storage.put('empty', Readable.from([]))).toBe(0);
    expect(await storage.size('empty')).toBe(0);
    expect(await text(storage.get('empty'))).toBe('');
  });

  test('gives parts, the ends included', async () => {
    await storage.put('digits', Readable.from(['0123456789']));
    expect(await text(storage.get('digits', { start: 0, end: 0 }))).toBe('0');
    expect(await text(storage.get('digits', { start: 3, end: 6 }))).toBe('3456');
    expect(await text(storage.get('digits', { start: 8, end: 9 }))).toBe('89');
  });

  test('fails to read what is not there', async () => {
    expect(await storage.size('nothing')).toBeNull();
    await expect(text(storage.get('nothing'))).rejects.toThrow(/ENOENT|does not exist|NoSuchKey/);
  });

  test('keeps a file of many parts whole', async () => {
    const content = randomBytes(18 * 1024 * 1024);
    const pieces = Array.from({ length: 18 * 16 }, (_, n) =>
      content.subarray(n * 65_536, (n + 1) * 65_536),
    );
    expect(await storage.put('large', Readable.from(pieces))).toBe(content.length);
    expect((await buffer(storage.get('large'))).equals(content)).toBe(true);
  });

  test.each([1000, 9 * 1024 * 1024])(
    'stores nothing of an upload that breaks off after %i bytes',
    async (bytes) => {
      const before = await listKeys();
      await expect(storage.put('broken', Readable.from(broken(bytes)))).rejects.toThrow(
        'the browser went away',
      );
      expect(await listKeys()).toEqual(before);
      expect(s3.open_uploads()).toBe(0);
    },
  );
});

test('a key cannot leave the folder of the disk', async () => {
  const storage = diskStorage(folder);
  await expect(storage.put('../outside', Readable.from(['x']))).rejects.toThrow('leaves');
  expect(() => storage.get('a/../../outside')).toThrow('leaves');
});

describe('a bucket', () => {
  test('is asked again after an error or silence', async () => {
    s3.misbehave('error 500', 'silence', 'error 500');
    await bucket.put('again', Readable.from(['persistent']));
    s3.misbehave('silence');
    expect(await bucket.size('again')).toBe(10);
    s3.misbehave('error 500');
    expect(await text(bucket.get('again'))).toBe('persistent');
  });

  test('that is down fails, and has nothing', async () => {
    s3.misbehave('error 500', 'error 500', 'error 500', 'error 500');
    await expect(bucket.put('down', Readable.from(['x']))).rejects.toThrow('InternalError');
    expect(s3.objects.has('down')).toBe(false);
    s3.misbehave('error 500', 'error 500', 'error 500', 'error 500');
    // Not the same as a file that is not there.
    await expect(bucket.size('down')).rejects.toThrow('Unknown');
  });

  test('that breaks off while it is read is a failure, not a short file', async () => {
    await bucket.put('cut', Readable.from([randomBytes(100_000)]));
    s3.misbehave('cut body');
    await expect(buffer(bucket.get('cut'))).rejects.toThrow('aborted');
  });

  test('is not opened by another key', async () => {
    const stranger = s3Storage({ ...s3.settings, secret_access_key: 'guessed' });
    await expect(stranger.put('x', Readable.from(['x']))).rejects.toThrow('SignatureDoesNotMatch');
    await expect(text(stranger.get('digits'))).rejects.toThrow('SignatureDoesNotMatch');
  });
});

describe('the settings of a bucket', () => {
  const all = {
    S3_ENDPOINT: 'https://account.r2.example',
    S3_BUCKET: 'files',
    S3_REGION: 'auto',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
  };

  test('are all given, or none', () => {
    expect(readConfig({}).s3).toBeNull();
    expect(readConfig({ ...all, S3_REGION: 'eu' }).s3).toMatchObject({ region: 'eu' });
  });

  test.each(Object.keys(all))('lack %s: the server does not start, and says so', (name) => {
    expect(() => readConfig({ ...all, [name]: '' })).toThrow(`but ${name} is not set`);
    const only = { [name]: all[name as keyof typeof all] };
    const others = Object.keys(all).filter((other) => other !== name);
    expect(() => readConfig(only)).toThrow(`but ${others.join(', ')} are not set`);
  });
});
