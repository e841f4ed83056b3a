-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteAddress
delete from contact_address
where organization_id = $1
  and id = $2;

-- findAddress
select id, label, street, city, state, zip, country, is_primary
from contact_address
where organization_id = $1
  and contact_id = $2
  and id = $3;

-- insertAddress
insert into contact_address (city, organization_id, id, contact_id)
values ($1, $2, $3, $4), ...;

-- insertAddress
insert into contact_address (label, city, organization_id, id, contact_id)
values ($1, $2, $3, $4, $5), ...;

-- insertAddress
insert into contact_address (street, city, organization_id, id, contact_id)
values ($1, $2, $3, $4, $5), ...;

-- updateAddress
update contact_address
set id = id, zip = $1
where organization_id = $2
  and id = $3;

-- updateAddress
update contact_address
set id = id, city = $1
where organization_id = $2
  and id = $3;
