import type { messagesSendApi } from '@rapport/contract/messages-send.api';
import type { phoneNumbersApi } from '@rapport/contract/phone-numbers.api';
import type { simulatorApi } from '@rapport/contract/simulator.api';
import type { suppressionsApi } from '@rapport/contract/suppressions.api';
import type { twilioSettingsApi } from '@rapport/contract/twilio-settings.api';
import { invalidInput } from '../../platform/errors.ts';
import type { Handlers } from '../../platform/http/mount.ts';
import { cancelMessage } from './cancel.service.ts';
import { queueHistorySync } from './history.jobs.ts';
import { presentMessage } from './messages.present.ts';
import * as numbers from './phone-numbers.service.ts';
import { sendMessage } from './send.service.ts';
import * as simulator from './simulator.service.ts';
import { presentSuppression } from './suppressions.present.ts';
import * as suppressions from './suppressions.service.ts';
import * as twilio from './twilio-settings.service.ts';

const LONGEST_KEY = 255;

/** @throws INVALID_INPUT for a key that is none */
const keyOf = (header: string | string[] | undefined): string | null => {
  if (header === undefined) return null;
  const key = String(header).trim();
  if (key === '' || key.length > LONGEST_KEY)
    throw invalidInput([
      { field: 'Idempotency-Key', message: `must have 1 to ${LONGEST_KEY} characters` },
    ]);
  return key;
};

export const messagesSendHandlers: Handlers<typeof messagesSendApi> = {
  sendMessage: async (ctx, { body }, { request }) =>
    presentMessage(await sendMessage(ctx, body, keyOf(request.headers['idempotency-key']))),
  cancelMessage: async (ctx, { params }) =>
    presentMessage(await cancelMessage(ctx, params.message_id)),
};

export const phoneNumbersHandlers: Handlers<typeof phoneNumbersApi> = {
  listPhoneNumbers: async (ctx) => ({ phone_numbers: await numbers.listPhoneNumbers(ctx) }),
  searchPhoneNumbers: async (ctx, { query: { provider, country, area_code, contains } }) => ({
    available: await numbers.searchPhoneNumbers(ctx, provider, { country, area_code, contains }),
  }),
  buyPhoneNumber: async (ctx, { body }) => numbers.buyPhoneNumber(ctx, body),
  syncPhoneNumbers: async (ctx, { query }) => numbers.syncPhoneNumbers(ctx, query.provider),
  syncHistory: async (ctx, { body }) => {
    await queueHistorySync(ctx, body.since);
    return { ok: true };
  },
  updatePhoneNumber: async (ctx, { params, body }) =>
    numbers.updatePhoneNumber(ctx, params.phone_number_id, body),
  releasePhoneNumber: async (ctx, { params }) => {
    await numbers.releasePhoneNumber(ctx, params.phone_number_id);
    return { ok: true };
  },
};

export const suppressionsHandlers: Handlers<typeof suppressionsApi> = {
  listSuppressions: async (ctx) => ({
    suppressions: (await suppressions.listSuppressions(ctx)).map(presentSuppression),
  }),
  listContactSuppressions: async (ctx, { params }) => ({
    suppressions: (await suppressions.listOfContact(ctx, params.contact_id)).map(
      presentSuppression,
    ),
  }),
  createSuppression: async (ctx, { body }) =>
    presentSuppression(await suppressions.createSuppression(ctx, body.channel, body.address)),
  removeSuppression: async (ctx, { params }) => {
    await suppressions.removeSuppression(ctx, params.suppression_id);
    return { ok: true };
  },
  getCompliance: async (ctx) => ({ help_message: await suppressions.getHelpMessage(ctx) }),
  saveCompliance: async (ctx, { body }) => {
    await suppressions.saveHelpMessage(ctx, body.help_message);
    return body;
  },
};

export const twilioSettingsHandlers: Handlers<typeof twilioSettingsApi> = {
  getTwilioSettings: async (ctx) => twilio.getTwilioSettings(ctx),
  saveTwilioSettings: async (ctx, { body }) => twilio.saveTwilioSettings(ctx, body),
  removeTwilioSettings: async (ctx) => {
    await twilio.removeTwilioSettings(ctx);
    return { ok: true };
  },
  testTwilioSettings: async (ctx) => twilio.testTwilioSettings(ctx),
};

export const simulatorHandlers: Handlers<typeof simulatorApi> = {
  simulateInbound: async (ctx, { body }) => simulator.simulateInbound(ctx, body),
  listSimulated: async (ctx, { query }) => ({
    messages: await simulator.listSimulated(ctx, query.phone),
  }),
};
