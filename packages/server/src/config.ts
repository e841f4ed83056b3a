// The only reader of the environment: every setting, its default, and what is wrong with a bad one.
import { resolve } from 'node:path';
import { z } from 'zod';
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
  log_level: string;
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
    log_level: env.LOG_LEVEL,
  };
};
