// How an organization reaches its carrier, its mail server, its language model. Each owner of a provider
// has endpoints of its own and knows the shape; here the secrets are sealed and opened.
import { type Ctx, inTx } from '../../platform/ctx.ts';
import * as queries from './provider-settings.queries.ts';

export type Provider = 'twilio' | 'smtp' | 'llm';

export type ProviderSettings = {
  /** What may be shown. */
  settings: unknown;
  /** What may not: tokens and passwords by name. */
  secrets: Record<string, string>;
  updated_at: Date;
};

/** @returns null when the organization has not set the provider up */
export const findProviderSettings = async (
  ctx: Ctx,
  provider: Provider,
): Promise<ProviderSettings | null> => {
  const row = await queries.findProviderSetting(ctx, provider);
  if (!row) return null;
  const secrets = JSON.parse(ctx.ports.secrets.open(row.secrets, placeOf(ctx, provider)));
  return { settings: row.settings, secrets, updated_at: row.updated_at };
};

/**
 * Keeps settings whole. A secret that is left out keeps its value, because it is never sent to the page
 * that saves the form; an empty one is forgotten.
 */
export const saveProviderSettings = async (
  ctx: Ctx,
  provider: Provider,
  { settings, secrets }: { settings: object; secrets: Record<string, string | undefined> },
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const before = (await findProviderSettings(ctx, provider))?.secrets ?? {};
    const given = Object.entries(secrets).filter(([, value]) => value !== undefined);
    const kept = Object.entries({ ...before, ...Object.fromEntries(given) }).filter(
      ([, value]) => value !== '',
    );
    await queries.upsertProviderSetting(ctx, provider, {
      settings,
      secrets: ctx.ports.secrets.seal(
        JSON.stringify(Object.fromEntries(kept)),
        placeOf(ctx, provider),
      ),
    });
  });

/** @returns false when there was nothing to remove */
export const removeProviderSettings = async (ctx: Ctx, provider: Provider): Promise<boolean> =>
  queries.deleteProviderSetting(ctx, provider);

/** The organizations that have set up a provider, for work that visits each of them. */
export const listOrganizationsWith = async (
  { db }: Pick<Ctx, 'db'>,
  provider: Provider,
): Promise<string[]> => queries.listOrganizationsWith(db, provider);

const placeOf = (ctx: Ctx, provider: Provider): string => `${ctx.organization_id}/${provider}`;
