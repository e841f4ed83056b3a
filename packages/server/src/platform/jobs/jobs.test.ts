import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { importJob } from '../../modules/transfer/imports.jobs.ts';
import { getImport } from '../../modules/transfer/imports.service.ts';
import { inTx } from '../ctx.ts';
import { newId } from '../ids.ts';
import { buildImport, buildOrganization } from '../testing/builders.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/waiting.ts';
import { enqueue } from './jobs.ts';

const server = await testServer();
const { ctx } = await buildOrganization(server);
const { organization_id } = ctx;

const LINE =
  '{"contact":{"external_id":"a"},"direction":"inbound","channel":"telegram","body":"Hi","sent_at":"2026-01-01T00:00:00Z"}';

const completed = (import_id: string) =>
  until('the import', async () => (await getImport(ctx, import_id)).status === 'completed');

/** Jobs that wait, or that failed for good. */
const left = async (key: string) => {
  const { rows } = await sql<{ attempts: number; last_error: string | null }>`
    select attempts, last_error from graphile_worker.jobs where key = ${key}`.execute(ctx.db);
  return rows;
};

describe('a job', () => {
  test('is done soon after the commit that queued it, and is gone', async () => {
    const { id: import_id } = await buildImport(ctx, LINE);
    const key = newId();
    await inTx(ctx, (ctx) => enqueue(ctx, importJob, { organization_id, import_id }, { key }));
    await completed(import_id);
    await until('the end of the job', async () => (await left(key)).length === 0);
    expect(await getImport(ctx, import_id)).toMatchObject({ messages_created: 1 });
  });

  test('of a transaction that did not happen is not done', async () => {
    const { id: import_id } = await buildImport(ctx, LINE);
    const key = newId();
    const broken = inTx(ctx, async (ctx) => {
      await enqueue(ctx, importJob, { organization_id, import_id }, { key });
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await left(key)).toEqual([]);
    expect((await getImport(ctx, import_id)).status).toBe('queued');
  });

  test('with a payload that its type does not allow is not queued', async () => {
    const bad = enqueue(ctx, importJob, { organization_id, import_id: 'nobody' });
    await expect(bad).rejects.toThrow('import_id');
  });

  test('whose payload an older program wrote fails alone, with its reason; others go on', async () => {
    const key = newId();
    await sql`select graphile_worker.add_job(${importJob.name}, '{"import": 7}'::json,
                                             job_key => ${key}, max_attempts => 1)`.execute(ctx.db);
    const [failed] = await until('the failure', async () => {
      const jobs = await left(key);
      return jobs[0]?.last_error ? jobs : null;
    });
    expect(failed!.last_error).toContain('organization_id');
    const { id: import_id } = await buildImport(ctx, LINE);
    await enqueue(ctx, importJob, { organization_id, import_id });
    await completed(import_id);
  });

  test('with the key of one that waits takes its place', async () => {
    const [first, second] = [await buildImport(ctx, LINE), await buildImport(ctx, LINE)];
    const options = { key: newId(), run_at: new Date(Date.now() + 3_600_000) };
    await enqueue(ctx, importJob, { organization_id, import_id: first.id }, options);
    await enqueue(ctx, importJob, { organization_id, import_id: second.id }, options);
    expect(await left(options.key)).toHaveLength(1);
    await enqueue(
      ctx,
      importJob,
      { organization_id, import_id: second.id },
      { ...options, run_at: new Date() },
    );
    await completed(second.id);
    expect((await getImport(ctx, first.id)).status).toBe('queued');
  });
});
