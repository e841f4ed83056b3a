// The organization's own numbers: bought, taken over from the carrier account, named, given back.
import { formatPhone, parsePhone } from '@rapport/domain/contacts/phones';
import type { phoneNumber } from '@rapport/contract/phone-numbers.api';
import type { z } from 'zod';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { invalidInput, Refusal } from '../../platform/errors.ts';
import { emit } from '../../platform/events/events.ts';
import {
  CarrierError,
  type CarrierNumber,
  type NumberSearch,
  type Provider,
} from '../../platform/telephony/telephony.ts';
import * as queries from './phone-numbers.queries.ts';
import { sendingErrors } from './sending.errors.ts';

const present = (row: queries.PhoneNumberRow): z.input<typeof phoneNumber> => ({
  id: row.id,
  phone_number: row.phone_number,
  display: formatPhone(row.phone_number, 'international'),
  friendly_name: row.friendly_name,
  provider: row.provider as Provider,
  capabilities: { sms: row.can_sms, mms: row.can_mms, voice: row.can_voice },
  messaging_service_sid: row.messaging_service_sid,
  segments_per_second: row.segments_per_second,
  created_at: row.created_at,
});

export const listPhoneNumbers = async (ctx: Ctx) =>
  (await queries.listPhoneNumbers(ctx)).map(present);

/** A refusal of the carrier is one of ours: in its words. */
const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    throw sendingErrors.CARRIER_REFUSED({ reason: error.message, code: error.code });
  }
};

/** @throws CARRIER_REFUSED */
export const searchPhoneNumbers = async (ctx: Ctx, provider: Provider, search: NumberSearch) => {
  const found = await asking(() => ctx.ports.telephony[provider].searchNumbers(ctx, search));
  return found.map(({ can_sms, can_mms, can_voice, ...number }) => ({
    ...number,
    display: formatPhone(number.phone_number, 'international'),
    capabilities: { sms: can_sms, mms: can_mms, voice: can_voice },
  }));
};

/** @throws INVALID_INPUT, NUMBER_TAKEN, CARRIER_REFUSED */
export const buyPhoneNumber = async (
  ctx: Ctx,
  wish: { provider: Provider; phone_number: string; friendly_name: string },
) => {
  const parsed = parsePhone(wish.phone_number, null);
  if (!parsed.ok)
    throw invalidInput([{ field: 'phone_number', message: 'must be a number like +12125550100' }]);
  // Before it is paid for.
  if (await queries.isInUse(ctx, parsed.e164))
    throw sendingErrors.NUMBER_TAKEN({ phone_number: parsed.e164 });
  const { telephony } = ctx.ports;
  const bought = await asking(() =>
    telephony[wish.provider].buyNumber(ctx, parsed.e164, wish.friendly_name),
  );
  return inTx(ctx, async (ctx) => {
    const id = await queries.insertPhoneNumber(ctx, wish.provider, {
      ...bought,
      friendly_name: wish.friendly_name,
    });
    if (!id) throw sendingErrors.NUMBER_TAKEN({ phone_number: parsed.e164 });
    await emit(ctx, 'messaging.numbers.changed', {});
    return present((await queries.findPhoneNumber(ctx, id))!);
  });
};

/** @throws PHONE_NUMBER_NOT_FOUND */
export const updatePhoneNumber = async (
  ctx: Ctx,
  id: string,
  changes: Parameters<typeof queries.updatePhoneNumber>[2],
) =>
  inTx(ctx, async (ctx) => {
    await requireNumber(ctx, id);
    await queries.updatePhoneNumber(ctx, id, changes);
    await emit(ctx, 'messaging.numbers.changed', {});
    return present((await queries.findPhoneNumber(ctx, id))!);
  });

/** @throws PHONE_NUMBER_NOT_FOUND, CARRIER_REFUSED */
export const releasePhoneNumber = async (ctx: Ctx, id: string): Promise<void> => {
  const { provider, provider_sid } = await requireNumber(ctx, id);
  const carrier = ctx.ports.telephony[provider as Provider];
  if (provider_sid) await asking(() => carrier.releaseNumber(ctx, provider_sid)).catch(unlessGone);
  await inTx(ctx, async (ctx) => {
    await queries.markReleased(ctx, id);
    await emit(ctx, 'messaging.numbers.changed', {});
  });
};

/** Twilio's code for what it does not have: given back there already. */
const GONE = '20404';

const unlessGone = (error: unknown): void => {
  if (!(error instanceof Refusal) || error.details['code'] !== GONE) throw error;
};

const requireNumber = async (ctx: Ctx, id: string): Promise<queries.PhoneNumberRow> => {
  const number = await queries.findPhoneNumber(ctx, id);
  if (!number) throw sendingErrors.PHONE_NUMBER_NOT_FOUND();
  return number;
};

/** Takes over what the carrier account has. @throws CARRIER_REFUSED */
export const syncPhoneNumbers = async (ctx: Ctx, provider: Provider) => {
  const carrier = ctx.ports.telephony[provider];
  const theirs = await asking(() => carrier.listNumbers(ctx));
  const { added, ...counts } = await inTx(ctx, async (ctx) => takeOver(ctx, provider, theirs));
  // Only a number that is surely ours is pointed to this server.
  for (const { provider_sid } of added) await asking(() => carrier.adoptNumber(ctx, provider_sid));
  return { added: added.length, ...counts };
};

const takeOver = async (ctx: Ctx, provider: Provider, theirs: CarrierNumber[]) => {
  const ours = (await queries.listPhoneNumbers(ctx)).filter(
    (number) => number.provider === provider,
  );
  const known = new Map(ours.map((number) => [number.phone_number, number]));
  const added: CarrierNumber[] = [];
  let updated = 0;
  for (const number of theirs) {
    const before = known.get(number.phone_number);
    if (!before) {
      // In use by another organization of this server: it stays theirs.
      if (await queries.insertPhoneNumber(ctx, provider, number)) added.push(number);
      continue;
    }
    const { provider_sid, can_sms, can_mms, can_voice } = number;
    await queries.updatePhoneNumber(ctx, before.id, { provider_sid, can_sms, can_mms, can_voice });
    updated += 1;
  }
  const gone = ours.filter(
    ({ phone_number }) => !theirs.some((number) => number.phone_number === phone_number),
  );
  for (const { id } of gone) await queries.markReleased(ctx, id);
  await emit(ctx, 'messaging.numbers.changed', {});
  return { added, updated, released: gone.length };
};

const TRIES = 20;

/** A number of the simulated network, so that a new organization can try everything. */
export const addSimulatedNumber = async (ctx: Ctx): Promise<void> => {
  const carrier = ctx.ports.telephony.simulator;
  for (let i = 0; i < TRIES; i++) {
    const area_code = String(200 + Math.floor(Math.random() * 800));
    const [number] = await carrier.searchNumbers(ctx, {
      country: 'US',
      area_code,
      contains: undefined,
    });
    const { phone_number, can_sms, can_mms, can_voice } = number!;
    const id = await queries.insertPhoneNumber(ctx, 'simulator', {
      provider_sid: null,
      phone_number,
      friendly_name: 'Test number',
      can_sms,
      can_mms,
      can_voice,
    });
    if (id) return;
  }
};
