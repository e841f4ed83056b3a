-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteAssignments
delete from contact_user
where organization_id = $1
  and contact_id = any($2::uuid[])
  and member_id = $3
returning contact_id;

-- deleteContacts
delete from contact
where organization_id = $1
  and id = any($2::uuid[])
returning id as contact_id;

-- deleteTaggings
delete from contact_tagging
where organization_id = $1
  and contact_id = any($2::uuid[])
  and tag_id = $3
returning contact_id;

-- insertAssignments
insert into contact_user (organization_id, contact_id, member_id)
select $1, id, $2
from unnest($3::uuid[]) as id
on conflict do nothing
returning contact_id;

-- insertTaggings
insert into contact_tagging (organization_id, contact_id, tag_id)
select $1, id, $2
from unnest($3::uuid[]) as id
on conflict do nothing
returning contact_id;

-- lockTagName
select name
from contact_tag
where organization_id = $1
  and id = $2
for key share;

-- updateStatuses
update contact c
set status = $1, version = c.version + 1, updated_at = $2
from (
  select id, status as before
  from contact
  where organization_id = $3
    and id = any($4::uuid[])
) old
where c.organization_id = $5
  and c.id = old.id
  and old.before <> $6
returning c.id as contact_id, old.before;
