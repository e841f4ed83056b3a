-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- eraseChanges
select set_config('app.erasure', '', true);

-- eraseChanges
select set_config('app.erasure', 'on', true);

-- eraseChanges
delete from contact_change
where organization_id = $1
  and contact_id = any($2::uuid[]);

-- insertChanges
insert into contact_change (organization_id, id, contact_id, member_id, way, field, before, after, created_at)
select $1, id, contact_id, member_id, way, field, before, after, $2
from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[]) as line (id, contact_id, member_id, way, field, before, after);

-- listChanges
select c.id, c.member_id, person.name as member_name, c.way, c.field, c.before, c.after,
  c.created_at
from contact_change as c
left join member as m on m.organization_id = c.organization_id and m.id = c.member_id
left join "user" as person on person.id = m.user_id
where c.organization_id = $1
  and c.contact_id = $2
order by c.id desc
limit $3;

-- listChanges
select c.id, c.member_id, person.name as member_name, c.way, c.field, c.before, c.after,
  c.created_at
from contact_change as c
left join member as m on m.organization_id = c.organization_id and m.id = c.member_id
left join "user" as person on person.id = m.user_id
where c.organization_id = $1
  and c.contact_id = $2
  and c.id < $3
order by c.id desc
limit $4;
