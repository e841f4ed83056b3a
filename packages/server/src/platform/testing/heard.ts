// The events that something causes, as other browsers will hear of them.
import type { TestCtx } from './builders.ts';

export type HeardEvent = { type: string; payload: Record<string, unknown> };

/** What the organization is told because of `work`, in order. */
export const heardDuring = async (
  ctx: TestCtx,
  work: () => Promise<unknown>,
): Promise<HeardEvent[]> => {
  const before = new Set((await listEvents(ctx)).map(({ id }) => id));
  await work();
  return (await listEvents(ctx))
    .filter(({ id }) => !before.has(id))
    .map(({ type, payload }) => ({ type, payload }));
};

const listEvents = async ({ db, organization_id }: TestCtx) =>
  db
    .selectFrom('event')
    .select(['id', 'type', 'payload'])
    .where('organization_id', '=', organization_id)
    .orderBy('id')
    .execute();
