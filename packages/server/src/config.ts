// The only reader of the environment: every setting, its default, and what is wrong with a bad one.
import { resolve } from 'node:path';
import { z } from 'zod';
import type { S3Settings } from './platform/storage/s3-storage.ts';
import type { LlmTarget } from './platform/llm/llm.ts';
import type { SmtpServer } from './platform/mail/carrier.ts';
import { readSmtpUrl } from './platform/mail/smtp-url.ts';
import { startError } from './platform/start-error.ts';

const schema = z.object({
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .refine(
      (url) => URL.canParse(url),
      'must be an address like postgres://user:password@host/database; write special characters of the password as %xx',
    )
    .optional(),
  /** Where people reach this server: links in invitations, cookies, tokens. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  /** Signs sessions. Made and kept in DATA_DIR unless given; several servers need the same one. */
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  SIGN_UP: z.enum(['invitation', 'open'], 'must be invitation or open').default('invitation'),
  /** Proxies whose X-Forwarded-* headers count: addresses or networks, separated by commas. */
  TRUSTED_PROXIES: z.string().default(''),
  /** A bucket for files instead of DATA_DIR/files: all five, or none. */
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Where Twilio's API is instead of at Twilio: for a stand-in or a proxy. */
  TWILIO_API_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .optional(),
  /** Language model: a key for OpenRouter, or the address of any OpenAI-compatible server and its key. */
  OPENROUTER_API_KEY: z.string().optional(),
  LLM_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_MODEL: z.string().default('google/gemini-3.1-flash-lite-preview'),
  LLM_TIMEOUT_SECONDS: z.coerce.number('must be a number').positive().max(600).default(30),
  /** The mail server that carries mail: smtp://user:password@host:587, smtps:// for TLS from the first byte. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@host:587' })
    .optional(),
  /** Whether an organization may name a mail server in a private network; not on a server with open sign-up. */
  SMTP_ALLOW_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').optional(),
  /** What stands after the @ of the organizations' addresses; the host of PUBLIC_URL unless given, where that is a name. */
  MAIL_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'must be a domain such as mail.example.com')
    .optional(),
  /** Takes mail for those addresses on this port: 25, or any that a mail host is told of. */
  SMTP_LISTEN_PORT: z.coerce.number('must be a number').int().min(0).max(65_535).optional(),
  SMTP_LISTEN_HOST: z.string().default('0.0.0.0'),
  /** Certificate and key in PEM files, so that others may encrypt what they send. */
  SMTP_TLS_CERT: z.string().optional(),
  SMTP_TLS_KEY: z.string().optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    )
    .default('warn'),
});

export type Config = {
  port: number;
  host: string;
  data_dir: string;
  database_url: string | null;
  public_url: string;
  secret_key: string | null;
  sign_up: 'invitation' | 'open';
  trusted_proxies: string[];
  /** Null = at Twilio. */
  twilio_api_base_url: string | null;
  mail: MailConfig;
  log_level: string;
  /** The language model for organizations without settings of their own. */
  llm: LlmTarget | null;
  llm_timeout_ms: number;
  /** Null keeps files on the local disk. */
  s3: S3Settings | null;
};

export type MailConfig = {
  /** Null keeps mails here, to be read. */
  server: SmtpServer | null;
  /** Of servers that organizations name. */
  allow_private: boolean;
  domain: string;
  /** Null takes no mail by SMTP. */
  listener: {
    port: number;
    host: string;
    tls: { cert_file: string; key_file: string } | null;
  } | null;
};

/**
 * Reads the settings.
 * @throws StartError that names the first bad one
 */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  // An empty variable is as good as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw startError(`The setting ${issue.path.join('.')} ${issue.message}.`);
  }
  const env = result.data;
  return {
    port: env.PORT,
    host: env.HOST,
    data_dir: resolve(env.DATA_DIR),
    database_url: env.DATABASE_URL ?? null,
    public_url: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    secret_key: env.SECRET_KEY ?? null,
    sign_up: env.SIGN_UP,
    trusted_proxies: env.TRUSTED_PROXIES.split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    twilio_api_base_url: env.TWILIO_API_BASE_URL?.replace(/\/$/, '') ?? null,
    mail: readMail(env),
    log_level: env.LOG_LEVEL,
    llm: llmOf(env),
    llm_timeout_ms: env.LLM_TIMEOUT_SECONDS * 1000,
    s3: readS3(env),
  };
};

/** @throws StartError that names what lacks when only a part is given */
const readS3 = (env: z.output<typeof schema>): S3Settings | null => {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  const all = { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
  const missing = Object.entries(all).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === Object.keys(all).length) return null;
  if (missing.length > 0)
    throw startError(
      `Files are to be kept in a bucket, but ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set. Set all of ${Object.keys(all).join(', ')}, or none.`,
    );
  return {
    endpoint: S3_ENDPOINT!,
    bucket: S3_BUCKET!,
    region: S3_REGION!,
    access_key_id: S3_ACCESS_KEY_ID!,
    secret_access_key: S3_SECRET_ACCESS_KEY!,
  };
};

const readMail = (env: z.output<typeof schema>): MailConfig => {
  const { SMTP_TLS_CERT: cert_file, SMTP_TLS_KEY: key_file, SMTP_LISTEN_PORT: port } = env;
  if (Boolean(cert_file) !== Boolean(key_file))
    throw startError('SMTP_TLS_CERT and SMTP_TLS_KEY belong together. Set both, or none.');
  const tls = cert_file && key_file ? { cert_file, key_file } : null;
  return {
    server: env.SMTP_URL ? readSmtpUrl(env.SMTP_URL) : null,
    allow_private: env.SMTP_ALLOW_PRIVATE
      ? env.SMTP_ALLOW_PRIVATE === 'yes'
      : env.SIGN_UP !== 'open',
    domain: env.MAIL_DOMAIN ?? domainOf(env.PUBLIC_URL ?? 'http://localhost'),
    listener: port === undefined ? null : { port, host: env.SMTP_LISTEN_HOST, tls },
  };
};

/** A name that only this machine knows, and a number, are no domain of mail. */
const domainOf = (public_url: string): string => {
  const { hostname } = new URL(public_url);
  return /\.[a-z-]{2,}$/i.test(hostname) ? hostname : 'mail.localhost';
};

const OPENROUTER = 'https://openrouter.ai/api/v1';

/** A key for OpenRouter goes to OpenRouter alone; another server has LLM_API_KEY, or needs none. */
const llmOf = (env: z.output<typeof schema>): LlmTarget | null => {
  const model = env.LLM_MODEL;
  if (env.LLM_BASE_URL) {
    const isOpenRouter = new URL(env.LLM_BASE_URL).hostname.endsWith('openrouter.ai');
    const api_key = env.LLM_API_KEY ?? (isOpenRouter ? env.OPENROUTER_API_KEY : undefined) ?? null;
    return { base_url: env.LLM_BASE_URL, api_key, model };
  }
  return env.OPENROUTER_API_KEY
    ? { base_url: OPENROUTER, api_key: env.OPENROUTER_API_KEY, model }
    : null;
};
