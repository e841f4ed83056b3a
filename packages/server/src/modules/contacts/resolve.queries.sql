-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- claimKeys
insert into contact_identity (organization_id, channel, external_id, contact_id)
select $1, channel, external_id, contact_id
from unnest($2::text[], $3::text[], $4::uuid[]) with ordinality as claim (channel, external_id, contact_id, n)
order by n
on conflict do nothing;

-- claimKeys
insert into contact_phone (organization_id, id, contact_id, phone_number, raw, extension, is_preferred)
select $1, id, contact_id, phone_number, raw, extension, row_number() over (partition by contact_id order by n) = 1 and not exists (
  select 1
  from contact_phone p
  where p.organization_id = $2
    and p.contact_id = claim.contact_id
    and p.is_preferred
)
from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[]) with ordinality as claim (id, contact_id, phone_number, raw, extension, n)
order by n
on conflict (organization_id, phone_number) do nothing;

-- findOwners
select phone_number, contact_id
from contact_phone
where organization_id = $1
  and phone_number = any($2::text[]);

-- findOwners
select i.channel, i.external_id, i.contact_id
from unnest($1::text[], $2::text[]) as wanted (channel, external_id)
join contact_identity i on i.organization_id = $3
  and i.channel = wanted.channel
  and i.external_id = wanted.external_id;

-- insertContacts
insert into contact (organization_id, id, first_name, last_name, source, is_sample, last_contacted_at)
values ($1, $2, $3, $4, $5, $6, $7), ...;

-- insertEmails
insert into contact_email (organization_id, id, contact_id, email, is_preferred)
select $1, id, contact_id, email, row_number() over (partition by contact_id order by n) = 1 and not exists (
  select 1
  from contact_email e
  where e.organization_id = $2
    and e.contact_id = added.contact_id
)
from unnest($3::uuid[], $4::uuid[], $5::text[]) with ordinality as added (id, contact_id, email, n)
on conflict (organization_id, contact_id, lower(email)) do nothing
returning contact_id, email;

-- lockContacts
select id
from contact
where organization_id = $1
  and id = any($2::uuid[])
order by id
for no key update;

-- moveIdentities
update contact_identity
set contact_id = $1
where organization_id = $2
  and channel = $3
  and external_id = $4;

-- nameStubs
update contact c
set first_name = n.first_name, last_name = n.last_name, version = c.version + 1, updated_at = $1
from unnest($2::uuid[], $3::text[], $4::text[]) as n (contact_id, first_name, last_name)
where c.organization_id = $5
  and c.id = n.contact_id
  and lower(trim(c.first_name)) in ('', 'unknown')
  and lower(trim(c.last_name)) in ('', 'unknown')
returning c.id;

-- preferPhones
update contact_phone p
set is_preferred = true
from (
  select distinct on (contact_id) id
  from contact_phone
  where organization_id = $1
    and contact_id = any($2::uuid[])
  order by contact_id, is_preferred desc, created_at, id
) first
where p.organization_id = $3
  and p.id = first.id
  and not p.is_preferred;

-- touchContacts
update contact c
set last_contacted_at = t.at
from (
  select contact_id, max(at) as at
  from unnest($1::uuid[], $2::timestamptz[]) as raw (contact_id, at)
  group by contact_id
  order by contact_id
) t
where c.organization_id = $3
  and c.id = t.contact_id
  and (c.last_contacted_at is null or c.last_contacted_at < t.at);
