-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteRows
delete from contact_email t using jsonb_populate_recordset(null::contact_email, $1::jsonb) r
where t.organization_id = $2
  and t.id = r.id;

-- deleteRows
delete from contact_phone t using jsonb_populate_recordset(null::contact_phone, $1::jsonb) r
where t.organization_id = $2
  and t.id = r.id;

-- deleteRows
delete from contact_address t using jsonb_populate_recordset(null::contact_address, $1::jsonb) r
where t.organization_id = $2
  and t.id = r.id;

-- deleteRows
delete from contact_evidence t using jsonb_populate_recordset(null::contact_evidence, $1::jsonb) r
where t.organization_id = $2
  and t.contact_id = r.contact_id
  and t.field = r.field;

-- deleteRows
delete from contact_tagging t using jsonb_populate_recordset(null::contact_tagging, $1::jsonb) r
where t.organization_id = $2
  and t.contact_id = r.contact_id
  and t.tag_id = r.tag_id;

-- deleteRows
delete from contact_user t using jsonb_populate_recordset(null::contact_user, $1::jsonb) r
where t.organization_id = $2
  and t.contact_id = r.contact_id
  and t.member_id = r.member_id;

-- deleteRows
delete from contact_identity t using jsonb_populate_recordset(null::contact_identity, $1::jsonb) r
where t.organization_id = $2
  and t.channel = r.channel
  and t.external_id = r.external_id;

-- dropEvidence
delete from contact_evidence
where organization_id = $1
  and contact_id = $2
  and field in ($3, ...);

-- forgetMerges
delete from contact_merge
where organization_id = $1
  and created_at < $2;

-- insertMerge
insert into contact_merge (id, kept_id, other_id, other_name, rows_before, rows_after, moved, merged_by, organization_id, contact_id, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ...
returning id, other_name, created_at, undone_at;

-- insertRows
insert into contact
select *
from jsonb_populate_recordset(null::contact, $1::jsonb);

-- insertRows
insert into contact_note
select *
from jsonb_populate_recordset(null::contact_note, $1::jsonb);

-- insertRows
insert into contact_user
select *
from jsonb_populate_recordset(null::contact_user, $1::jsonb);

-- insertRows
insert into contact_email
select *
from jsonb_populate_recordset(null::contact_email, $1::jsonb);

-- insertRows
insert into contact_phone
select *
from jsonb_populate_recordset(null::contact_phone, $1::jsonb);

-- insertRows
insert into contact_address
select *
from jsonb_populate_recordset(null::contact_address, $1::jsonb);

-- insertRows
insert into contact_tagging
select *
from jsonb_populate_recordset(null::contact_tagging, $1::jsonb);

-- insertRows
insert into contact_evidence
select *
from jsonb_populate_recordset(null::contact_evidence, $1::jsonb);

-- insertRows
insert into contact_identity
select *
from jsonb_populate_recordset(null::contact_identity, $1::jsonb);

-- joinMemories
update contact_note k
set body = k.body || E'

' || o.body, updated_at = $1
from contact_note o
where k.organization_id = $2
  and k.contact_id = $3
  and k.area = 'memory'
  and o.organization_id = k.organization_id
  and o.contact_id = $4
  and o.area = 'memory';

-- listMergedIds
select other_id
from contact_merge
where organization_id = $1
  and contact_id = any($2::uuid[])
  and undone_at is null;

-- listMerges
select id, other_name, created_at, undone_at
from contact_merge
where organization_id = $1
  and contact_id = $2
order by id desc;

-- lockContacts
select id
from contact
where organization_id = $1
  and id in ($2, ...)
order by id
for update;

-- lockMerge
select *
from contact_merge
where organization_id = $1
  and id = $2
for update;

-- markUndone
update contact_merge
set undone_at = $1, rows_before = $2, rows_after = $3, moved = $4
where organization_id = $5
  and id = $6;

-- moveBack
update todo
set contact_id = $1
where organization_id = $2
  and contact_id = $3
  and id = any($4::uuid[]);

-- moveBack
update message
set contact_id = $1
where organization_id = $2
  and contact_id = $3
  and id = any($4::uuid[]);

-- moveBack
update contact_note
set contact_id = $1
where organization_id = $2
  and contact_id = $3
  and id = any($4::uuid[]);

-- moveBack
update contact_merge
set contact_id = $1
where organization_id = $2
  and contact_id = $3
  and id = any($4::uuid[]);

-- moveBack
update outgoing_mail
set contact_id = $1
where organization_id = $2
  and contact_id = $3
  and id = any($4::uuid[]);

-- moveBack
update enrichment_run
set contact_id = $1
where organization_id = $2
  and contact_id = $3
  and id = any($4::uuid[]);

-- moveRows
update todo t
set contact_id = $1
where organization_id = $2
  and contact_id = $3
returning id;

-- moveRows
update message t
set contact_id = $1
where organization_id = $2
  and contact_id = $3
returning id;

-- moveRows
update contact_merge t
set contact_id = $1
where organization_id = $2
  and contact_id = $3
returning id;

-- moveRows
update outgoing_mail t
set contact_id = $1
where organization_id = $2
  and contact_id = $3
returning id;

-- moveRows
update enrichment_run t
set contact_id = $1
where organization_id = $2
  and contact_id = $3
returning id;

-- moveRows
update contact_note t
set contact_id = $1
where organization_id = $2
  and contact_id = $3
  and not (area = 'memory' and exists (
  select 1
  from contact_note k
  where k.organization_id = t.organization_id
    and k.contact_id = $4
    and k.area = 'memory'
))
returning id;

-- moveSettled
update contact_identity t
set contact_id = kept.id
from (
  select $1::uuid as id
) kept
where t.organization_id = $2
  and t.contact_id = $3
  and true;

-- moveSettled
update contact_address t
set contact_id = kept.id , is_primary = false
from (
  select $1::uuid as id
) kept
where t.organization_id = $2
  and t.contact_id = $3
  and true;

-- moveSettled
update contact_phone t
set contact_id = kept.id , is_preferred = false
from (
  select $1::uuid as id
) kept
where t.organization_id = $2
  and t.contact_id = $3
  and true;

-- moveSettled
update contact_evidence t
set contact_id = kept.id
from (
  select $1::uuid as id
) kept
where t.organization_id = $2
  and t.contact_id = $3
  and not exists (
  select 1
  from contact_evidence k
  where k.organization_id = t.organization_id
    and k.contact_id = kept.id
    and k.field = t.field
);

-- moveSettled
update contact_tagging t
set contact_id = kept.id
from (
  select $1::uuid as id
) kept
where t.organization_id = $2
  and t.contact_id = $3
  and not exists (
  select 1
  from contact_tagging k
  where k.organization_id = t.organization_id
    and k.contact_id = kept.id
    and k.tag_id = t.tag_id
);

-- moveSettled
update contact_user t
set contact_id = kept.id
from (
  select $1::uuid as id
) kept
where t.organization_id = $2
  and t.contact_id = $3
  and not exists (
  select 1
  from contact_user k
  where k.organization_id = t.organization_id
    and k.contact_id = kept.id
    and k.member_id = t.member_id
);

-- moveSettled
update contact_email t
set contact_id = kept.id , is_preferred = false
from (
  select $1::uuid as id
) kept
where t.organization_id = $2
  and t.contact_id = $3
  and not exists (
  select 1
  from contact_email k
  where k.organization_id = t.organization_id
    and k.contact_id = kept.id
    and lower(k.email) = lower(t.email)
);

-- restoreRow
update contact_note
set (id, area, body, origin, pinned, contact_id, created_at, updated_at, visibility, organization_id, author_member_id) = (
  select id, area, body, origin, pinned, contact_id, created_at, updated_at, visibility,
    organization_id, author_member_id
  from jsonb_populate_record(null::contact_note, $1::jsonb)
)
where organization_id = $2
  and id = $3;

-- restoreRow
update contact
set (id, gender, source, status, company, version, name_key, timezone, is_sample, job_title, last_name, ai_summary, avatar_url, created_at, first_name, updated_at, external_id, search_text, date_of_birth, pipeline_stage, organization_id, last_contacted_at, preferred_language) = (
  select id, gender, source, status, company, version, name_key, timezone, is_sample, job_title,
    last_name, ai_summary, avatar_url, created_at, first_name, updated_at, external_id, search_text,
    date_of_birth, pipeline_stage, organization_id, last_contacted_at, preferred_language
  from jsonb_populate_record(null::contact, $1::jsonb)
)
where organization_id = $2
  and id = $3;

-- rowsOf
select to_jsonb(t) as row
from contact t
where organization_id = $1
  and id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_note t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_user t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_email t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_phone t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_address t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_tagging t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_evidence t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- rowsOf
select to_jsonb(t) as row
from contact_identity t
where organization_id = $1
  and contact_id = any($2::uuid[])
order by to_jsonb(t)::text;

-- settleContact
update contact
set last_contacted_at = greatest(last_contacted_at, (
  select o.last_contacted_at
  from contact o
  where o.organization_id = $1
    and o.id = $2
)), version = version + $3, updated_at = $4
where organization_id = $5
  and id = $6;

-- settleContact
update contact
set status = $1, last_contacted_at = greatest(last_contacted_at, (
  select o.last_contacted_at
  from contact o
  where o.organization_id = $2
    and o.id = $3
)), version = version + $4, updated_at = $5
where organization_id = $6
  and id = $7;

-- settleContact
update contact
set company = $1, last_contacted_at = greatest(last_contacted_at, (
  select o.last_contacted_at
  from contact o
  where o.organization_id = $2
    and o.id = $3
)), version = version + $4, updated_at = $5
where organization_id = $6
  and id = $7;

-- settleContact
update contact
set first_name = $1, last_name = $2, company = $3, last_contacted_at = greatest(last_contacted_at, (
  select o.last_contacted_at
  from contact o
  where o.organization_id = $4
    and o.id = $5
)), version = version + $6, updated_at = $7
where organization_id = $8
  and id = $9;

-- settleContact
update contact
set first_name = $1, last_name = $2, company = $3, job_title = $4, status = $5, last_contacted_at = greatest(last_contacted_at, (
  select o.last_contacted_at
  from contact o
  where o.organization_id = $6
    and o.id = $7
)), version = version + $8, updated_at = $9
where organization_id = $10
  and id = $11;
