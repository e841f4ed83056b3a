import { defineErrors } from '../../platform/errors.ts';

export const tagErrors = defineErrors({
  TAG_NOT_FOUND: { status: 404, message: 'There is no such tag in this organization.' },
  TAG_NAME_TAKEN: { status: 409, message: 'There is a tag named {name} already.' },
});
