// The way out of mails that are sent on our own account: one click, without signing in (RFC 8058).
import type { BaseCtx, Ctx } from '../../platform/ctx.ts';
import { systemCtx } from '../../platform/jobs/jobs.ts';
import { findOrganizationOfToken } from './email-addresses.queries.ts';
import { findMailByToken, findOutgoingEmail } from './email.queries.ts';
import { suppress } from './suppressions.service.ts';

export const unsubscribeUrlOf = ({ ports }: Ctx, token: string): string =>
  `${ports.public_url}/unsubscribe/${token}`;

/** Ends all mail to whom the mail with this token went. @returns false when there is no such mail */
export const unsubscribe = async (base: BaseCtx, token: string): Promise<boolean> => {
  const organization_id = await findOrganizationOfToken(base.db, token);
  if (!organization_id) return false;
  const ctx = systemCtx(base, organization_id, 'unsubscribe');
  const mail = await findMailByToken(ctx, token);
  const sent = mail && (await findOutgoingEmail(ctx, mail.message_id));
  if (!sent) return false;
  const { to_address: address, contact_id } = sent;
  const reason = 'unsubscribe' as const;
  await suppress(
    ctx,
    { channel: 'email', address, reason, message_id: mail.message_id },
    contact_id,
  );
  return true;
};
