// The outside world as the modules see it: each port has a real adapter and one that works offline.
import type { EventType } from '@rapport/contract/events';
import type { EventSink } from './events/events.ts';
import type { Analyst } from './llm/analyst.ts';
import type { Enricher } from './llm/enricher.ts';
import type { Llm, LlmTarget } from './llm/llm.ts';
import type { Suggester } from './llm/suggester.ts';
import type { MailPort } from './mail/carrier.ts';
import type { CarrierMedia } from './telephony/carrier-media.ts';
import type { FileLinks } from './storage/file-links.ts';
import type { Storage } from './storage/storage.ts';
import type { Ctx } from './ctx.ts';
import type { CarrierCall, Line, Telephony } from './telephony/telephony.ts';
import type { SecretBox } from './secret-box.ts';

export type Ports = {
  /** Reads profile fields out of a conversation; the built-in local engine unless an LLM is set up. */
  enricher: Enricher;
  /** Reads calls; the built-in engine unless an LLM is set up. */
  analyst: Analyst;
  /** Suggests answers; the built-in engine unless an LLM is set up. */
  suggester: Suggester;
  /** Asks a language model; `modules/settings` says which, and what it may cost. */
  llm: Llm;
  /** The model of this server's environment, for organizations without settings of their own. */
  llm_default: LlmTarget | null;
  /** Carries mail; without a mail server it keeps what it would carry. */
  mail: MailPort;
  /** Writes a mail to a contact, for modules that stand before messaging; carried after the commit, or not at all. */
  mailContact: (ctx: Ctx, mail: ContactMail) => Promise<void>;
  /** Carries texts and calls: the carrier of each number, or the simulated network. */
  telephony: Telephony;
  /** Posts to this server's own public addresses, as the simulated network does. */
  postToSelf: (
    path: string,
    body: string,
    headers: Record<string, string>,
  ) => Promise<{ status: number; body: string }>;
  /** Keeps files: uploads, attachments. */
  storage: Storage;
  /** Addresses under which others fetch single files for a while. */
  file_links: FileLinks;
  /** Fetches what the carrier keeps for us. */
  carrierMedia: CarrierMedia;
  /** Seals tokens and passwords before they are stored. */
  secrets: SecretBox;
  /** Told after a commit that wrote events. */
  events: EventSink;
  /** What modules do about an event, in the transaction that writes it. */
  onEvent: (ctx: Ctx, type: EventType, payload: object) => Promise<void>;
  /** What each module puts into a new organization (its default tags, for one). */
  onFounded: (ctx: Ctx) => Promise<void>;
  /** What each module does once it is known what was said in a call; part of the transaction that digests it. */
  onCallTranscribed: (ctx: Ctx, call: TranscribedCall) => Promise<void>;
  /** Takes in a call that the carrier remembers. */
  onCarrierCall: (ctx: Ctx, line: Line, call: CarrierCall) => Promise<void>;
  log: Log;
  /** Where people reach this server, without a trailing slash. */
  public_url: string;
  sign_up: 'invitation' | 'open';
};

/** `body` is markdown. */
export type ContactMail = { contact_id: string; subject: string; body: string };

export type TranscribedCall = { call_id: string; contact_id: string };

export type Log = {
  info: (fields: object, message: string) => void;
  warn: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};
