-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- fillEmpty
with old as (
  select *, lower(trim(first_name)) in ('', 'unknown') as no_first, lower(trim(last_name)) in ('', 'unknown') as no_last
  from contact
  where organization_id = $1
    and id = $2
  for update
), fill as (
  select no_first and $3::text is not null as first_name, no_last and $4::text is not null and (no_first or $5::text is null or lower(trim(first_name)) = lower($6::text)) as last_name,
    coalesce(trim(company), '') = '' and $7::text is not null as company, coalesce(trim(job_title), '') = '' and $8::text is not null as job_title,
    preferred_language is null and $9::text is not null as preferred_language, timezone is null and $10::text is not null as timezone,
    gender is null and $11::text is not null as gender, pipeline_stage is null and $12::text is not null as pipeline_stage
  from old
) update contact c
set first_name = case when fill.first_name then $13::text else c.first_name end, last_name = case when fill.last_name then $14::text else c.last_name end,
  company = case when fill.company then $15::text else c.company end, job_title = case when fill.job_title then $16::text else c.job_title end,
  preferred_language = case when fill.preferred_language then $17::text else c.preferred_language end,
  timezone = case when fill.timezone then $18::text else c.timezone end, gender = case when fill.gender then $19::text else c.gender end,
  pipeline_stage = case when fill.pipeline_stage then $20::text else c.pipeline_stage end,
  ai_summary = $21, version = c.version + 1, updated_at = $22
from fill
where c.organization_id = $23
  and c.id = $24
returning fill.*;

-- findLastRun
select id, contact_id, engine, model, message_count, filled, created_at
from enrichment_run
where organization_id = $1
  and contact_id = $2
order by created_at desc, id desc
limit $3;

-- hasEmail
select id
from contact_email
where organization_id = $1
  and contact_id = $2
limit $3;

-- insertRun
insert into enrichment_run (id, contact_id, engine, model, message_count, filled, extraction, note_id, requested_by, organization_id, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ...;

-- listEvidence
select e.field, e.value, e.message_id, e.quote, m.created_at as message_at, r.engine, r.model,
  e.created_at
from contact_evidence as e
inner join enrichment_run as r on r.organization_id = e.organization_id and r.id = e.run_id
left join message as m on m.organization_id = e.organization_id and m.id = e.message_id
where e.organization_id = $1
  and e.contact_id = $2
order by e.field;

-- upsertEvidence
insert into contact_evidence (field, value, message_id, quote, organization_id, contact_id, run_id, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8), ...
on conflict (organization_id, contact_id, field) do update set value = excluded.value, message_id = excluded.message_id,
  quote = excluded.quote, run_id = excluded.run_id, created_at = excluded.created_at;
