import { describe, expect, test } from 'vitest';
import { inTx } from '../ctx.ts';
import { newId } from '../ids.ts';
import { buildOrganization, type TestCtx } from '../testing/builders.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/waiting.ts';
import { emit } from './events.ts';
import { getEventRange, pruneEvents } from './events.queries.ts';

const server = await testServer();

const change = (ctx: TestCtx) =>
  inTx(ctx, (ctx) => emit(ctx, 'contact.updated', { contact_id: newId() }));

/** The numbers of all events of an organization, once none is without one. */
const numbers = async ({ db, organization_id }: TestCtx): Promise<number[]> => {
  const list = () =>
    db
      .selectFrom('event')
      .select('seq')
      .where('organization_id', '=', organization_id)
      .orderBy('seq')
      .execute();
  await until('all numbers', async () => (await list()).every(({ seq }) => seq !== null));
  return (await list()).map(({ seq }) => seq!);
};

const counting = (length: number) => Array.from({ length }, (_, n) => n + 1);

describe('events', () => {
  test('are numbered from 1 without gaps in each organization, however many commit at once', async () => {
    const { ctx: one } = await buildOrganization(server);
    const { ctx: two } = await buildOrganization(server);
    await Promise.all(counting(120).map((n) => change(n % 3 === 0 ? two : one)));
    expect(await numbers(one)).toEqual(counting(80));
    expect(await numbers(two)).toEqual(counting(40));
    expect(await getEventRange(one.db, one.organization_id)).toEqual({ newest: 80, oldest: 1 });
  });

  test('are numbered without gaps by two servers that share a database', async () => {
    const second = await testServer({ beside: server });
    const { ctx } = await buildOrganization(server);
    const elsewhere = { ...ctx, ...second.base };
    await Promise.all(counting(60).map((n) => change(n % 2 === 0 ? ctx : elsewhere)));
    expect(await numbers(ctx)).toEqual(counting(60));
  });

  test('of one transaction stand in the order in which they were told', async () => {
    const { ctx } = await buildOrganization(server);
    await inTx(ctx, async (ctx) => {
      await emit(ctx, 'contact.created', { contact_id: newId() });
      await emit(ctx, 'contacts.changed', {});
      await emit(ctx, 'members.changed', {});
    });
    await numbers(ctx);
    const rows = await ctx.db
      .selectFrom('event')
      .select('type')
      .where('organization_id', '=', ctx.organization_id)
      .orderBy('seq')
      .execute();
    expect(rows.map(({ type }) => type)).toEqual([
      'contact.created',
      'contacts.changed',
      'members.changed',
    ]);
  });

  test('of what did not happen are not told', async () => {
    const { ctx } = await buildOrganization(server);
    const broken = inTx(ctx, async (ctx) => {
      await emit(ctx, 'contacts.changed', {});
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    await change(ctx);
    expect(await numbers(ctx)).toEqual([1]);
  });

  test('that a dead process left without a number get one soon', async () => {
    const { ctx } = await buildOrganization(server);
    const row = { organization_id: ctx.organization_id, id: newId(), payload: '{}' };
    await ctx.db
      .insertInto('event')
      .values({ ...row, type: 'contacts.changed' })
      .execute();
    expect(await numbers(ctx)).toEqual([1]);
  });

  test('hold what their type allows, and nothing else', async () => {
    const { ctx } = await buildOrganization(server);
    const bad = emit(ctx, 'contact.updated', { contact_id: 'nobody' });
    await expect(bad).rejects.toThrow('contact_id');
    const told = { contact_id: newId(), password: 'x' };
    await inTx(ctx, (ctx) => emit(ctx, 'contact.updated', told));
    const { payload } = await ctx.db
      .selectFrom('event')
      .select('payload')
      .where('organization_id', '=', ctx.organization_id)
      .executeTakeFirstOrThrow();
    expect(payload).toEqual({ contact_id: told.contact_id });
  });

  test('are forgotten after some days, and their numbers are not used again', async () => {
    const { ctx } = await buildOrganization(server);
    await Promise.all([change(ctx), change(ctx)]);
    await numbers(ctx);
    await ctx.db
      .updateTable('event')
      .set({ created_at: new Date(Date.now() - 8 * 86_400_000) })
      .where('organization_id', '=', ctx.organization_id)
      .execute();
    expect(await pruneEvents(ctx.db, 7)).toBe(2);
    await change(ctx);
    expect(await numbers(ctx)).toEqual([3]);
  });
});
