// What enrichment did to a contact, and taking it back.
import type { EnrichedField } from '@rapport/contract/enrichment.api';
import type { Extraction } from '@rapport/domain/enrichment/fields';
import { FILLED_FIELDS } from '@rapport/domain/enrichment/rules';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { trackChanges } from '../contacts/changes.service.ts';
import { updateFields } from '../contacts/contacts.service.ts';
import { withdrawEmail } from '../contacts/emails.service.ts';
import { restoreMemoryNote, withdrawNote } from '../notes/notes.service.ts';
import { enrichmentErrors } from './enrichment.errors.ts';
import * as queries from './enrichment.queries.ts';

export { findRun, listEvidence, listRuns } from './enrichment.queries.ts';

/** A name is empty as text, everything else as nothing. */
const EMPTY: Partial<Record<EnrichedField, string>> = { first_name: '', last_name: '' };

/**
 * Takes back what a run filled, field by field, as long as the field still holds what the run wrote.
 * Without `fields` all of it goes, with the note of the run and what it added to the memory.
 * @returns what stays because somebody changed it since
 * @throws RUN_NOT_FOUND, CONTACT_NOT_FOUND
 */
export const revertRun = async (
  ctx: Ctx,
  contact_id: string,
  run_id: string,
  fields?: EnrichedField[],
): Promise<{ kept: string[] }> =>
  inTx(ctx, async (ctx) => {
    const kept: string[] = [];
    const taken: EnrichedField[] = [];
    const revert = async (ctx: Ctx, before: Record<string, unknown>) => {
      const run = await queries.lockRun(ctx, contact_id, run_id);
      if (!run) throw enrichmentErrors.RUN_NOT_FOUND();
      const wanted = fieldsOf(run, fields);
      const empty: Record<string, string | null> = {};
      for (const field of wanted) {
        const value = valueIn(run.extraction as unknown as Extraction, field);
        if (field === 'email') {
          if (value && (await withdrawEmail(ctx, contact_id, value))) taken.push(field);
          else kept.push(field);
        } else if (before[field] === value) {
          empty[field] = EMPTY[field] ?? null;
          taken.push(field);
        } else kept.push(field);
      }
      if (Object.keys(empty).length > 0) await updateFields(ctx, contact_id, empty);
      await queries.deleteEvidence(ctx, contact_id, run_id, taken);
      await queries.markReverted(ctx, run_id, [...new Set([...run.reverted, ...taken])]);
      if (fields) return;
      if (run.note_id) await withdrawNote(ctx, contact_id, run.note_id);
      if (!(await restoreMemoryNote(ctx, contact_id, run.memory_after, run.memory_before)))
        kept.push('memory');
    };
    await trackChanges(ctx, contact_id, revert);
    await emit(ctx, 'contact.enriched', { contact_id, run_id });
    return { kept };
  });

/** The summary is filled by every run, and is not among its empty fields. */
const fieldsOf = (
  run: { filled: string[]; reverted: string[] },
  wanted: EnrichedField[] | undefined,
): EnrichedField[] => {
  const possible = [
    ...FILLED_FIELDS.filter((field) => run.filled.includes(field)),
    'ai_summary',
  ] as const;
  return possible.filter(
    (field) => !run.reverted.includes(field) && (!wanted || wanted.includes(field)),
  );
};

const valueIn = (extraction: Extraction, field: EnrichedField): string | null =>
  field === 'ai_summary'
    ? extraction.ai_summary || null
    : (extraction[field]?.value.trim() ?? null);
