import { defineErrors } from '../../platform/errors.ts';

export const contactErrors = defineErrors({
  CONTACT_NOT_FOUND: { status: 404, message: 'There is no such contact in this organization.' },
  CONTACT_CHANGED: {
    status: 409,
    message:
      'Somebody else changed this contact in the meantime; look at both versions and save again.',
  },
  PHONE_NOT_FOUND: { status: 404, message: 'This contact has no such phone number.' },
  EMAIL_NOT_FOUND: { status: 404, message: 'This contact has no such e-mail address.' },
  ADDRESS_NOT_FOUND: { status: 404, message: 'This contact has no such address.' },
  PHONE_LISTED: { status: 409, message: 'This contact has the number {phone_number} already.' },
  EMAIL_LISTED: { status: 409, message: 'This contact has the address {email} already.' },
  MERGE_NOT_FOUND: { status: 404, message: 'There is no such merge in this organization.' },
  MERGE_UNDONE: { status: 409, message: 'This merge was undone already.' },
  MERGE_TOO_OLD: { status: 409, message: 'A merge can be undone for 30 days; these are over.' },
  MERGE_KEPT: { status: 409, message: 'The merge cannot be undone: {reason}.' },
  FILTER_NOT_FOUND: { status: 404, message: 'There is no such saved filter.' },
  NOT_YOUR_FILTER: { status: 403, message: 'Only who saved this filter changes or deletes it.' },
  FILTER_NAME_TAKEN: { status: 409, message: 'You have a filter named {name} already.' },
  TAG_NOT_FOUND: { status: 404, message: 'There is no such tag in this organization.' },
  PHONE_TAKEN: { status: 409, message: 'Another contact has the number {phone_number}.' },
});
