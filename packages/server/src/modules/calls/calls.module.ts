// Calls: the record, what was said, what is read out of it, and how our numbers answer.
import { callSettingsApi } from '@rapport/contract/call-settings.api';
import { callsApi } from '@rapport/contract/calls.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { mountCarrierWebhooks } from '../../platform/telephony/webhooks.ts';
import { answerAgainJob, digestCallJob } from './analyses.jobs.ts';
import { createDefaultAnalyzers } from './analyzers.service.ts';
import { callSettingsHandlers } from './call-settings.routes.ts';
import { callsHandlers } from './calls.routes.ts';
import { fetchRecordingJob } from './recordings.jobs.ts';
import { takeCarrierCall } from './reports.service.ts';
import { giveUpCallsJob } from './unknown.jobs.ts';
import { voiceWebhooks } from './voice.webhooks.ts';

export const callsModule: Module = {
  name: 'calls',
  mount: (app, door) => {
    mountApi(app, callsApi, callsHandlers, door);
    mountApi(app, callSettingsApi, callSettingsHandlers, door);
    mountCarrierWebhooks(app, door.base, voiceWebhooks);
  },
  jobs: [digestCallJob, answerAgainJob, fetchRecordingJob, giveUpCallsJob],
  onFounded: createDefaultAnalyzers,
  onCarrierCall: takeCarrierCall,
};
