-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- getEventRange
select event_seq as newest, (
  select min(seq) as seq
  from event
  where event.organization_id = $1
) as oldest
from organization
where id = $2;

-- insertEvent
insert into event (organization_id, id, type, payload, contact_id)
values ($1, $2, $3, $4, $5), ...;

-- listAssigned
select contact_id
from contact_user
where organization_id = $1
  and member_id = $2
  and contact_id in ($3, ...);

-- listEventsAfter
select seq, type, payload, contact_id
from event
where organization_id = $1
  and seq > $2
order by seq
limit $3;

-- numberEvents
select pg_advisory_xact_lock($1);

-- numberEvents
select pg_notify('rapport_events', $1);

-- numberEvents
with pending as (
  select organization_id, id, row_number() over (partition by organization_id order by id) as n
  from (
    select organization_id, id
    from event
    where seq is null
    order by id
    limit $1
  ) unnumbered
), base as (
  update organization o
  set event_seq = o.event_seq + c.n
  from (
    select organization_id, count(*) as n
    from pending
    group by organization_id
  ) c
  where o.id = c.organization_id
  returning o.id, o.event_seq - c.n as seq
) update event e
set seq = b.seq + p.n
from pending p
join base b on b.id = p.organization_id
where e.organization_id = p.organization_id
  and e.id = p.id
returning e.organization_id;

-- pruneEvents
delete from event
where seq is not null
  and created_at < now() - make_interval(days => $1);
