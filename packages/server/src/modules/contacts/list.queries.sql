-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- countContacts
select count(*) as total
from contact
where contact.organization_id = $1;

-- countContacts
select count(*) as total
from contact
where (contact.organization_id = $1 and contact.search_text like $2);

-- countContacts
select count(*) as total
from contact
where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3));

-- countContacts
select count(*) as total
from contact
where (contact.organization_id = $1 and exists (
  select contact_user.contact_id
  from contact_user
  where contact_user.organization_id = $2
    and contact_user.member_id = $3
    and contact_user.contact_id = contact.id
));

-- listMatchingIds
select contact.id
from contact
where (contact.organization_id = $1 and contact.search_text like $2 and exists (
  select g.contact_id
  from contact_tagging as g
  where g.organization_id = $3
    and g.contact_id = contact.id
    and g.tag_id in ($4, ...)
))
order by contact.id
limit $5;

-- planBy
select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('enable_indexscan', $1, true),
  set_config('enable_indexonlyscan', $2, true), set_config('enable_bitmapscan', $3, true);

-- readRevision
select event_seq as seq, exists (
  select 1
  from event
  where seq is null
    and organization_id = o.id
) as waiting
from organization o
where id = $1;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and contact.search_text like $2)
limit $3;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and contact.status in ($2, ...))
limit $3;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and contact.pipeline_stage in ($2, ...))
limit $3;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3))
limit $4;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and contact.search_text like $2 and contact.search_text like $3)
limit $4;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and contact.search_text like $2 and (contact.name_key like $3 or contact.name_key like $4))
limit $5;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and not exists (
  select u.contact_id
  from contact_user as u
  where u.organization_id = $2
    and u.contact_id = contact.id
))
limit $3;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and exists (
  select u.contact_id
  from contact_user as u
  where u.organization_id = $2
    and u.contact_id = contact.id
    and u.member_id = $3
))
limit $4;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and exists (
  select g.contact_id
  from contact_tagging as g
  where g.organization_id = $2
    and g.contact_id = contact.id
    and g.tag_id in ($3, ...)
))
limit $4;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and contact.search_text like $2 and exists (
  select g.contact_id
  from contact_tagging as g
  where g.organization_id = $3
    and g.contact_id = contact.id
    and g.tag_id in ($4, ...)
))
limit $5;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3) and contact.search_text like $4 and contact.search_text like $5 and contact.search_text like $6 and (contact.name_key like $7 or contact.name_key like $8))
limit $9;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3) and exists (
  select g.contact_id
  from contact_tagging as g
  where g.organization_id = $4
    and g.contact_id = contact.id
    and g.tag_id in ($5, ...)
))
limit $6;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where ((contact.organization_id = $1 and exists (
  select contact_user.contact_id
  from contact_user
  where contact_user.organization_id = $2
    and contact_user.member_id = $3
    and contact_user.contact_id = contact.id
)) and contact.search_text like $4)
limit $5;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and contact.search_text like $2)
  limit $3
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $4
  offset $5
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and contact.status in ($2, ...))
  limit $3
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $4
  offset $5
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and contact.search_text like $2)
  limit $3
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by (name_key = ''), name_key, id
  limit $4
  offset $5
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and contact.pipeline_stage in ($2, ...))
  limit $3
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $4
  offset $5
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3))
  limit $4
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $5
  offset $6
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3))
  limit $4
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by (name_key = ''), name_key, id
  limit $5
  offset $6
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and contact.search_text like $2 and contact.search_text like $3)
  limit $4
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $5
  offset $6
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and contact.search_text like $2 and (contact.name_key like $3 or contact.name_key like $4))
  limit $5
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $6
  offset $7
) as ids;

-- sortHits
select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
from contact
where (contact.organization_id = $1 and exists (
  select g.contact_id
  from contact_tagging as g
  where g.organization_id = $2
    and g.contact_id = contact.id
    and g.tag_id in ($3, ...)
) and not exists (
  select u.contact_id
  from contact_user as u
  where u.organization_id = $4
    and u.contact_id = contact.id
))
limit $5;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and not exists (
    select u.contact_id
    from contact_user as u
    where u.organization_id = $2
      and u.contact_id = contact.id
  ))
  limit $3
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $4
  offset $5
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and not exists (
    select u.contact_id
    from contact_user as u
    where u.organization_id = $2
      and u.contact_id = contact.id
  ))
  limit $3
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by (name_key = ''), name_key, id
  limit $4
  offset $5
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and exists (
    select u.contact_id
    from contact_user as u
    where u.organization_id = $2
      and u.contact_id = contact.id
      and u.member_id = $3
  ))
  limit $4
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $5
  offset $6
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and exists (
    select u.contact_id
    from contact_user as u
    where u.organization_id = $2
      and u.contact_id = contact.id
      and u.member_id = $3
  ))
  limit $4
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by (name_key = ''), name_key, id
  limit $5
  offset $6
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and exists (
    select g.contact_id
    from contact_tagging as g
    where g.organization_id = $2
      and g.contact_id = contact.id
      and g.tag_id in ($3, ...)
  ))
  limit $4
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $5
  offset $6
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and exists (
    select g.contact_id
    from contact_tagging as g
    where g.organization_id = $2
      and g.contact_id = contact.id
      and g.tag_id in ($3, ...)
  ))
  limit $4
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by (name_key = ''), name_key, id
  limit $5
  offset $6
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and contact.search_text like $2 and exists (
    select g.contact_id
    from contact_tagging as g
    where g.organization_id = $3
      and g.contact_id = contact.id
      and g.tag_id in ($4, ...)
  ))
  limit $5
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $6
  offset $7
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3) and contact.search_text like $4 and contact.search_text like $5 and contact.search_text like $6 and (contact.name_key like $7 or contact.name_key like $8))
  limit $9
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $10
  offset $11
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3) and exists (
    select g.contact_id
    from contact_tagging as g
    where g.organization_id = $4
      and g.contact_id = contact.id
      and g.tag_id in ($5, ...)
  ))
  limit $6
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $7
  offset $8
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where ((contact.organization_id = $1 and exists (
    select contact_user.contact_id
    from contact_user
    where contact_user.organization_id = $2
      and contact_user.member_id = $3
      and contact_user.contact_id = contact.id
  )) and contact.search_text like $4)
  limit $5
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by created_at desc, id desc
  limit $6
  offset $7
) as ids;

-- sortHits
with hits as materialized ((
  select contact.id, contact.created_at, contact.name_key, contact.last_contacted_at
  from contact
  where (contact.organization_id = $1 and exists (
    select g.contact_id
    from contact_tagging as g
    where g.organization_id = $2
      and g.contact_id = contact.id
      and g.tag_id in ($3, ...)
  ) and not exists (
    select u.contact_id
    from contact_user as u
    where u.organization_id = $4
      and u.contact_id = contact.id
  ))
  limit $5
))
select (
  select count(*)
  from hits
)::int as total, array(
  select id
  from hits
  order by (name_key = ''), name_key, id
  limit $6
  offset $7
) as ids;

-- walk
select contact.id
from contact
where contact.organization_id = $1
order by created_at desc, id desc
limit $2
offset $3;

-- walk
select contact.id
from contact
where contact.organization_id = $1
order by (name_key = ''), name_key, id
limit $2
offset $3;

-- walk
select contact.id
from contact
where contact.organization_id = $1
order by last_contacted_at desc nulls last, id desc
limit $2
offset $3;

-- walk
select contact.id
from contact
where (contact.organization_id = $1 and contact.search_text like $2)
order by created_at desc, id desc
limit $3
offset $4;

-- walk
select contact.id
from contact
where (contact.organization_id = $1 and contact.search_text like $2)
order by (name_key = ''), name_key, id
limit $3
offset $4;

-- walk
select contact.id
from contact
where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3))
order by created_at desc, id desc
limit $4
offset $5;

-- walk
select contact.id
from contact
where (contact.organization_id = $1 and (contact.name_key like $2 or contact.name_key like $3))
order by (name_key = ''), name_key, id
limit $4
offset $5;

-- walk
select contact.id
from contact
where (contact.organization_id = $1 and exists (
  select contact_user.contact_id
  from contact_user
  where contact_user.organization_id = $2
    and contact_user.member_id = $3
    and contact_user.contact_id = contact.id
))
order by created_at desc, id desc
limit $4
offset $5;
