import { createHash } from 'node:crypto';
import type { CallReport } from '@rapport/domain/calls/reports';
import type { Ctx } from '../../platform/ctx.ts';

/** What came before its call; the same twice is kept once. */
export const insertReport = async (ctx: Ctx, sid: string, report: StoredReport): Promise<void> => {
  const text = JSON.stringify(report);
  const digest = createHash('sha256').update(text).digest('base64url');
  await ctx.db
    .insertInto('call_report')
    .values({
      organization_id: ctx.organization_id,
      sid,
      digest,
      report: text,
      received_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** A report, or what was said in a call that is not there yet. */
export type StoredReport = CallReport & { message?: { text: string } | undefined; line?: Spoken };

/** One line that the provider's machine heard, with its number on its track. */
export type Spoken = {
  track: 'contact' | 'agent';
  sequence: number;
  text: string;
  /** ISO 8601. */
  at: string | null;
};

/** Takes the reports of a call that is there now. */
export const takeReports = async (ctx: Ctx, sid: string): Promise<StoredReport[]> => {
  const rows = await ctx.db
    .deleteFrom('call_report')
    .where('organization_id', '=', ctx.organization_id)
    .where('sid', '=', sid)
    .returning('report')
    .execute();
  return rows.map(({ report }) => report as StoredReport);
};
