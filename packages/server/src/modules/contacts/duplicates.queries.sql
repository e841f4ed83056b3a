-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- findHints
(
  select e.contact_id, 'email' as reason
  from contact_email mine
  join contact_email e on e.organization_id = mine.organization_id
    and lower(e.email) = lower(mine.email)
    and e.contact_id <> mine.contact_id
  where mine.organization_id = $1
    and mine.contact_id = $2
  limit $3
)
union all (
  select p.contact_id, 'phone'
  from contact_phone p
  where p.organization_id = $4
    and p.phone_number = any($5::text[])
    and p.contact_id <> $6
  limit $7
)
union all (
  select c.id, 'name_and_company'
  from contact c
  where $8
    and c.organization_id = $9
    and c.id <> $10
    and c.search_text like $11
    and lower(trim(c.company)) = $12
    and similarity(c.name_key, $13) >= $14::real
  order by similarity(c.name_key, $15) desc
  limit $16
);
