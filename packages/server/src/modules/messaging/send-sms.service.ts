// What an SMS needs before it is written down: our number, theirs, that they want it, and how many parts it takes.
import { MOST_SMS_CHARACTERS } from '@rapport/contract/messages-send.api';
import { isAlphanumericSender, isShortCode, regionOf } from '@rapport/domain/contacts/phones';
import { countSegments } from '@rapport/domain/messaging/segments';
import { smartEncode } from '@rapport/domain/messaging/smart-encoding';
import type { Ctx } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { getContact } from '../contacts/contacts.service.ts';
import { findPhoneNumber, type PhoneNumberRow } from './phone-numbers.queries.ts';
import type { PreparedMessage, SendRequest } from './send.service.ts';
import { sendingErrors } from './sending.errors.ts';
import { isSuppressed } from './suppressions.service.ts';

/** Where MMS are carried. */
const MMS_REGIONS = new Set(['US', 'CA']);

/**
 * @throws INVALID_INPUT, PHONE_NUMBER_NOT_FOUND, CONTACT_HAS_NO_PHONE, CONTACT_PHONE_NOT_FOUND, NOT_REPLYABLE,
 *   MMS_NOT_POSSIBLE, SUPPRESSED
 */
export const prepareSms = async (ctx: Ctx, request: SendRequest): Promise<PreparedMessage> => {
  const hasFiles = request.attachment_ids.length > 0;
  const body = bodyOf(request, hasFiles);
  if (!request.phone_number_id)
    throw invalidInput([{ field: 'phone_number_id', message: 'is missing' }]);
  const line = await findPhoneNumber(ctx, request.phone_number_id);
  if (!line) throw sendingErrors.PHONE_NUMBER_NOT_FOUND();
  const to_address = await recipientOf(ctx, request);
  if (await isSuppressed(ctx, 'sms', to_address))
    throw sendingErrors.SUPPRESSED({ address: to_address });
  if (hasFiles) requireMms(line, to_address);
  return {
    phone_number_id: line.id,
    provider: line.provider,
    from_address: line.phone_number,
    to_address,
    body,
    subject: null,
    segments: hasFiles ? 1 : countSegments(body).segments,
  };
};

/** PostgreSQL keeps no NUL, and no phone shows one. */
const bodyOf = ({ body: given, smart_encoding }: SendRequest, hasFiles: boolean): string => {
  const text = given.replaceAll('\u0000', '');
  const body = smart_encoding ? smartEncode(text) : text;
  if (body.trim() === '' && !hasFiles) throw invalidInput([{ field: 'body', message: 'is empty' }]);
  if (body.length > MOST_SMS_CHARACTERS)
    throw invalidInput([
      { field: 'body', message: `is longer than ${MOST_SMS_CHARACTERS} characters` },
    ]);
  return body;
};

/** The number that was chosen, else the preferred one, else the short code that wrote to us. */
const recipientOf = async (
  ctx: Ctx,
  { contact_id, contact_phone_id }: SendRequest,
): Promise<string> => {
  const { phones, identities } = await getContact(ctx, contact_id);
  if (contact_phone_id) {
    const chosen = phones.find(({ id }) => id === contact_phone_id);
    if (!chosen) throw sendingErrors.CONTACT_PHONE_NOT_FOUND();
    return chosen.phone_number;
  }
  const phone = phones.find(({ is_preferred }) => is_preferred) ?? phones[0];
  if (phone) return phone.phone_number;
  const sender = identities.find(({ channel }) => channel === 'sms')?.external_id;
  if (sender && isShortCode(sender)) return sender;
  if (sender && isAlphanumericSender(sender))
    throw sendingErrors.NOT_REPLYABLE({ address: sender });
  throw sendingErrors.CONTACT_HAS_NO_PHONE();
};

const requireMms = (line: PhoneNumberRow, to_address: string): void => {
  if (!line.can_mms)
    throw sendingErrors.MMS_NOT_POSSIBLE({
      reason: `Files cannot be sent from ${line.phone_number}. Choose another number, or send the text alone.`,
    });
  if (!MMS_REGIONS.has(regionOf(to_address) ?? ''))
    throw sendingErrors.MMS_NOT_POSSIBLE({
      reason: `Files can be sent by text message only to the US and Canada. Send them by e-mail, or as a link.`,
    });
};
