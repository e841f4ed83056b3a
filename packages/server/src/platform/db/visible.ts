// Which contacts somebody may see, for statements about what belongs to a contact.
import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';

/**
 * True in SQL for rows whose contact the actor may see: all of the organization's, or for a restricted
 * member those that are assigned to them.
 * @param column the column that holds the contact's id, such as `todo.contact_id`
 */
export const isContactVisible = ({ actor, organization_id }: Ctx, column: string) => {
  if (actor.kind !== 'person' || !actor.restricted) return sql<boolean>`true`;
  return sql<boolean>`exists (
    select 1 from contact_user as seen
    where seen.organization_id = ${organization_id} and seen.member_id = ${actor.member_id}
      and seen.contact_id = ${sql.ref(column)})`;
};
