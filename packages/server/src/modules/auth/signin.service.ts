// The door to better-auth: accounts, passwords, sessions and tokens of people. Membership is ours.
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { jwt } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { BaseCtx } from '../../platform/ctx.ts';
import { Refusal } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { joinOrganization, requireMayJoin, type SignUpWish } from './membership.service.ts';

/** The header in which the server hands on the address it saw; a caller's own is dropped. */
export const CLIENT_ADDRESS = 'x-rapport-client';

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

export type SignIn = ReturnType<typeof createSignIn>;

/**
 * @param secret signs cookies and encrypts the private keys of the JWKS; 32 bytes or more
 */
export const createSignIn = (base: BaseCtx, db: Kysely<DB>, secret: string) =>
  betterAuth({
    baseURL: base.ports.public_url,
    basePath: '/api/auth',
    secret,
    // The page that this very server showed, under whatever name it is reached; other sites are refused.
    trustedOrigins: (request) => (request ? ownOrigins(request.url) : []),
    database: { db: db as never, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => base.ports.log.error({}, message) },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      cookiePrefix: 'rapport',
    },
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    user: { fields: { ...times, emailVerified: 'email_verified' } },
    session: {
      expiresIn: 60 * 60 * 24 * 30,
      fields: {
        ...times,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      fields: {
        ...times,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { fields: { ...times, expiresAt: 'expires_at' } },
    databaseHooks: {
      user: {
        create: {
          // Refused before the account exists; settled for good below, where only one can win.
          before: async (user, call) => {
            await asApiError(() => requireMayJoin(base, user.email, wishOf(call?.body)));
          },
          after: async (user, call) => {
            await asApiError(() => joinOrganization(base, user, wishOf(call?.body)));
          },
        },
      },
    },
    plugins: [
      jwt({
        jwt: {
          expirationTime: '15m',
          issuer: base.ports.public_url,
          audience: base.ports.public_url,
        },
        disableSettingJwtHeader: true,
        schema: {
          jwks: {
            fields: {
              publicKey: 'public_key',
              privateKey: 'private_key',
              createdAt: 'created_at',
              expiresAt: 'expires_at',
            },
          },
        },
      }),
    ],
  });

/** A proxy may end TLS in front of us without telling, so both schemes of our host are ours. */
const ownOrigins = (url: string): string[] => {
  const { host } = new URL(url);
  return [`http://${host}`, `https://${host}`];
};

const wishOf = (body: unknown): SignUpWish => {
  const { organization_name, invitation_token } = (body ?? {}) as Record<string, unknown>;
  const text = (value: unknown, max: number) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, max) : null;
  return {
    organization_name: text(organization_name, 120),
    invitation_token: text(invitation_token, 200),
  };
};

/** better-auth answers its own kind of error; ours keep their code and sentence. */
const asApiError = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new APIError('FORBIDDEN', { code: error.code, message: error.message });
  }
};
