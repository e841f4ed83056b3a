-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteFilter
delete from contact_filter
where organization_id = $1
  and id = $2;

-- insertFilter
insert into contact_filter (name, shared, filter, organization_id, id, member_id)
values ($1, $2, $3, $4, $5, $6), ...
returning id, member_id, name, shared, filter, created_at;

-- listFilters
select id, member_id, name, shared, filter, created_at
from contact_filter
where organization_id = $1
  and (member_id = $2 or shared = $3)
order by lower(name), id;

-- lockFilter
select id, member_id, name, shared, filter, created_at
from contact_filter
where organization_id = $1
  and id = $2
for update;

-- updateFilter
update contact_filter
set id = id, shared = $1
where organization_id = $2
  and id = $3
returning id, member_id, name, shared, filter, created_at;
