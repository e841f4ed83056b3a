// The callbacks that the simulated network owes us: they survive a restart as a carrier's would.
import { z } from 'zod';
import { defineJob, systemCtx } from '../jobs/jobs.ts';
import { callBack, SIMULATED_ACCOUNT } from './simulated-account.ts';
import { advanceSimulated, listSimulated } from './simulator.queries.ts';

/** Tells us one state of a message that we sent. */
export const simulatorCallback = defineJob({
  name: 'simulator.callback',
  payload: z.object({ organization_id: z.uuid(), sid: z.string(), status: z.string() }),
  run: async (base, { organization_id, sid, status }) => {
    const ctx = systemCtx(base, organization_id, 'simulated network');
    const [message] = await listSimulated(ctx, { sid });
    if (!message) return;
    await advanceSimulated(ctx, sid, status);
    const form = new URLSearchParams({
      SmsSid: sid,
      SmsStatus: status,
      MessageStatus: status,
      To: message.to_number,
      MessageSid: sid,
      AccountSid: SIMULATED_ACCOUNT,
      From: message.from_number,
      ApiVersion: '2010-04-01',
    });
    const path = `/webhooks/twilio/status?m=${message.message_id ?? ''}`;
    await callBack(ctx, { provider: 'simulator' }, path, form);
  },
});
