-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- bumpContact
update contact
set version = version + $1, updated_at = $2
where organization_id = $3
  and id = $4;

-- lockContact
select id
from contact
where organization_id = $1
  and id = $2
for update;

-- preferOne
update contact_address
set is_primary = true
where organization_id = $1
  and id = $2
  and not is_primary;

-- preferOne
update contact_email
set is_preferred = true
where organization_id = $1
  and id = $2
  and not is_preferred;

-- preferOne
update contact_phone
set is_preferred = true
where organization_id = $1
  and id = $2
  and not is_preferred;

-- preferOne
update contact_address
set is_primary = false
where organization_id = $1
  and contact_id = $2
  and is_primary
  and id <> $3;

-- preferOne
update contact_email
set is_preferred = false
where organization_id = $1
  and contact_id = $2
  and is_preferred
  and id <> $3;

-- preferOne
update contact_phone
set is_preferred = false
where organization_id = $1
  and contact_id = $2
  and is_preferred
  and id <> $3;

-- preferOne
select id
from contact_address
where organization_id = $1
  and contact_id = $2
order by id is not distinct from $3::uuid desc, id is not distinct from $4::uuid, is_primary desc,
  created_at, id
limit 1;

-- preferOne
select id
from contact_email
where organization_id = $1
  and contact_id = $2
order by id is not distinct from $3::uuid desc, id is not distinct from $4::uuid, is_preferred desc,
  created_at, id
limit 1;

-- preferOne
select id
from contact_phone
where organization_id = $1
  and contact_id = $2
order by id is not distinct from $3::uuid desc, id is not distinct from $4::uuid, is_preferred desc,
  created_at, id
limit 1;
