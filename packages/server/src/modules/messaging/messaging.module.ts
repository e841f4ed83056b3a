// Messaging: what was said with each contact, on every channel.
import { attachmentsApi } from '@rapport/contract/attachments.api';
import { cannedRepliesApi } from '@rapport/contract/canned-replies.api';
import { draftsApi } from '@rapport/contract/drafts.api';
import { emailAddressesApi } from '@rapport/contract/email-addresses.api';
import { emailApi } from '@rapport/contract/email.api';
import { inboxApi } from '@rapport/contract/inbox.api';
import { messageSearchApi } from '@rapport/contract/message-search.api';
import { messagesSendApi } from '@rapport/contract/messages-send.api';
import { messagingApi } from '@rapport/contract/messaging.api';
import { phoneNumbersApi } from '@rapport/contract/phone-numbers.api';
import { simulatorApi } from '@rapport/contract/simulator.api';
import { smtpSettingsApi } from '@rapport/contract/smtp-settings.api';
import { suggestionsApi } from '@rapport/contract/suggestions.api';
import { suppressionsApi } from '@rapport/contract/suppressions.api';
import { twilioSettingsApi } from '@rapport/contract/twilio-settings.api';
import { mountApi } from '../../platform/http/mount.ts';
import type { Module } from '../../platform/module.ts';
import { mountCarrierWebhooks } from '../../platform/telephony/webhooks.ts';
import { fetchMediaJob, sweepFilesJob } from './attachments.jobs.ts';
import { attachmentsHandlers } from './attachments.routes.ts';
import { deliver, lookUp, reconcileDaily } from './delivery.jobs.ts';
import { addFirstAddress } from './email-addresses.service.ts';
import { emailAddressesHandlers, emailHandlers, smtpSettingsHandlers } from './email.routes.ts';
import { mountEmailWebhooks } from './email.webhooks.ts';
import { syncHistoryJob } from './history.jobs.ts';
import { messagingWebhooks } from './inbound.webhooks.ts';
import { inboxHandlers } from './inbox.routes.ts';
import { messageSearchHandlers } from './message-search.routes.ts';
import { messagingHandlers } from './messaging.routes.ts';
import { addSimulatedNumber } from './phone-numbers.service.ts';
import {
  messagesSendHandlers,
  phoneNumbersHandlers,
  simulatorHandlers,
  suppressionsHandlers,
  twilioSettingsHandlers,
} from './sending.routes.ts';
import { queueSuggestions, suggestJob } from './suggestions.jobs.ts';
import { cannedRepliesHandlers, draftsHandlers, suggestionsHandlers } from './writing.routes.ts';

export const messagingModule: Module = {
  name: 'messaging',
  mount: (app, door) => {
    mountApi(app, messagingApi, messagingHandlers, door);
    mountApi(app, messagesSendApi, messagesSendHandlers, door);
    mountApi(app, phoneNumbersApi, phoneNumbersHandlers, door);
    mountApi(app, suppressionsApi, suppressionsHandlers, door);
    mountApi(app, twilioSettingsApi, twilioSettingsHandlers, door);
    mountApi(app, simulatorApi, simulatorHandlers, door);
    mountCarrierWebhooks(app, door.base, messagingWebhooks);
    mountApi(app, emailApi, emailHandlers, door);
    mountApi(app, emailAddressesApi, emailAddressesHandlers, door);
    mountApi(app, smtpSettingsApi, smtpSettingsHandlers, door);
    mountEmailWebhooks(app, door.base);
    mountApi(app, inboxApi, inboxHandlers, door);
    mountApi(app, cannedRepliesApi, cannedRepliesHandlers, door);
    mountApi(app, draftsApi, draftsHandlers, door);
    mountApi(app, suggestionsApi, suggestionsHandlers, door);
    mountApi(app, attachmentsApi, attachmentsHandlers, door);
    mountApi(app, messageSearchApi, messageSearchHandlers, door);
  },
  onFounded: async (ctx) => {
    await addSimulatedNumber(ctx);
    await addFirstAddress(ctx);
  },
  jobs: [deliver, lookUp, reconcileDaily, syncHistoryJob, fetchMediaJob, sweepFilesJob, suggestJob],
  listens: { 'messaging.message.new': queueSuggestions },
};
