-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- holdContact
select id
from contact
where organization_id = $1
  and id = $2
for key share;
