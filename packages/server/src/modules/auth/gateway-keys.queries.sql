-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- insertGatewayKey
insert into gateway_key (organization_id, id, name, prefix, key_hash)
values ($1, $2, $3, $4, $5), ...
returning id, name, prefix, created_at, last_used_at;

-- listGatewayKeys
select id, name, prefix, created_at, last_used_at
from gateway_key
where organization_id = $1
  and revoked_at is null
order by created_at desc;

-- revokeGatewayKey
update gateway_key
set revoked_at = $1
where organization_id = $2
  and id = $3
  and revoked_at is null;

-- useGatewayKey
update gateway_key
set last_used_at = $1
where organization_id = $2
  and id = $3;

-- useGatewayKey
select organization_id, id, last_used_at
from gateway_key
where key_hash = $1
  and revoked_at is null;
