import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createFetchForeign, FetchFailure, isPrivateAddress } from './fetch-foreign.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
let asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  answer(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const origin = `http://127.0.0.1:${port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = (_, response) => void response.end('the file');
});

const PATIENCE_MS = 200;
const trusting = createFetchForeign({ trusted_origins: [origin], patience_ms: PATIENCE_MS });
const wary = createFetchForeign({ patience_ms: PATIENCE_MS });
const most_bytes = 1_000_000;

describe('an address in a private network', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ])('is known: %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'is told from a public one: %s',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  test.each([
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
  ])('is not asked: %s', async (url) => {
    await expect(wary(url, { most_bytes })).rejects.toMatchObject({
      message: 'The address of the file leads into a private network.',
      is_final: true,
    });
    expect(asked).toEqual([]);
  });

  test('is not reached by a redirect either', async () => {
    answer = (_, response) =>
      void response.writeHead(302, { location: `http://localhost:${port}/inside` }).end();
    await expect(trusting(`${origin}/media`, { most_bytes })).rejects.toThrow('private network');
    expect(asked.map(({ url }) => url)).toEqual(['/media']);
  });
});

describe('a fetched file', () => {
  test('is whole', async () => {
    expect((await trusting(`${origin}/x`, { most_bytes })).toString()).toBe('the file');
  });

  test('is found behind a redirect, which hears no credentials', async () => {
    answer = ({ url }, response) =>
      void (url === '/media'
        ? response.writeHead(307, { location: '/cdn' }).end()
        : response.end('moved'));
    const authorization = 'Basic c2VjcmV0';
    const bytes = await trusting(`${origin}/media`, { most_bytes, authorization });
    expect(bytes.toString()).toBe('moved');
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([authorization, undefined]);
  });

  test.each<[string, Answer, string, boolean]>([
    ['is not ready', (_, r) => void r.writeHead(404).end(), '(yet)', false],
    ['is refused', (_, r) => void r.writeHead(401).end(), 'refused our credentials', false],
    ['is gone', (_, r) => void r.writeHead(410).end(), 'deleted', true],
    ['is an outage', (_, r) => void r.writeHead(503).end(), 'answered 503', false],
    ['is silence', () => undefined, 'did not arrive in time', false],
    [
      'comes for ever',
      (_, r) => {
        r.writeHead(200).write('a');
      },
      'did not arrive in time',
      false,
    ],
    [
      'breaks off',
      (_, r) => {
        r.writeHead(200, { 'content-length': 100 }).write('half', () => r.destroy());
      },
      'broke off',
      false,
    ],
    ['is too large', (_, r) => void r.end(Buffer.alloc(1_000_001)), 'larger than 1 MB', true],
    [
      'goes in circles',
      (_, r) => void r.writeHead(302, { location: '/again' }).end(),
      'in circles',
      true,
    ],
    [
      'is on no web',
      (_, r) => void r.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'none of the web',
      true,
    ],
  ])('that %s is a failure in words', async (_, misbehave, words, is_final) => {
    answer = misbehave;
    const error = await trusting(`${origin}/x`, { most_bytes }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FetchFailure);
    expect(error).toMatchObject({ message: expect.stringContaining(words), is_final });
  });

  test('with no address at all is a failure, too', async () => {
    await expect(wary('not an address', { most_bytes })).rejects.toThrow('is none');
  });
});
