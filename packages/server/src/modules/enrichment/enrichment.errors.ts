import { defineErrors } from '../../platform/errors.ts';

export const enrichmentErrors = defineErrors({
  BATCH_NOT_FOUND: { status: 404, message: 'There is no such batch.' },
  RUN_NOT_FOUND: { status: 404, message: 'There is no such run.' },
  NO_MESSAGES: {
    status: 400,
    message: 'This contact has no messages with text, so there is nothing to read.',
  },
});
