-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- countImported
select count(*) as total
from message
where organization_id = $1
  and import_id = $2;

-- countMessages
select count(*) as total
from message
where organization_id = $1
  and contact_id = $2;

-- findByDedupKey
select id, contact_id
from message
where organization_id = $1
  and dedup_key = $2;

-- insertAttachments
insert into message_attachment (message_id, content_type, file_name, omitted, organization_id, id)
values ($1, $2, $3, $4, $5, $6), ...;

-- insertMessages
insert into message (organization_id, id, contact_id, channel, direction, body, subject, from_address, to_address, status, source, external_id, dedup_key, import_id, created_at)
select $1, m.*
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::uuid[], $15::timestamptz[]) m
on conflict (organization_id, dedup_key) do nothing
returning id;

-- listMessages
select m.id, m.contact_id, m.phone_number_id, m.channel, m.direction, m.body, m.subject,
  m.from_address, m.to_address, m.status, m.source, m.ai_origin, m.external_id, m.created_at,
  (
  select coalesce(json_agg(agg), '[]')
  from (
    select a.id, a.content_type, a.file_name, a.file_size, a.omitted
    from message_attachment as a
    where a.organization_id = m.organization_id
      and a.message_id = m.id
    order by a.id
  ) as agg
) as attachments
from message as m
where m.organization_id = $1
  and m.contact_id = $2
order by m.created_at desc, m.id desc;

-- listMessages
select m.id, m.contact_id, m.phone_number_id, m.channel, m.direction, m.body, m.subject,
  m.from_address, m.to_address, m.status, m.source, m.ai_origin, m.external_id, m.created_at,
  (
  select coalesce(json_agg(agg), '[]')
  from (
    select a.id, a.content_type, a.file_name, a.file_size, a.omitted
    from message_attachment as a
    where a.organization_id = m.organization_id
      and a.message_id = m.id
    order by a.id
  ) as agg
) as attachments
from message as m
where m.organization_id = $1
  and m.contact_id = $2
order by m.created_at desc, m.id desc
limit $3;

-- listMessages
select m.id, m.contact_id, m.phone_number_id, m.channel, m.direction, m.body, m.subject,
  m.from_address, m.to_address, m.status, m.source, m.ai_origin, m.external_id, m.created_at,
  (
  select coalesce(json_agg(agg), '[]')
  from (
    select a.id, a.content_type, a.file_name, a.file_size, a.omitted
    from message_attachment as a
    where a.organization_id = m.organization_id
      and a.message_id = m.id
    order by a.id
  ) as agg
) as attachments
from message as m
where m.organization_id = $1
  and m.contact_id = $2
  and (m.created_at, m.id) < ($3::timestamptz, $4::uuid)
order by m.created_at desc, m.id desc
limit $5;

-- listTexts
select id, direction, body, channel, created_at
from message
where organization_id = $1
  and contact_id = $2
  and body ~ '[^[:space:]]'
order by created_at desc, id desc
limit $3;
