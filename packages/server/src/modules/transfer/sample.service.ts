// The sample workspace: invented people whose conversations end today, and a way to be rid of them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { removeSampleContacts } from '../contacts/contacts.service.ts';
import { deleteSampleImports, hasSample } from './imports.queries.ts';
import { createImport, storeFile } from './imports.service.ts';
import { loadSampleCalls } from './sample-calls.service.ts';
import { transferErrors } from './transfer.errors.ts';

const FILE = join(import.meta.dirname, 'sample/sample.jsonl');

/**
 * Starts loading the sample, as an import like any other.
 * @param queue false for a caller that runs the import itself
 * @throws SAMPLE_LOADED
 */
export const loadSample = async (ctx: Ctx, queue = true) => {
  if (await hasSample(ctx)) throw transferErrors.SAMPLE_LOADED();
  const text = datedSample(await readFile(FILE, 'utf8'), ctx.now());
  const stored = await storeFile(ctx, Readable.from([text]));
  return inTx(ctx, async (ctx) => {
    await loadSampleCalls(ctx, (moment) => dated(moment, ctx.now()));
    return createImport(ctx, stored, {
      file_name: 'Sample workspace',
      options: { format: 'json_lines' },
      is_sample: true,
      queue,
    });
  });
};

/** Removes the people that the sample brought, with their messages and notes. @returns how many */
export const removeSample = async (ctx: Ctx): Promise<number> =>
  inTx(ctx, async (ctx) => {
    const removed = await removeSampleContacts(ctx);
    await deleteSampleImports(ctx);
    await emit(ctx, 'contacts.changed', {});
    return removed;
  });

/** The sample with dates in place of its "-63d 14:05". */
const datedSample = (text: string, now: Date): string =>
  text.replace(
    /"sent_at":\s*"(-\d+d \d\d:\d\d)"/g,
    (_, moment: string) => `"sent_at":"${dated(moment, now).toISOString()}"`,
  );

/**
 * A moment of the sample. Its files say when things were said as days before today and a time of day
 * ("-63d 14:05"), so that the newest are always of today; nothing is said in the future.
 * @param now the moment of loading; times are UTC
 */
const dated = (moment: string, now: Date): Date => {
  const [, days, hour, minute] = /^-(\d+)d (\d\d):(\d\d)$/.exec(moment)!.map(Number);
  const at = new Date(now);
  at.setUTCDate(at.getUTCDate() - days!);
  at.setUTCHours(hour!, minute!, 0, 0);
  // Later today has not happened yet: it was yesterday.
  if (at > now) at.setUTCDate(at.getUTCDate() - 1);
  return at;
};
