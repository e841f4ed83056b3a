import type { callsApi } from '@rapport/contract/calls.api';
import type { Handlers } from '../../platform/http/mount.ts';
import * as calls from './calls.service.ts';
import { dialContact } from './dial.service.ts';
import { sendRecording } from './recordings.service.ts';
import { rerunAnalyses } from './rerun.service.ts';
import { transcribeCall } from './transcripts.service.ts';

export const callsHandlers: Handlers<typeof callsApi> = {
  listCalls: async (ctx, { query }) => calls.listCalls(ctx, query),
  listContactCalls: async (ctx, { params }) => ({
    calls: await calls.listContactCalls(ctx, params.contact_id),
  }),
  getCall: async (ctx, { params }) => calls.getCall(ctx, params.call_id),
  createCall: async (ctx, { body }, { reply }) => {
    const { started_at, ...values } = body;
    const { id, created } = await calls.recordCall(ctx, {
      ...values,
      started_at: new Date(started_at),
    });
    if (!created) reply.code(200);
    return calls.getCall(ctx, id);
  },
  transcribeCall: async (ctx, { params, body }) => {
    await transcribeCall(ctx, params.call_id, body);
    return calls.getCall(ctx, params.call_id);
  },
  rerunAnalyses: async (ctx, { params, body }) => ({
    queued: await rerunAnalyses(ctx, params.call_id, body.analyzer_ids),
  }),
  getRecording: async (ctx, { params }, http) => sendRecording(ctx, params.call_id, http),
  dialContact: async (ctx, { body }) => calls.getCall(ctx, await dialContact(ctx, body)),
};
