import { foldText } from '@rapport/domain/contacts/search-text';
import { sql } from 'kysely';
import type { DUPLICATE_REASONS } from '@rapport/contract/contact-merges.api';
import type { Ctx } from '../../platform/ctx.ts';

export type Hint = { contact_id: string; reason: (typeof DUPLICATE_REASONS)[number] };

/** Names this alike are one name written twice ("Jon Smith", "John Smith"); 1 is the same. */
const SIMILAR = 0.5;

/**
 * Contacts that share an address, a form of a number, or the company and nearly the name.
 * @param numbers the contact's numbers in all their forms
 */
export const findHints = async (
  ctx: Ctx,
  contact: { id: string; name_key: string; company: string | null },
  numbers: string[],
  limit: number,
): Promise<Hint[]> => {
  const org = ctx.organization_id;
  const company = foldText(contact.company?.trim() ?? '');
  const { rows } = await sql<Hint>`
    (select e.contact_id, 'email' as reason
     from contact_email mine
     join contact_email e on e.organization_id = mine.organization_id
       and lower(e.email) = lower(mine.email) and e.contact_id <> mine.contact_id
     where mine.organization_id = ${org} and mine.contact_id = ${contact.id} limit ${limit})
    union all
    (select p.contact_id, 'phone' from contact_phone p
     where p.organization_id = ${org} and p.phone_number = any(${numbers}::text[])
       and p.contact_id <> ${contact.id} limit ${limit})
    union all
    (select c.id, 'name_and_company' from contact c
     where ${company !== '' && contact.name_key !== ''}
       and c.organization_id = ${org} and c.id <> ${contact.id}
       and c.search_text like ${`%${company.replace(/[\\%_]/g, '\\$&')}%`}
       and fold_text(trim(c.company)) = ${company}
       and similarity(c.name_key, ${contact.name_key}) >= ${SIMILAR}::real
     order by similarity(c.name_key, ${contact.name_key}) desc limit ${limit})`.execute(ctx.db);
  return rows;
};
