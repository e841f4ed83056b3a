// The port to whoever carries mail, and the adapter for an installation without a mail server.
import type { Ctx } from '../ctx.ts';
import { insertMail } from './outgoing.queries.ts';

export { countMails, listMails } from './outgoing.queries.ts';

export type Mail = {
  contact_id: string;
  to_address: string;
  subject: string;
  /** Plain text or markdown. */
  body: string;
};

export type Mailer = {
  /** Takes a mail over with the transaction of `ctx`: it is carried after the commit, or not at all. */
  send: (ctx: Ctx, mail: Mail) => Promise<void>;
};

/** Carries nothing: keeps each mail where people can read it. */
export const offlineMailer: Mailer = {
  send: async (ctx, mail) => insertMail(ctx, { ...mail, message_id: null, from_address: '' }),
};
