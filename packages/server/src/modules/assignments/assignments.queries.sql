-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- countAssigned
select count(distinct contact_id) as total
from contact_user
where organization_id = $1;

-- deleteAssignment
delete from contact_user
where organization_id = $1
  and contact_id = $2
  and member_id = $3;

-- insertAssignment
insert into contact_user (organization_id, contact_id, member_id)
values ($1, $2, $3), ...
on conflict do nothing;
