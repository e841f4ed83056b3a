import { defineErrors } from '../../platform/errors.ts';

export const contactErrors = defineErrors({
  CONTACT_NOT_FOUND: { status: 404, message: 'There is no such contact in this organization.' },
  CONTACT_CHANGED: {
    status: 409,
    message:
      'Somebody else changed this contact in the meantime; look at both versions and save again.',
  },
  PHONE_TAKEN: { status: 409, message: 'Another contact has the number {phone_number}.' },
});
