-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deletePhone
delete from contact_phone
where organization_id = $1
  and id = $2;

-- findPhone
select id, phone_number, label, is_preferred
from contact_phone
where organization_id = $1
  and contact_id = $2
  and id = $3;

-- findPhoneByNumber
select id, label
from contact_phone
where organization_id = $1
  and contact_id = $2
  and phone_number = $3;

-- updatePhone
update contact_phone
set id = id
where organization_id = $1
  and id = $2;

-- updatePhone
update contact_phone
set id = id, label = $1
where organization_id = $2
  and id = $3;

-- updatePhone
update contact_phone
set id = id, phone_number = $1, raw = $2, extension = $3
where organization_id = $4
  and id = $5;
