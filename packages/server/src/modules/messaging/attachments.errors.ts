import { defineErrors } from '../../platform/errors.ts';

export const attachmentErrors = defineErrors({
  ATTACHMENT_NOT_FOUND: { status: 404, message: 'There is no such file.' },
  ATTACHMENT_NOT_PENDING: {
    status: 400,
    message:
      'A file of attachment_ids does not exist, or was sent with another message. Upload it again.',
  },
  TOO_MANY_FILES: { status: 400, message: 'A message carries at most {most} files.' },
  NO_FILES: { status: 400, message: 'Send one or more files as the form field "file".' },
  EMPTY_FILE: { status: 400, message: '{file_name} is empty.' },
  FILE_TOO_LARGE: { status: 413, message: '{file_name} is larger than {most}.' },
  FILES_TOO_LARGE: {
    status: 400,
    message: 'The files of an e-mail may have {most} together; send fewer or smaller ones.',
  },
  MMS_FILE_TOO_LARGE: {
    status: 400,
    message:
      '{file_name} is larger than {most}, the most that a text message carries. Send it by e-mail, or make it smaller.',
  },
  PICTURE_TOO_LARGE: {
    status: 400,
    message: '{file_name} has more than {most} million pixels. Make it smaller.',
  },
  PICTURE_NOT_CLEANED: {
    status: 400,
    message:
      '{file_name} is a {kind} picture, whose location data cannot be taken out here. Save it as JPEG or PNG.',
  },
  PICTURE_UNREADABLE: { status: 400, message: '{file_name} is a damaged picture.' },
});
