import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  cancelImport,
  createImport,
  readOptions,
  storeFile,
} from '../modules/transfer/imports.service.ts';
import { startError } from '../platform/start-error.ts';
import { type Command, readArguments, usageError, withOrganization } from './command.ts';
import { importContacts, isContactFile } from './import-contacts.ts';
import { printReport, runHere } from './run-import.ts';

export const importHistory: Command = {
  name: 'import',
  usage: 'import FILE [OPTIONS]',
  help: [
    'Imports contacts (.csv, .vcf) or a history: SMS Backup & Restore XML, a WhatsApp chat export (.txt), or JSON Lines.',
    'A file may be imported again: what is known changes nothing. Ctrl-C stops; what is in stays in.',
    '--organization NAME|ID    when there are several',
    '--format FORMAT           sms_backup, whatsapp or json_lines, unless the file tells',
    '--own-name NAME           WhatsApp: your name in the chat; may be given several times',
    '--contact-phone NUMBER    WhatsApp: the number of the contact, when the chat shows only a name',
    '--date-order dmy|mdy      WhatsApp: how 03/04 is read, when the file does not tell',
    "--timezone ZONE           of times without one, such as Europe/Berlin; else the organization's",
    '--check                   contacts: a dry run, which says what would happen',
    '--update overwrite        contacts: replace what is here, instead of filling in what is empty',
    '--tag NAME                contacts: a tag for all of them',
    "--country CODE            contacts: of numbers without a country code; else the organization's",
  ],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      organization: { type: 'string' },
      format: { type: 'string' },
      'own-name': { type: 'string', multiple: true },
      'contact-phone': { type: 'string' },
      'date-order': { type: 'string' },
      timezone: { type: 'string' },
      check: { type: 'boolean', default: false },
      update: { type: 'string' },
      tag: { type: 'string' },
      country: { type: 'string' },
    });
    const [file] = positionals;
    if (positionals.length !== 1 || file === undefined)
      throw usageError('Say which file to import.');
    await requireFile(file);
    if (isContactFile(file))
      return withOrganization(values.organization, async (ctx, { name }) => {
        console.log(`Importing ${basename(file)} into ${name}.`);
        return importContacts(ctx, file, values);
      });
    const options = readOptions({
      format: values.format,
      own_names: values['own-name']?.join('\n'),
      contact_phone: values['contact-phone'],
      date_order: values['date-order'],
      timezone: values.timezone,
    });
    return withOrganization(values.organization, async (ctx, { name }) => {
      console.log(`Importing ${basename(file)} into ${name}.`);
      const stored = await storeFile(ctx, createReadStream(file));
      const made = { file_name: basename(file), options, queue: false };
      const { id } = await createImport(ctx, stored, made);
      const result = await runHere(ctx, id);
      if (result.status === 'needs_answer') {
        await cancelImport(ctx, id);
        const names = result.participants.map((one) => `"${one}"`).join(', ');
        console.error(
          `The chat does not tell which of these is you: ${names}. Import again with --own-name NAME.`,
        );
        return false;
      }
      return printReport(ctx, result);
    });
  },
};

const requireFile = async (file: string): Promise<void> => {
  const found = await stat(file).catch(() => null);
  if (!found) throw usageError(`There is no file ${file}.`);
  if (!found.isFile()) throw startError(`${file} is not a file; import one file at a time.`);
};
