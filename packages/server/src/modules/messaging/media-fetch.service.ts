// Fetches a file of a message that came, from the carrier into the storage.
import { buffer } from 'node:stream/consumers';
import { type Ctx, inTx } from '../../platform/ctx.ts';
import { emit } from '../../platform/events/events.ts';
import { FetchFailure } from '../../platform/http/fetch-foreign.ts';
import type { CarrierLogin } from '../../platform/telephony/carrier-media.ts';
import { EMAIL_BYTES } from './attachments.service.ts';
import * as queries from './media-fetch.queries.ts';
import { prepareForeignFile, storeMedia } from './media.service.ts';
import { findTwilioAccount } from './twilio-settings.service.ts';

/**
 * Fetches one file. What the carrier says it is does not count, its bytes do.
 * @param is_last_attempt a failure is then shown instead of tried again
 * @throws FetchFailure when another attempt may have better luck
 */
export const fetchMedia = async (
  ctx: Ctx,
  attachment_id: string,
  is_last_attempt: boolean,
): Promise<void> => {
  const file = await queries.findPending(ctx, attachment_id);
  if (!file) return;
  const { contact_id, message_id } = file;
  const settle = async (values: queries.Settled) =>
    inTx(ctx, async (ctx) => {
      await queries.settle(ctx, attachment_id, values);
      // A message is told of again when its files change.
      await emit(ctx, 'messaging.message.new', { contact_id, message_id });
    });
  try {
    const bytes = await download(ctx, file.source_url);
    const prepared = await prepareForeignFile(ctx, attachment_id, bytes);
    // Named before it is stored: whatever happens next, it is found and tidied.
    await queries.describe(ctx, attachment_id, prepared.columns);
    await storeMedia(ctx, prepared);
    await settle({ status: 'ready', failure: null, source_url: null });
  } catch (error) {
    const isFinal = error instanceof FetchFailure && error.is_final;
    if (!isFinal && !is_last_attempt) throw error;
    const failure = error instanceof FetchFailure ? error.message : 'The file could not be stored.';
    await settle({ status: 'failed', failure });
  }
};

const download = async (ctx: Ctx, url: string): Promise<Buffer> => {
  const { file_links, storage, carrierMedia, public_url } = ctx.ports;
  const own = `${public_url}/files/`;
  if (!url.startsWith(own)) return carrierMedia(url, await findLogin(ctx), EMAIL_BYTES);
  // The simulated carrier passes our own addresses on, which the server itself need not reach.
  const file = file_links.read(url.slice(own.length), ctx.now());
  if (!file) throw new FetchFailure('The address of the file has expired.', true);
  return buffer(storage.get(file.storage_key));
};

const findLogin = async (ctx: Ctx): Promise<CarrierLogin | null> => {
  const account = await findTwilioAccount(ctx);
  if (!account) return null;
  const { account_sid, auth_token, api_key_sid, api_key_secret } = account;
  if (auth_token) return { user: account_sid, password: auth_token };
  return api_key_sid && api_key_secret ? { user: api_key_sid, password: api_key_secret } : null;
};
