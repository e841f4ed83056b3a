// The part of a carrier that is about calls: starting one, and its recordings.
import type { Readable } from 'node:stream';
import type { Ctx } from '../ctx.ts';
import type { SendOutcome } from './telephony.ts';

/** A call that a member starts: their own phone rings first, then the contact's. */
export type OutgoingCall = {
  /** Our number, which both sides see. */
  line: string;
  own_phone: string;
  to: string;
  contact_id: string;
  member_id: string;
};

/** `content` is to be read once, and fails when it breaks off. */
export type Recording = { content: Readable; content_type: string };

export type CarrierCalls = {
  /** Starts a call. Never throws: what is not known is an outcome. */
  dial: (ctx: Ctx, call: OutgoingCall) => Promise<SendOutcome>;
  /**
   * The sound of a recording.
   * @param source as the carrier told it
   * @throws CarrierError; its code is `gone` when the carrier has it no more
   */
  openRecording: (ctx: Ctx, source: string) => Promise<Recording>;
};
