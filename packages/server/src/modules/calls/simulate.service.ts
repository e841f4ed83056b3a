// A simulated phone that calls us.
import type { Ctx } from '../../platform/ctx.ts';
import { findSimulatedLine } from '../../platform/telephony/simulated-account.ts';
import { callFromPhone, type SimulatedCall } from '../../platform/telephony/simulator-calls.ts';
import { callErrors } from './calls.errors.ts';
import { findBySid, findCall } from './calls.queries.ts';
import { listHandling } from './handling.queries.ts';

/** @throws NO_SIMULATED_NUMBER when none of our numbers is simulated, or the one that is named is not */
export const simulateCall = async (
  ctx: Ctx,
  { phone_number_id, ...call }: SimulatedCall & { phone_number_id?: string | undefined },
) => {
  const lines = (await listHandling(ctx)).filter(({ provider }) => provider === 'simulator');
  const chosen = phone_number_id
    ? lines.find((line) => line.phone_number_id === phone_number_id)
    : lines[0];
  const line = chosen ? await findSimulatedLine(ctx, chosen.phone_number) : null;
  if (!line) throw callErrors.NO_SIMULATED_NUMBER();
  const sid = await callFromPhone(ctx, line, call);
  const call_id = (await findBySid(ctx, sid))!;
  // Who tries it out may not be the one to whom the caller is assigned.
  const row = await findCall(
    { ...ctx, actor: { kind: 'system', reason: 'simulated call' } },
    call_id,
  );
  return { call_id, contact_id: row!.contact_id, segments: row!.segments ?? [] };
};
