// For an installation without a mail server: keeps each mail where people can read it.
import type { MailCarrier } from './carrier.ts';
import { insertMail } from './outgoing.queries.ts';

export { countMails, listMails } from './outgoing.queries.ts';

export const mailSink: MailCarrier = {
  carry: async (ctx, mail) => {
    const { contact_id, message_id, sender, recipient, subject, body } = mail;
    const addresses = { from_address: sender, to_address: recipient };
    await insertMail(ctx, { contact_id, message_id, ...addresses, subject, body });
    return { outcome: 'sent', response: 'Kept here: no mail server is set up.' };
  },
  verify: async () => undefined,
};
