import { type Ctx, memberIdOf } from '../../platform/ctx.ts';

export const findProviderSetting = async (ctx: Ctx, provider: string) =>
  ctx.db
    .selectFrom('provider_setting')
    .select(['settings', 'secrets', 'updated_at'])
    .where('organization_id', '=', ctx.organization_id)
    .where('provider', '=', provider)
    .executeTakeFirst();

export const upsertProviderSetting = async (
  ctx: Ctx,
  provider: string,
  { settings, secrets }: { settings: object; secrets: string },
): Promise<void> => {
  const values = {
    settings: JSON.stringify(settings),
    secrets,
    updated_by: memberIdOf(ctx),
    updated_at: ctx.now(),
  };
  await ctx.db
    .insertInto('provider_setting')
    .values({ organization_id: ctx.organization_id, provider, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'provider']).doUpdateSet(values))
    .execute();
};

export const deleteProviderSetting = async (ctx: Ctx, provider: string): Promise<boolean> => {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('provider_setting')
    .where('organization_id', '=', ctx.organization_id)
    .where('provider', '=', provider)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** The organizations that have set up a provider. */
export const listOrganizationsWith = async (db: Ctx['db'], provider: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('provider_setting')
    .select('organization_id')
    .where('provider', '=', provider)
    .execute();
  return rows.map((row) => row.organization_id);
};
