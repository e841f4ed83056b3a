import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { buildOrganization } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import {
  findProviderSettings,
  listOrganizationsWith,
  removeProviderSettings,
  saveProviderSettings,
} from './provider-settings.service.ts';

describe('settings of a provider', async () => {
  const server = await testServer();
  const save = saveProviderSettings;

  test('come back as they were saved, and no secret is readable in the database', async () => {
    const { ctx } = await buildOrganization(server);
    const token = 'a-token-nobody-may-read';
    await save(ctx, 'twilio', { settings: { account_sid: 'AC1' }, secrets: { auth_token: token } });
    expect(await findProviderSettings(ctx, 'twilio')).toMatchObject({
      settings: { account_sid: 'AC1' },
      secrets: { auth_token: token },
    });
    const { rows } = await sql`select provider_setting::text as row from provider_setting`.execute(
      server.base.db,
    );
    expect(JSON.stringify(rows)).toContain('AC1');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('keep a secret that is left out, and forget one that is empty', async () => {
    const { ctx } = await buildOrganization(server);
    await save(ctx, 'smtp', { settings: {}, secrets: { password: 'one', other: 'two' } });
    await save(ctx, 'smtp', {
      settings: { host: 'h' },
      secrets: { password: undefined, other: '' },
    });
    expect(await findProviderSettings(ctx, 'smtp')).toMatchObject({
      settings: { host: 'h' },
      secrets: { password: 'one' },
    });
    expect((await findProviderSettings(ctx, 'smtp'))?.secrets).not.toHaveProperty('other');
  });

  test('belong to their organization', async () => {
    const { ctx: ours } = await buildOrganization(server);
    const { ctx: theirs } = await buildOrganization(server);
    await save(ours, 'llm', { settings: {}, secrets: { api_key: 'k' } });
    expect(await findProviderSettings(theirs, 'llm')).toBeNull();
    expect(await removeProviderSettings(theirs, 'llm')).toBe(false);
    expect(await listOrganizationsWith(server.base, 'llm')).toEqual([ours.organization_id]);
    // A sealed row that is copied to another organization does not open there.
    await sql`insert into provider_setting (organization_id, provider, settings, secrets)
      select ${theirs.organization_id}, provider, settings, secrets from provider_setting
      where organization_id = ${ours.organization_id}`.execute(server.base.db);
    await expect(findProviderSettings(theirs, 'llm')).rejects.toThrow('authenticate');
    expect(await removeProviderSettings(ours, 'llm')).toBe(true);
  });
});
