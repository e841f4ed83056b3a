// Contacts from a CSV or vCard file, in this process: what each column was taken for, a bar, and the counts.
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ContactImportSettings } from '@rapport/contract/contact-imports.api';
import {
  cancelContactImport,
  createContactImport,
  exportRejections,
  getContactImport,
  queuePass,
  startPass,
} from '../modules/transfer/contact-imports.service.ts';
import { runContactImport } from '../modules/transfer/contact-run.service.ts';
import { storeFile } from '../modules/transfer/imports.service.ts';
import type { Ctx } from '../platform/ctx.ts';
import { usageError } from './command.ts';
import { workHere } from './run-import.ts';

type Import = Awaited<ReturnType<typeof getContactImport>>;

export const isContactFile = (file: string): boolean => /\.(csv|tsv|vcf|vcard)$/i.test(file);

export type ContactOptions = {
  update?: string | undefined;
  tag?: string | undefined;
  country?: string | undefined;
  check: boolean;
};

/**
 * Imports a file with the guessed mapping; rows that are refused are written beside it, to be mended.
 * @returns whether it completed
 */
export const importContacts = async (
  ctx: Ctx,
  file: string,
  { update, tag, country, check }: ContactOptions,
): Promise<boolean> => {
  if (update !== undefined && update !== 'fill_empty' && update !== 'overwrite')
    throw usageError('--update is fill_empty or overwrite.');
  const stored = await storeFile(ctx, createReadStream(file));
  const made = await createContactImport(ctx, stored, basename(file));
  printMapping(made);
  const settings: ContactImportSettings = {
    ...(update ? { update } : {}),
    ...(tag ? { tag_name: tag } : {}),
    ...(country ? { country } : {}),
  };
  await startPass(ctx, made.id, settings, check, false);
  await workHere({
    run: async () => runContactImport(ctx, made.id, true),
    queue: async (run_at) => queuePass(ctx, made.id, run_at),
    cancel: async () => void (await cancelContactImport(ctx, made.id)),
  });
  const result = await getContactImport(ctx, made.id);
  await printResult(ctx, file, result);
  if (check) await cancelContactImport(ctx, made.id);
  return result.error === null && result.status !== 'cancelled';
};

const printMapping = ({ columns, mapping, format }: Import): void => {
  if (format === 'vcard') return;
  for (const [i, { name }] of columns.entries()) {
    const target = mapping.find(({ column }) => column === i)?.target;
    console.log(`  ${name} -> ${target ?? '(not imported)'}`);
  }
};

const printResult = async (ctx: Ctx, file: string, result: Import): Promise<void> => {
  if (result.error) console.error(result.error);
  if (result.status === 'cancelled') console.log('Stopped. What is in stays in.');
  if (result.dry_run) console.log('A dry run: nothing was written.');
  for (const name of ['created', 'updated', 'unchanged', 'rejected'] as const)
    console.log(`  ${name.padEnd(10)} ${result[name].toLocaleString('en')}`);
  if (result.rejected === 0) return;
  const mend = `${file}.rejected.csv`;
  await writeFile(mend, await text(await exportRejections(ctx, result.id)));
  console.log(`The rejected rows, with reasons, are in ${mend}: mend them and import that file.`);
};
