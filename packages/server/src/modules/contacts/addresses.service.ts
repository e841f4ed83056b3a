// Physical addresses of a contact, one of them primary.
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import * as queries from './addresses.queries.ts';
import { contactErrors } from './contacts.errors.ts';
import { changeParts, wishOf } from './parts.service.ts';
import { preferOne } from './parts.queries.ts';

export type AddressData = queries.AddressValues & { is_primary?: boolean | undefined };

/** @throws CONTACT_NOT_FOUND */
export const createAddress = async (
  ctx: Ctx,
  contact_id: string,
  { is_primary, ...values }: AddressData,
) =>
  changeParts(ctx, contact_id, async (ctx) => {
    const id = newId();
    await queries.insertAddress(ctx, contact_id, id, values);
    await preferOne(ctx, contact_id, 'address', is_primary ? { prefer: id } : {});
  });

/** @throws CONTACT_NOT_FOUND, ADDRESS_NOT_FOUND */
export const updateAddress = async (
  ctx: Ctx,
  contact_id: string,
  id: string,
  { is_primary, ...values }: AddressData,
) =>
  changeParts(ctx, contact_id, async (ctx) => {
    if (!(await queries.findAddress(ctx, contact_id, id))) throw contactErrors.ADDRESS_NOT_FOUND();
    await queries.updateAddress(ctx, id, values);
    await preferOne(ctx, contact_id, 'address', wishOf(id, is_primary));
  });

/** @throws CONTACT_NOT_FOUND, ADDRESS_NOT_FOUND */
export const removeAddress = async (ctx: Ctx, contact_id: string, id: string) =>
  changeParts(ctx, contact_id, async (ctx) => {
    if (!(await queries.findAddress(ctx, contact_id, id))) throw contactErrors.ADDRESS_NOT_FOUND();
    await queries.deleteAddress(ctx, id);
    await preferOne(ctx, contact_id, 'address', {});
  });
