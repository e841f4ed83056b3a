// The whole server for a test file: real PostgreSQL, HTTP, sockets and worker; only the port is missing until asked for.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api } from '@rapport/contract/api';
import { type Client, createClient } from '@rapport/contract/client';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, inject } from 'vitest';
import { compose, type Rapport } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { createRecorder } from './sql-recorder.ts';
import { createTestDatabase } from './test-database.ts';

export type ApiClient = Client<typeof api>;

export type TestServer = Rapport & {
  database_url: string;
  data_dir: string;
  /** Like the global fetch, without a socket; paths are relative to the server. */
  fetch: typeof globalThis.fetch;
  /** The typed client of a caller who sends these headers. */
  client: (headers?: Record<string, string>) => ApiClient;
  /** Listens on a free port, for tests that need real sockets. @returns `http://localhost:<port>` */
  listen: () => Promise<string>;
};

export type TestServerOptions = {
  /** Another server on the same database and files; its owner drops them. */
  beside?: TestServer;
  /** Settings as the environment would give them. */
  settings?: Record<string, string>;
};

// The SQL of the tests is compared with what is recorded: it must not be a matter of luck.
fc.configureGlobal({ seed: 736_100 });

/** The address under which tests believe to reach the server. */
export const PUBLIC_URL = 'http://rapport.test';

/**
 * Composes a server on a database of its own and closes it after the tests of the file.
 * Sign-up is open unless the settings say otherwise, so that a test may found organizations.
 */
export const testServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const { beside, settings } = options;
  const database = beside ? null : await createTestDatabase();
  const data_dir = beside?.data_dir ?? (await mkdtemp(join(tmpdir(), 'rapport-test-')));
  const config = readConfig({
    DATA_DIR: data_dir,
    PUBLIC_URL,
    SECRET_KEY: 'a secret that only tests use, 32 characters or more',
    SIGN_UP: 'open',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const database_url = beside?.database_url ?? database!.url;
  const recorder = createRecorder();
  const rapport = await compose(config, { database_url, plugins: [recorder.plugin] });
  const fetch = injectingFetch(rapport);
  let address: Promise<string> | null = null;
  afterAll(async () => {
    await rapport.close();
    await recorder.save(inject('recordings'));
    if (beside) return;
    await database!.drop();
    await rm(data_dir, { recursive: true, force: true });
  });
  return {
    ...rapport,
    database_url,
    data_dir,
    fetch,
    client: (headers = {}) => createClient(api, { base_url: PUBLIC_URL, headers, fetch }),
    listen: () => (address ??= rapport.app.listen({ host: '127.0.0.1', port: 0 })),
  };
};

const injectingFetch = ({ app }: Rapport): typeof globalThis.fetch => {
  return async (input, init) => {
    const request = new Request(
      typeof input === 'string' ? new URL(input, PUBLIC_URL) : input,
      init,
    );
    const { host, pathname, search } = new URL(request.url);
    const body = Buffer.from(await request.arrayBuffer());
    const reply = await app.inject({
      method: request.method as InjectOptions['method'] & string,
      url: pathname + search,
      headers: { host, ...Object.fromEntries(request.headers) },
      ...(request.body || body.length > 0 ? { payload: body } : {}),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(reply.headers))
      for (const one of [value].flat()) if (one !== undefined) headers.append(name, String(one));
    return new Response(reply.rawPayload.length > 0 ? new Uint8Array(reply.rawPayload) : null, {
      status: reply.statusCode,
      headers,
    });
  };
};
