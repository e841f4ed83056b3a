import { defineErrors } from '../../platform/errors.ts';

export const emailErrors = defineErrors({
  EMAIL_ADDRESS_NOT_FOUND: {
    status: 404,
    message: 'The organization has no such e-mail address.',
  },
  EMAIL_ADDRESS_TAKEN: {
    status: 409,
    message: 'The address {address} is taken. Choose another name.',
  },
  CONTACT_EMAIL_NOT_FOUND: {
    status: 404,
    message: 'This contact has no such e-mail address to send to.',
  },
  CONTACT_HAS_NO_EMAIL: {
    status: 400,
    message: 'This contact has no e-mail address. Add one, then send the message.',
  },
  ANSWERED_MESSAGE_NOT_FOUND: {
    status: 404,
    message: 'The e-mail that this one answers is none of this contact.',
  },
  SUPPRESSED: { status: 409, message: '{address} cannot be written to: {reason}' },
  EMAIL_NOT_FOUND: { status: 404, message: 'There is no such e-mail in this organization.' },
  WEBHOOK_SECRET_WRONG: {
    status: 403,
    message: 'The secret of this address is wrong. Make a new address in the e-mail settings.',
  },
  NOT_A_MAIL: {
    status: 400,
    message: 'The body is no mail. Post the raw mail (MIME) as it came, as message/rfc822.',
  },
});
