import { defineErrors } from '../../platform/errors.ts';

export const sendingErrors = defineErrors({
  MESSAGE_NOT_FOUND: { status: 404, message: 'There is no such message in this organization.' },
  PHONE_NUMBER_NOT_FOUND: {
    status: 404,
    message: 'The organization has no such phone number.',
  },
  CONTACT_PHONE_NOT_FOUND: {
    status: 404,
    message: 'This contact has no such phone number to send to.',
  },
  CHANNEL_NOT_SUPPORTED: {
    status: 400,
    message: 'Messages cannot be sent on the channel {channel}; use sms or email.',
  },
  CONTACT_HAS_NO_PHONE: {
    status: 400,
    message: 'This contact has no phone number. Add one, then send the message.',
  },
  NOT_REPLYABLE: {
    status: 400,
    message: '{address} is the name of a sender, not a number: nothing can be sent to it.',
  },
  MMS_NOT_POSSIBLE: { status: 400, message: '{reason}' },
  DO_NOT_CONTACT: {
    status: 409,
    message: 'This contact is marked "do not contact", so nothing is sent.',
  },
  SUPPRESSED: {
    status: 409,
    message: '{address} has opted out of messages. They can write START to get messages again.',
  },
  TOO_LATE: {
    status: 409,
    message: 'This message is {state} already and cannot be called back.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    message: 'This Idempotency-Key was used for another message. Use a new one.',
  },
  NUMBER_TAKEN: {
    status: 409,
    message: 'The number {phone_number} is in use already.',
  },
  CARRIER_REFUSED: { status: 409, message: '{reason}' },
  SUPPRESSION_NOT_FOUND: { status: 404, message: 'There is no such suppression.' },
  NO_SIMULATED_NUMBER: {
    status: 409,
    message: 'The organization has no simulated number. Get one in the settings.',
  },
});
