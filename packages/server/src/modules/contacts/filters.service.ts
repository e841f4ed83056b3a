// Filters of the contact list that members keep, each for themselves or shared with all.
import { type Ctx, inTx, memberIdOf } from '../../platform/ctx.ts';
import { contactErrors } from './contacts.errors.ts';
import * as queries from './filters.queries.ts';

type FilterData = { name: string; shared: boolean; filter: object };
type FilterRow = Awaited<ReturnType<typeof queries.insertFilter>>;

const present = (ctx: Ctx, { member_id, ...row }: FilterRow) => ({
  ...row,
  is_own: member_id === memberIdOf(ctx),
});

export const listFilters = async (ctx: Ctx) =>
  (await queries.listFilters(ctx, memberIdOf(ctx)!)).map((row) => present(ctx, row));

/** @throws FILTER_NAME_TAKEN */
export const createFilter = async (ctx: Ctx, { filter, ...values }: FilterData) =>
  unlessTaken(ctx, values.name, async () =>
    queries.insertFilter(ctx, memberIdOf(ctx)!, { ...values, filter: JSON.stringify(filter) }),
  );

/** @throws FILTER_NOT_FOUND, NOT_YOUR_FILTER, FILTER_NAME_TAKEN */
export const updateFilter = async (
  ctx: Ctx,
  id: string,
  { filter, ...values }: { [Key in keyof FilterData]?: FilterData[Key] | undefined },
) =>
  inTx(ctx, async (ctx) => {
    await lockOwn(ctx, id);
    const written = filter && { filter: JSON.stringify(filter) };
    return unlessTaken(ctx, values.name, async () =>
      queries.updateFilter(ctx, id, { ...values, ...written }),
    );
  });

const unlessTaken = async (ctx: Ctx, name: string | undefined, write: () => Promise<FilterRow>) =>
  present(
    ctx,
    await write().catch((error: unknown) => {
      throw queries.isFilterNameTaken(error) ? contactErrors.FILTER_NAME_TAKEN({ name }) : error;
    }),
  );

/** @throws FILTER_NOT_FOUND, NOT_YOUR_FILTER */
export const removeFilter = async (ctx: Ctx, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await lockOwn(ctx, id);
    await queries.deleteFilter(ctx, id);
  });

/** A filter that somebody keeps for themselves is nobody else's business. */
const lockOwn = async (ctx: Ctx, id: string): Promise<void> => {
  const filter = await queries.lockFilter(ctx, id);
  const isOwn = filter?.member_id === memberIdOf(ctx);
  if (!filter || (!isOwn && !filter.shared)) throw contactErrors.FILTER_NOT_FOUND();
  if (!isOwn) throw contactErrors.NOT_YOUR_FILTER();
};
