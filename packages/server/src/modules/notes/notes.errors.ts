import { defineErrors } from '../../platform/errors.ts';

export const noteErrors = defineErrors({
  NOTE_NOT_FOUND: { status: 404, message: 'There is no such note on this contact.' },
  NOT_YOUR_NOTE: {
    status: 403,
    message: 'Only its author may change this note; write one of your own instead.',
  },
  NOTE_NOT_EDITABLE: {
    status: 403,
    message: 'Rapport wrote this note, so people cannot change it; write one of your own instead.',
  },
  MEMORY_NOTE_KEPT: {
    status: 409,
    message: 'The memory of a contact cannot be deleted as a note; let it be forgotten instead.',
  },
  NOT_REMEMBERED: {
    status: 404,
    message: 'This is not remembered any more: somebody forgot it, or it was learned anew.',
  },
});
