import { defineErrors } from '../../platform/errors.ts';

export const transferErrors = defineErrors({
  IMPORT_NOT_FOUND: { status: 404, message: 'There is no such import.' },
  NO_FILE: { status: 400, message: 'Send the file as the form field "file".' },
  EMPTY_FILE: { status: 400, message: 'The file {file_name} is empty.' },
  UNKNOWN_FORMAT: {
    status: 400,
    message:
      '{file_name} is none of the formats that can be imported: SMS Backup & Restore XML, a WhatsApp chat export (.txt, taken out of its .zip), or JSON Lines.',
  },
  NOT_CONTACTS: {
    status: 400,
    message:
      '{file_name} is neither a CSV nor a vCard file of contacts. Save a spreadsheet as CSV, and import that.',
  },
  CONTACT_IMPORT_NOT_FOUND: { status: 404, message: 'There is no such import.' },
  CONTACT_IMPORT_BUSY: {
    status: 409,
    message: 'This import is under way or over; upload the file again to start anew.',
  },
  NOT_WAITING: { status: 409, message: 'This import is not waiting for an answer.' },
  SAMPLE_LOADED: {
    status: 409,
    message: 'The sample workspace is loaded already; remove it first to load it anew.',
  },
});
