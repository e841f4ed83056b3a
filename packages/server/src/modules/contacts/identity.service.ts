// A person as a channel knows them: what chat engines send, and what that says about phone and e-mail.
import { parseEmail } from '@rapport/domain/contacts/emails';
import { fullName } from '@rapport/domain/contacts/names';
import { isAlphanumericSender, isShortCode, parsePhone } from '@rapport/domain/contacts/phones';
import type { Channel } from '@rapport/domain/messaging/channels';
import type { Ctx } from '../../platform/ctx.ts';
import { invalidInput } from '../../platform/errors.ts';
import { findOrganization } from '../auth/organization.service.ts';
import { getContact } from './contacts.service.ts';
import { type Candidate, resolveContacts } from './resolve.service.ts';

const PHONE_CHANNELS: Channel[] = ['sms', 'voice', 'whatsapp'];

/**
 * What an address on a channel identifies: a phone number (also inside "wa_919876543210"), an e-mail
 * address, or the channel's own id.
 * @param default_country ISO code, for numbers without +
 * @param field the name of `external_id` in the request, for the refusal
 * @throws INVALID_INPUT when an e-mail address is none
 */
export const candidateOf = (
  channel: Channel,
  external_id: string,
  name: string | null,
  default_country: string,
  field = 'external_id',
): Candidate => {
  const base: Candidate = { name, phone: null, email: null, identities: [] };
  if (channel === 'email') {
    const email = parseEmail(external_id);
    if (!email) throw invalidInput([{ field, message: 'is not an e-mail address' }]);
    return { ...base, email };
  }
  if (!PHONE_CHANNELS.includes(channel)) return { ...base, identities: [{ channel, external_id }] };
  const phone = phoneIn(external_id, default_country);
  if (channel === 'whatsapp') return { ...base, phone, identities: [{ channel, external_id }] };
  // A short code or a sender's name is no number that can be called, but it is who wrote.
  return phone ? { ...base, phone } : { ...base, identities: [{ channel, external_id }] };
};

const phoneIn = (text: string, default_country: string): Candidate['phone'] => {
  const bare = text.replace(/^(wa|whatsapp|sms|tel)[_:]/i, '');
  if (isShortCode(bare) || isAlphanumericSender(bare)) return null;
  const international = /^\d{10,15}$/.test(bare) && bare !== text ? `+${bare}` : bare;
  const parsed = parsePhone(international, default_country);
  return parsed.ok ? { phone_number: parsed.e164, raw: text, extension: parsed.extension } : null;
};

/** The contact behind an identity, as the service API shows it. */
export const resolveIdentity = async (
  ctx: Ctx,
  body: { external_id: string; channel: Channel; display_name?: string | undefined },
) => {
  const { default_country } = await findOrganization(ctx);
  const candidate = candidateOf(
    body.channel,
    body.external_id,
    body.display_name ?? null,
    default_country,
  );
  const [resolved] = await resolveContacts(ctx, [candidate], {
    source: 'ingest',
    last_contacted_at: ctx.now(),
    emit_each: true,
  });
  const { contact_id, created } = resolved!;
  const contact = await getContact(ctx, contact_id);
  return {
    created,
    contact: {
      id: contact_id,
      tenant_id: ctx.organization_id,
      external_id: body.external_id,
      channel: body.channel,
      display_name: fullName(contact),
      // Until the intelligence module keeps state, a contact answers as a new one does.
      state: {
        mood: 'neutral',
        energy: 'medium',
        conversation_style: 'casual',
        relationship_stage: 'new',
        active_streak: 0,
        total_messages: 0,
      },
      created_at: contact.created_at,
    },
  };
};
