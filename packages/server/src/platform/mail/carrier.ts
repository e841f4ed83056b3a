// The port to whoever carries mail away.
import type { TlsMode } from '@rapport/contract/smtp-settings.api';
import type { Ctx } from '../ctx.ts';

/** A mail as it goes over the wire. */
export type OutgoingMail = {
  /** Of the message that it is; null of one that only tries the server out. */
  message_id: string | null;
  contact_id: string | null;
  /** Where reports of failure go. */
  sender: string;
  recipient: string;
  subject: string;
  /** The text that was written, for people who read it here. */
  body: string;
  /** The whole mail: header, blank line, parts. */
  raw: Buffer;
};

export type Carried =
  /** The next server has taken it over, in its own words. */
  | { outcome: 'sent'; response: string }
  /** It will never take it. `code` is its status, such as 550; `status` the enhanced one, such as 5.1.1. */
  | { outcome: 'failed'; response: string; code: string; status: string | null }
  /** It has certainly not taken it, and may later. */
  | { outcome: 'retry'; response: string }
  /** The mail was handed over whole and no answer came: it may or may not be on its way. */
  | { outcome: 'unknown'; response: string };

/** How to reach a mail server. */
export type SmtpServer = {
  host: string;
  port: number;
  /** `starttls` insists on encryption after the greeting, `tls` from the first byte; `none` goes without. */
  tls: TlsMode;
  username: string | null;
  password: string | null;
};

export type MailCarrier = {
  /** Hands one mail over. Takes up to some minutes: never inside a transaction. */
  carry: (ctx: Ctx, mail: OutgoingMail) => Promise<Carried>;
  /**
   * Connects and signs in, and sends nothing.
   * @throws Error with the server's words
   */
  verify: () => Promise<void>;
};

/** What mail needs to know of this installation. */
export type MailPort = {
  /** The part after the @ of the organizations' addresses. */
  domain: string;
  /** The server of the installation; the sink, which keeps mails to be read, when there is none. */
  carrier: MailCarrier;
  /** Whether `carrier` really carries, rather than keeps. */
  has_server: boolean;
  /** The carrier to a server of the organization's own. */
  carrierTo: (server: SmtpServer) => MailCarrier;
};
