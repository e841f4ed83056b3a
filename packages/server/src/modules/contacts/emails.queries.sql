-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteEmail
delete from contact_email
where organization_id = $1
  and id = $2;

-- findEmail
select id, email, label, is_preferred
from contact_email
where organization_id = $1
  and contact_id = $2
  and id = $3;

-- findEmailByAddress
select id
from contact_email
where organization_id = $1
  and contact_id = $2
  and lower(email) = $3;

-- freeEmailIdentity
delete from contact_identity
where organization_id = $1
  and channel = $2
  and external_id = $3
  and contact_id = $4;

-- updateEmail
update contact_email
set id = id, email = $1
where organization_id = $2
  and id = $3;

-- updateEmail
update contact_email
set id = id, email = $1, label = $2
where organization_id = $3
  and id = $4;
