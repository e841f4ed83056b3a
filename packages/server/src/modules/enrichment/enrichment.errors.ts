import { defineErrors } from '../../platform/errors.ts';

export const enrichmentErrors = defineErrors({
  NO_MESSAGES: {
    status: 400,
    message: 'This contact has no messages with text, so there is nothing to read.',
  },
});
