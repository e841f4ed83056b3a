-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteTag
delete from contact_tag
where organization_id = $1
  and id = $2;

-- deleteTagging
delete from contact_tagging
where organization_id = $1
  and contact_id = $2
  and tag_id = $3;

-- insertTag
insert into contact_tag (name, color, organization_id, id)
values ($1, $2, $3, $4), ...
returning id, name, color;

-- insertTagging
insert into contact_tagging (organization_id, contact_id, tag_id)
values ($1, $2, $3), ...
on conflict do nothing;

-- insertTags
insert into contact_tag (name, color, organization_id, id)
values ($1, $2, $3, $4), ...;

-- listTags
select id, name, color
from contact_tag
where organization_id = $1
order by created_at, id;

-- lockTag
select id, name, color
from contact_tag
where organization_id = $1
  and id = $2
for key share;

-- updateTag
update contact_tag
set name = name, color = $1
where organization_id = $2
  and id = $3
returning id, name, color;

-- updateTag
update contact_tag
set name = $1, color = color
where organization_id = $2
  and id = $3
returning id, name, color;
