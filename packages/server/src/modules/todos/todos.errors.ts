import { defineErrors } from '../../platform/errors.ts';

export const todoErrors = defineErrors({
  TODO_NOT_FOUND: { status: 404, message: 'There is no such todo in this organization.' },
  TODO_CALL_NOT_FOUND: { status: 404, message: 'This contact has no such call.' },
  TODO_MOVE_REFUSED: {
    status: 409,
    message: 'A todo that is {from} cannot become {to}; it can become {next}.',
  },
  TODO_TOOL_FIXED: {
    status: 409,
    message: 'This todo was reviewed with the e-mail as it is; make a new one to send another.',
  },
  NO_EMAIL: {
    status: 409,
    message: 'This contact has no e-mail address; add one, then start the todo again.',
  },
  DO_NOT_CONTACT: {
    status: 409,
    message: 'This contact is marked "do not contact", so nothing is sent.',
  },
});
