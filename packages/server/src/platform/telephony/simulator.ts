// The simulated network: takes what we send, plays the carrier's callbacks back, lets phones write to us. It
// speaks Twilio's own signed webhook format to the same public addresses; nothing leaves this server.
import { createHmac, randomBytes } from 'node:crypto';
import { type Ctx, inTx } from '../ctx.ts';
import { enqueue } from '../jobs/jobs.ts';
import { newId } from '../ids.ts';
import { newSid } from './simulated-account.ts';
import { simulatedCalls } from './simulator-calls.ts';
import { magicRefusal } from './magic-numbers.ts';
import { simulatorCallback } from './simulator.jobs.ts';
import * as queries from './simulator.queries.ts';
import type { AvailableNumber, Carrier, CarrierMessage } from './telephony.ts';

/** What the network plays after it took a message: when, and what. Nets repeat themselves and mix the order. */
const CALLBACKS: [after_ms: number, status: string][] = [
  [200, 'queued'],
  [500, 'sent'],
  [900, 'delivered'],
  [1000, 'sent'],
  [2500, 'delivered'],
];

/**
 * The adapter of simulated numbers.
 * @param server_secret each organization's webhook key is derived from it
 */
export const createSimulator = (server_secret: string): Carrier => {
  const tokenOf = ({ organization_id }: Ctx): string =>
    createHmac('sha256', server_secret).update(`simulated ${organization_id}`).digest('hex');
  return {
    ...simulatedCalls,
    send: async (ctx, sms) => {
      const refusal = magicRefusal(sms.from, sms.to);
      if (refusal) return { kind: 'refused', ...refusal };
      const sid = newSid(sms.media_urls.length > 0 ? 'MM' : 'SM');
      await inTx(ctx, async (ctx) => {
        await queries.insertSimulated(ctx, { ...sms, id: newId(), sid, status: 'queued' });
        for (const [after_ms, status] of CALLBACKS)
          await enqueue(
            ctx,
            simulatorCallback,
            { organization_id: ctx.organization_id, sid, status },
            { run_at: new Date(ctx.now().getTime() + after_ms), max_attempts: 5 },
          );
      });
      return { kind: 'accepted', external_id: sid, status: 'queued' };
    },
    findMessage: async (ctx, external_id) => {
      const [row] = await queries.listSimulated(ctx, { sid: external_id });
      return row ? remembered(row) : null;
    },
    listMedia: async () => [],
    listMessages: async function* (ctx, period) {
      for (const row of await queries.listSimulated(ctx, period)) yield remembered(row);
    },
    // Calls of the simulated network are told as they happen; it keeps none.
    listCalls: async function* () {},
    searchNumbers: async (_ctx, { area_code }) => fictional(area_code ?? '212'),
    listNumbers: async (ctx) => queries.listSimulatedNumbers(ctx),
    buyNumber: async (_ctx, phone_number, friendly_name) => ({
      provider_sid: newSid('PN'),
      phone_number,
      friendly_name,
      ...CAPABLE,
    }),
    adoptNumber: async () => undefined,
    releaseNumber: async () => undefined,
    webhookTokens: async (ctx) => [tokenOf(ctx)],
    check: async () => 'Simulated network',
  };
};

const CAPABLE = { can_sms: true, can_mms: true, can_voice: true };

/** Numbers that nobody has: 555-0100 to 555-0199 of an area are kept for stories. */
const fictional = (area_code: string): AvailableNumber[] => {
  const area = area_code.padEnd(3, '0').slice(0, 3);
  const first = randomBytes(1)[0]! % 90;
  return Array.from({ length: 10 }, (_, i) => ({
    phone_number: `+1${area}55501${String(first + i).padStart(2, '0')}`,
    locality: 'Simulated',
    region: null,
    ...CAPABLE,
  }));
};

const remembered = (row: queries.SimulatedRow): CarrierMessage => ({
  external_id: row.sid,
  direction: row.status === 'received' ? 'inbound' : 'outbound',
  from: row.from_number,
  to: row.to_number,
  body: row.body,
  media_count: row.media_urls.length,
  status: row.status,
  error_code: null,
  error_message: null,
  created_at: row.created_at,
});

/** What one simulated phone, or all of them, sent and received, the oldest first. */
export const listSimulatedMessages = async (
  ctx: Ctx,
  phone: string | undefined,
): Promise<queries.SimulatedRow[]> => queries.listSimulated(ctx, phone ? { phone } : {});
