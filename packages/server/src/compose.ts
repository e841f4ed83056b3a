// The composition root: builds every port once and joins the modules to the server.
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { KyselyPlugin } from 'kysely';
import type { Config } from './config.ts';
import { listModules } from './modules.ts';
import { identify } from './modules/auth/identity.service.ts';
import { createSignIn, type SignIn } from './modules/auth/signin.service.ts';
import { requireVisibleContact } from './modules/contacts/contacts.service.ts';
import { findRecipientOrganization } from './modules/messaging/email-addresses.service.ts';
import { receiveForRecipients } from './modules/messaging/email-inbound.service.ts';
import { mailContact } from './modules/messaging/email-tool.service.ts';
import { findTwilioAccount } from './modules/messaging/twilio-settings.service.ts';
import type { BaseCtx } from './platform/ctx.ts';
import { answers, createDb, createPool } from './platform/db/database.ts';
import { databaseError } from './platform/db/failures.ts';
import { migrate } from './platform/db/migrate.ts';
import { type Sequencer, startSequencer } from './platform/events/sequencer.ts';
import { createFetchForeign } from './platform/http/fetch-foreign.ts';
import type { Door } from './platform/http/mount.ts';
import { createServer } from './platform/http/server.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { localAnalyst } from './platform/llm/analyst.ts';
import { localEnricher } from './platform/llm/enricher.ts';
import { localSuggester } from './platform/llm/suggester.ts';
import { type MailListener, startMailListener } from './platform/mail/listener.ts';
import { mailSink } from './platform/mail/sink.ts';
import { smtpCarrier } from './platform/mail/smtp.ts';
import { createLlm } from './platform/llm/llm.ts';
import type { Module } from './platform/module.ts';
import type { Log, Ports } from './platform/ports.ts';
import { startHub } from './platform/realtime/hub.ts';
import { mountRealtime } from './platform/realtime/realtime.ts';
import { createSecretBox } from './platform/secret-box.ts';
import { startError } from './platform/start-error.ts';
import { createCarrierMedia } from './platform/telephony/carrier-media.ts';
import { createFileLinks } from './platform/storage/file-links.ts';
import { createSimulator } from './platform/telephony/simulator.ts';
import { simulatedDial } from './platform/telephony/simulator-calls.ts';
import { simulatorCallback } from './platform/telephony/simulator.jobs.ts';
import { createTwilio } from './platform/telephony/twilio.ts';
import { diskStorage, type Storage } from './platform/storage/storage.ts';

export type Rapport = {
  app: FastifyInstance;
  base: BaseCtx;
  signIn: SignIn;
  /** Where mail is taken by SMTP; null when it is not. */
  mail_port: number | null;
  close: () => Promise<void>;
};

export type ComposeOptions = {
  database_url: string;
  /** Recorders of the tests. */
  plugins?: KyselyPlugin[];
};

/** Everything but listening: connects, migrates, starts background work, mounts the modules. */
export const compose = async (config: Config, options: ComposeOptions): Promise<Rapport> => {
  const core = await composeCore(config, options);
  const { base, pool, sequencer, signIn, modules } = core;
  const app = await createServer({
    log_level: config.log_level,
    trusted_proxies: config.trusted_proxies,
    isReady: () => answers(pool),
  });
  const log = app.log;
  Object.assign(base.ports.log, {
    info: log.info.bind(log),
    warn: log.warn.bind(log),
    error: log.error.bind(log),
  });
  base.ports.postToSelf = async (url, payload, headers) => {
    const reply = await app.inject({ method: 'POST', url, payload, headers });
    return { status: reply.statusCode, body: reply.body };
  };
  const hub = await startHub(base, options.database_url);
  const worker = await startWorker(base, pool, options.database_url, [
    simulatorCallback,
    simulatedDial,
    ...modules.flatMap((module) => module.jobs ?? []),
  ]);
  const door: Door = {
    base,
    identify: (request) => identify(base, signIn, request),
    requireVisibleContact,
  };
  for (const module of modules) module.mount?.(app, door);
  mountRealtime(app, door, hub);
  const mailListener = await listenForMail(config, base);
  return {
    app,
    base,
    signIn,
    mail_port: mailListener?.port ?? null,
    close: async () => {
      await mailListener?.stop();
      await hub.stop();
      await app.close();
      await worker.stop();
      await sequencer.stop();
      await core.close();
    },
  };
};

export type Core = {
  base: BaseCtx;
  pool: ReturnType<typeof createPool>;
  sequencer: Sequencer;
  signIn: SignIn;
  modules: Module[];
  close: () => Promise<void>;
};

/** Database and ports without HTTP and without workers: what the command line needs. */
export const composeCore = async (config: Config, options: ComposeOptions): Promise<Core> => {
  const secret = await readSecret(config);
  const pool = createPool(options.database_url);
  const db = createDb(pool, options.plugins);
  try {
    await migrate(db, pool);
  } catch (error) {
    await db.destroy();
    throw databaseError(options.database_url, error);
  }
  // The ports hold the sequencer and the modules, which hold the ports: both are looked up when used.
  const ports: Ports = {
    enricher: localEnricher,
    llm: createLlm({ timeout_ms: config.llm_timeout_ms }),
    llm_default: config.llm,
    analyst: localAnalyst,
    suggester: localSuggester,
    mail: {
      domain: config.mail.domain,
      carrier: config.mail.server ? smtpCarrier(config.mail.server) : mailSink,
      has_server: config.mail.server !== null,
      carrierTo: (server) => smtpCarrier(server, { allow_private: config.mail.allow_private }),
    },
    mailContact,
    storage: await openStorage(config),
    file_links: createFileLinks(secret, config.public_url),
    carrierMedia: createCarrierMedia(
      createFetchForeign({
        trusted_origins: config.twilio_api_base_url
          ? [new URL(config.twilio_api_base_url).origin]
          : [],
      }),
      config.twilio_api_base_url,
    ),
    secrets: createSecretBox(secret),
    telephony: {
      twilio: createTwilio({
        base_url: config.twilio_api_base_url,
        findAccount: findTwilioAccount,
      }),
      simulator: createSimulator(secret),
    },
    postToSelf: async () => {
      throw new Error('Only a server that serves HTTP has public addresses.');
    },
    events: { wake: () => sequencer.wake() },
    onEvent: async (ctx, type, payload) => {
      for (const module of modules) await module.listens?.[type]?.(ctx, payload as never);
    },
    onFounded: async (ctx) => {
      for (const module of modules) await module.onFounded?.(ctx);
    },
    onCallTranscribed: async (ctx, call) => {
      for (const module of modules) await module.onCallTranscribed?.(ctx, call);
    },
    onCarrierCall: async (ctx, line, call) => {
      for (const module of modules) await module.onCarrierCall?.(ctx, line, call);
    },
    log: consoleLog(),
    public_url: config.public_url,
    sign_up: config.sign_up,
  };
  const base: BaseCtx = { db, ports, now: () => new Date() };
  const sequencer = startSequencer(() => base);
  const signIn = createSignIn(base, db, secret);
  const modules = listModules(signIn);
  return {
    base,
    pool,
    sequencer,
    signIn,
    modules,
    close: async () => {
      // It looks at the tables in the background, and complains when they go away meanwhile.
      await signIn.$context.then((context) => context.checkSchema?.()).catch(() => undefined);
      await db.destroy();
    },
  };
};

/** @throws StartError when the port or the certificate cannot be had */
const listenForMail = async ({ mail }: Config, base: BaseCtx): Promise<MailListener | null> => {
  if (!mail.listener) return null;
  const { port, host, tls } = mail.listener;
  const door = {
    accepts: async (address: string) => (await findRecipientOrganization(base, address)) !== null,
    receive: async (taken: Parameters<typeof receiveForRecipients>[1]) =>
      receiveForRecipients(base, taken),
  };
  try {
    const read = async (file: string) => readFile(file, 'utf8');
    const pem = tls && { cert: await read(tls.cert_file), key: await read(tls.key_file) };
    const { log } = base.ports;
    return await startMailListener(door, { port, host, name: mail.domain, tls: pem, log });
  } catch (error) {
    throw startError(
      `Mail cannot be taken on port ${port}: ${(error as Error).message}. Choose another SMTP_LISTEN_PORT, or leave it out.`,
    );
  }
};

/** The library of the bucket is large: loaded only when it is used. */
const openStorage = async ({ s3, data_dir }: Config): Promise<Storage> => {
  if (!s3) return diskStorage(join(data_dir, 'files'));
  const { s3Storage } = await import('./platform/storage/s3-storage.ts');
  return s3Storage(s3);
};

const consoleLog = (): Log => ({
  info: () => undefined,
  warn: (_fields, message) => console.error(message),
  error: (_fields, message) => console.error(message),
});

const readSecret = async ({ secret_key, data_dir }: Config): Promise<string> => {
  if (secret_key) return secret_key;
  const path = join(data_dir, 'secret');
  const known = await readFile(path, 'utf8').catch(() => null);
  if (known && known.trim().length >= 32) return known.trim();
  const secret = randomBytes(32).toString('base64url');
  await mkdir(data_dir, { recursive: true });
  await writeFile(path, secret, { mode: 0o600 });
  await chmod(path, 0o600);
  return secret;
};
