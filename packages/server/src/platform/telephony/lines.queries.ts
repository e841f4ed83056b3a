import type { BaseCtx } from '../ctx.ts';
import type { Line } from './telephony.ts';

/** Whose number this is, on the whole server; a number in use has one organization. */
export const findLine = async (
  { db }: Pick<BaseCtx, 'db'>,
  phone_number: string,
): Promise<Line | undefined> =>
  (await lines(db).where('phone_number', '=', phone_number).executeTakeFirst()) as Line | undefined;

/** One of the numbers behind a messaging service. */
export const findServiceLine = async (
  { db }: Pick<BaseCtx, 'db'>,
  messaging_service_sid: string,
): Promise<Line | undefined> =>
  (await lines(db)
    .where('messaging_service_sid', '=', messaging_service_sid)
    .orderBy('id')
    .executeTakeFirst()) as Line | undefined;

const lines = (db: BaseCtx['db']) =>
  db
    .selectFrom('phone_number')
    .select(['organization_id', 'id', 'phone_number', 'friendly_name', 'provider'])
    .where('released_at', 'is', null);
