import { describe, expect, test } from 'vitest';
import { buildGatewayKey, buildOrganization, callerOf } from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';

const server = await testServer();
const { ctx, owner } = await buildOrganization(server);
const { client } = owner;
const identity = {
  tenant_id: ctx.organization_id,
  external_id: 'visitor-1',
  channel: 'widget',
} as const;

describe('a gateway key', () => {
  test('is shown once; what is kept and listed does not hold it', async () => {
    const { key, gateway_key } = await client.createGatewayKey({ body: { name: 'Chat engine' } });
    expect(key.startsWith(gateway_key.prefix)).toBe(true);
    expect(key.length).toBeGreaterThan(gateway_key.prefix.length + 30);
    const { gateway_keys } = await client.listGatewayKeys();
    expect(gateway_keys).toContainEqual(gateway_key);
    expect(JSON.stringify(gateway_keys)).not.toContain(key);
    const rows = await ctx.db.selectFrom('gateway_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  test('notes when it was last used, at most once a minute', async () => {
    const { id, client: program } = await buildGatewayKey(ctx);
    const lastUse = async () => {
      const { gateway_keys } = await client.listGatewayKeys();
      return gateway_keys.find((key) => key.id === id)!.last_used_at;
    };
    expect(await lastUse()).toBeNull();
    await program.resolveContact({ body: identity });
    const first = await lastUse();
    expect(first).not.toBeNull();
    await program.resolveContact({ body: identity });
    expect(await lastUse()).toBe(first);
    await ctx.db
      .updateTable('gateway_key')
      .set({ last_used_at: new Date(Date.now() - 61_000) })
      .where('id', '=', id)
      .execute();
    await program.resolveContact({ body: identity });
    expect(Date.parse((await lastUse())!)).toBeGreaterThanOrEqual(Date.parse(first!));
  });

  test('stops working the moment it is revoked, and is revoked once', async () => {
    const { id, client: program } = await buildGatewayKey(ctx);
    await program.resolveContact({ body: identity });
    const params = { gateway_key_id: id };
    await client.removeGatewayKey({ params });
    await expect(program.resolveContact({ body: identity })).rejects.toMatchObject({ status: 401 });
    await expect(client.removeGatewayKey({ params })).rejects.toMatchObject({
      status: 404,
      code: 'GATEWAY_KEY_NOT_FOUND',
    });
  });

  test('counts before a cookie that comes along: a program is not a person', async () => {
    const { headers } = await buildGatewayKey(ctx);
    const both = callerOf(server, { ...headers, ...owner.headers });
    await expect(both.client.getMe()).rejects.toMatchObject({ status: 401 });
  });
});
