import { defineErrors } from '../../platform/errors.ts';

export const callErrors = defineErrors({
  CALL_NOT_FOUND: { status: 404, message: 'There is no such call in this organization.' },
  NO_RECORDING: { status: 404, message: 'This call has no recording here.' },
  NO_TRANSCRIPTION: {
    status: 409,
    message: 'Nothing is known of what was said in this call; add a transcription first.',
  },
  ANALYZER_NOT_FOUND: { status: 404, message: 'There is no such analyzer in this organization.' },
  ANALYZER_EXISTS: {
    status: 409,
    message: 'There is an analyzer with this name already; choose another name.',
  },
  NUMBER_NOT_FOUND: { status: 404, message: 'There is no such phone number in this organization.' },
  NO_CALLING_NUMBER: {
    status: 409,
    message: 'No number of the organization can call; add one under Settings, Phone numbers.',
  },
  NO_SIMULATED_NUMBER: {
    status: 404,
    message: 'There is no such simulated number; add one under Settings, Phone numbers.',
  },
  NO_OWN_PHONE: {
    status: 409,
    message: 'We do not know which phone to ring for you; enter yours under Settings, Calls.',
  },
  NO_CONTACT_PHONE: {
    status: 409,
    message: 'This contact has no phone number that can be called.',
  },
  DO_NOT_CONTACT: {
    status: 409,
    message: 'This contact is marked "do not contact", so nobody is called.',
  },
  DIAL_REFUSED: { status: 409, message: 'The carrier refused the call: {reason}' },
  DIAL_UNKNOWN: {
    status: 502,
    message:
      'The carrier did not answer, so your phone may ring or not. Wait a moment before you try again.',
  },
});
