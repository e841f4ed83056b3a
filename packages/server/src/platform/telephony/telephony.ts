// The port to the phone network: what a carrier does for us, whichever carries a number.
import type { Ctx } from '../ctx.ts';
import type { CarrierCalls } from './calls.ts';

export const PROVIDERS = ['twilio', 'simulator'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** An organization's own number. */
export type Line = {
  organization_id: string;
  id: string;
  phone_number: string;
  friendly_name: string;
  provider: Provider;
};

export type OutgoingSms = {
  /** Comes back in each status callback: by it a message is found whose answer was lost. */
  message_id: string;
  from: string;
  to: string;
  body: string;
  /** Where the carrier fetches the files; they live as long as its queue. */
  media_urls: string[];
};

/** What became of a request to send. Only `busy` may be sent again. */
export type SendOutcome =
  /** `status` and codes are the provider's own words. */
  | { kind: 'accepted'; external_id: string; status: string }
  | { kind: 'refused'; code: string; message: string }
  /** Surely not taken: no connection, too many requests, closed for the moment. */
  | { kind: 'busy'; reason: string; retry_after_seconds: number | null }
  /** The answer was lost: it may have been taken. */
  | { kind: 'unknown'; reason: string };

/** A message as the carrier remembers it. */
export type CarrierMessage = {
  external_id: string;
  direction: 'inbound' | 'outbound';
  from: string;
  to: string;
  body: string;
  media_count: number;
  /** The provider's own word. */
  status: string;
  error_code: string | null;
  error_message: string | null;
  created_at: Date;
};

/** A call as the carrier remembers it. */
export type CarrierCall = {
  external_id: string;
  /** The call that this one is a leg of. */
  parent_id: string | null;
  direction: 'inbound' | 'outbound';
  from: string;
  to: string;
  status: string;
  started_at: Date;
  duration_seconds: number | null;
};

export type CarrierNumber = {
  provider_sid: string;
  phone_number: string;
  friendly_name: string;
  can_sms: boolean;
  can_mms: boolean;
  can_voice: boolean;
};

export type AvailableNumber = Omit<CarrierNumber, 'provider_sid' | 'friendly_name'> & {
  locality: string | null;
  region: string | null;
};

export type NumberSearch = {
  country: string;
  area_code: string | undefined;
  contains: string | undefined;
};

/** With both numbers, what was between them; the newest first. */
export type Period = { from?: string; to?: string; since: Date };

/** @throws CarrierError from all but `send`, when the carrier refuses or cannot be reached */
export type Carrier = CarrierCalls & {
  /** Hands a message over. Never throws: what is not known is an outcome. */
  send: (ctx: Ctx, sms: OutgoingSms) => Promise<SendOutcome>;
  /** One message by the carrier's id; null when it knows none. */
  findMessage: (ctx: Ctx, external_id: string) => Promise<CarrierMessage | null>;
  /** Where the files of a message are. */
  listMedia: (ctx: Ctx, external_id: string) => Promise<{ url: string; content_type: string }[]>;
  listMessages: (ctx: Ctx, period: Period) => AsyncIterable<CarrierMessage>;
  listCalls: (ctx: Ctx, period: Period) => AsyncIterable<CarrierCall>;
  searchNumbers: (ctx: Ctx, search: NumberSearch) => Promise<AvailableNumber[]>;
  listNumbers: (ctx: Ctx) => Promise<CarrierNumber[]>;
  /** Buys a number and points its webhooks to this server. */
  buyNumber: (ctx: Ctx, phone_number: string, friendly_name: string) => Promise<CarrierNumber>;
  /** Points the webhooks of a number that we have to this server. */
  adoptNumber: (ctx: Ctx, provider_sid: string) => Promise<void>;
  releaseNumber: (ctx: Ctx, provider_sid: string) => Promise<void>;
  /** The keys with which its webhooks for this organization may be signed; none = nothing is let in. */
  webhookTokens: (ctx: Ctx) => Promise<string[]>;
  /** Whether the organization's account works. @returns its name */
  check: (ctx: Ctx) => Promise<string>;
};

export type Telephony = Record<Provider, Carrier>;

/** The carrier said no, or nothing. `message` is one sentence for a person. */
export class CarrierError extends Error {
  /** The carrier's own code; `unreachable` or `not_configured` for ours. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CarrierError';
    this.code = code;
  }
}
