-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- advanceImport
update import
set bytes_done = $1, messages_known = $2, rows_rejected = $3, rows_skipped = $4, contacts_created = contacts_created + $5,
  messages_created = messages_created + $6
where organization_id = $7
  and id = $8
returning status;

-- deleteSampleImports
delete from import
where organization_id = $1
  and is_sample = $2;

-- findImport
select *
from import
where organization_id = $1
  and id = $2;

-- hasSample
select id
from import
where organization_id = $1
  and is_sample = $2
  and status in ($3, ...)
limit $4;

-- insertImport
insert into import (id, storage_key, size_bytes, file_name, format, options, is_sample, created_by, organization_id, status, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ...;

-- insertRejections
insert into import_rejection (organization_id, import_id, number, line, reason)
select $1, $2, $3 + n - 1, line, reason
from unnest($4::int[], $5::text[]) with ordinality as rejected (line, reason, n);

-- listImports
select *
from import
where organization_id = $1
order by created_at desc, id desc
limit $2;

-- listRejections
select line, reason
from import_rejection
where organization_id = $1
  and import_id = $2
order by number
limit $3;

-- moveImport
update import
set status = $1
where organization_id = $2
  and id = $3
  and status in ($4, ...);

-- moveImport
update import
set status = $1, options = $2
where organization_id = $3
  and id = $4
  and status in ($5, ...);

-- moveImport
update import
set status = $1, finished_at = $2
where organization_id = $3
  and id = $4
  and status in ($5, ...);

-- moveImport
update import
set status = $1, participants = $2
where organization_id = $3
  and id = $4
  and status in ($5, ...);

-- moveImport
update import
set status = $1, error = $2, finished_at = $3
where organization_id = $4
  and id = $5
  and status in ($6, ...);

-- restartImport
delete from import_rejection
where organization_id = $1
  and import_id = $2;

-- restartImport
update import
set bytes_done = $1, messages_created = $2, messages_known = $3, rows_rejected = $4, rows_skipped = $5,
  started_at = $6
where organization_id = $7
  and id = $8;
