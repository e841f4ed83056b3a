// What a module gives to the server: its endpoints and its jobs.
import type { EventPayload, EventType } from '@rapport/contract/events';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from './ctx.ts';
import type { Door } from './http/mount.ts';
import type { AnyJob } from './jobs/jobs.ts';
import type { TranscribedCall } from './ports.ts';
import type { CarrierCall, Line } from './telephony/telephony.ts';

export type Module = {
  name: string;
  mount?: (app: FastifyInstance, door: Door) => void;
  jobs?: AnyJob[];
  /** Runs in the transaction that founds an organization. */
  onFounded?: (ctx: Ctx) => Promise<void>;
  /** Runs in the transaction that writes an event: queue a job, do nothing slow. */
  listens?: { [T in EventType]?: (ctx: Ctx, payload: EventPayload<T>) => Promise<void> };
  /** Runs in the transaction that digests what was said in a call: queue a job, do nothing slow. */
  onCallTranscribed?: (ctx: Ctx, call: TranscribedCall) => Promise<void>;
  /** Told of each call that the carrier remembers; the same call may be told again. */
  onCarrierCall?: (ctx: Ctx, line: Line, call: CarrierCall) => Promise<void>;
};
