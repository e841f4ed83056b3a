import { defineErrors } from '../../platform/errors.ts';

export const inboxErrors = defineErrors({
  MESSAGE_NOT_FOUND: { status: 404, message: 'There is no such message.' },
  CANNED_REPLY_NOT_FOUND: { status: 404, message: 'There is no such canned reply.' },
  SHORTCUT_TAKEN: {
    status: 409,
    message: 'The shortcut /{shortcut} is taken by another canned reply. Choose another one.',
  },
  DRAFT_CHANGED: {
    status: 409,
    message:
      'This draft was changed or sent in another tab. Take over what is stored, or save again to replace it.',
  },
  SUGGESTIONS_INBOUND_ONLY: {
    status: 409,
    message: 'Answers are suggested to messages that came in; this one is ours.',
  },
});
