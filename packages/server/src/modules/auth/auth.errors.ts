import { defineErrors } from '../../platform/errors.ts';

export const authErrors = defineErrors({
  SIGN_UP_CLOSED: {
    status: 403,
    message: 'Sign-up is by invitation: ask an owner or admin of your organization for a link.',
  },
  INVITATION_INVALID: {
    status: 403,
    message: 'This invitation is used, withdrawn or expired, or is for another e-mail address.',
  },
  NOT_A_MEMBER: { status: 403, message: 'You do not belong to an organization any more.' },
  MEMBER_NOT_FOUND: { status: 404, message: 'There is no such member in this organization.' },
  LAST_OWNER: {
    status: 409,
    message: 'An organization needs an owner: make somebody else owner first.',
  },
  OWNER_ONLY: { status: 403, message: 'Only an owner may make or unmake an owner.' },
  ALREADY_MEMBER: {
    status: 409,
    message: 'Somebody with this e-mail address is a member already.',
  },
  INVITATION_NOT_FOUND: { status: 404, message: 'There is no such invitation.' },
  USER_NOT_FOUND: { status: 404, message: 'Nobody has signed up as {email}.' },
  GATEWAY_KEY_NOT_FOUND: { status: 404, message: 'There is no such gateway key.' },
});
