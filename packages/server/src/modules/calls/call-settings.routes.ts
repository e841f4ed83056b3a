import type { callSettingsApi } from '@rapport/contract/call-settings.api';
import type { Handlers } from '../../platform/http/mount.ts';
import type { AnalyzerRow } from './analyzers.queries.ts';
import * as analyzers from './analyzers.service.ts';
import * as handling from './handling.service.ts';
import { simulateCall } from './simulate.service.ts';

export const callSettingsHandlers: Handlers<typeof callSettingsApi> = {
  listAnalyzers: async (ctx) => ({
    analyzers: (await analyzers.listAnalyzers(ctx)).map(presentAnalyzer),
  }),
  createAnalyzer: async (ctx, { body }) =>
    presentAnalyzer(await analyzers.createAnalyzer(ctx, body)),
  updateAnalyzer: async (ctx, { params, body }) =>
    presentAnalyzer(await analyzers.updateAnalyzer(ctx, params.analyzer_id, body)),
  removeAnalyzer: async (ctx, { params }) => {
    await analyzers.removeAnalyzer(ctx, params.analyzer_id);
    return { ok: true };
  },
  listCallHandling: async (ctx) => ({ numbers: await handling.listHandling(ctx) }),
  updateCallHandling: async (ctx, { params, body }) =>
    handling.updateHandling(ctx, params.phone_number_id, body),
  getOwnPhone: async (ctx) => ({ phone_number: await handling.findOwnPhone(ctx) }),
  updateOwnPhone: async (ctx, { body }) => ({
    phone_number: await handling.updateOwnPhone(ctx, body.phone_number),
  }),
  simulateCall: async (ctx, { body }) => simulateCall(ctx, body),
};

const presentAnalyzer = ({ task, ...row }: AnalyzerRow) => ({
  ...row,
  task: task as 'summary' | null,
});
