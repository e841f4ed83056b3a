// Files of messages that come: named at once, fetched after the message is in, tried again while the carrier
// is not ready.
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { UNKNOWN_TYPE } from '../../platform/media/content-type.ts';
import { fetchMediaJob } from './attachments.jobs.ts';
import * as queries from './media-fetch.queries.ts';

/** Half an hour of attempts, ever further apart. */
const MOST_ATTEMPTS = 8;

export type IncomingMedia = { url: string; content_type: string | null };

/** Shows the files of a message as on their way, and has them fetched after the commit. */
export const queueMediaFetch = async (
  ctx: Ctx,
  message_id: string,
  media: IncomingMedia[],
): Promise<void> => {
  const files = media.map(({ url, content_type }, position) => ({
    id: newId(),
    message_id,
    content_type: content_type ?? UNKNOWN_TYPE,
    source_url: url,
    position,
  }));
  await queries.insertPending(ctx, files);
  const { organization_id } = ctx;
  for (const { id: attachment_id } of files)
    await enqueue(
      ctx,
      fetchMediaJob,
      { organization_id, attachment_id },
      { max_attempts: MOST_ATTEMPTS, key: `media ${attachment_id}` },
    );
};
