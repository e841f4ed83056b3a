-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- assignContact
insert into contact_user (organization_id, contact_id, member_id)
values ($1, $2, $3), ...
on conflict do nothing;

-- deleteContact
delete from contact
where organization_id = $1
  and id = $2;

-- deleteSampleContacts
delete from contact
where organization_id = $1
  and is_sample = $2
returning id;

-- findContact
select contact.*, (
  select coalesce(json_agg(agg), '[]')
  from (
    select p.id, p.phone_number, p.label, p.is_preferred
    from contact_phone as p
    where p.organization_id = contact.organization_id
      and p.contact_id = contact.id
    order by p.is_preferred desc, p.created_at
  ) as agg
) as phones, (
  select coalesce(json_agg(agg), '[]')
  from (
    select e.id, e.email, e.label, e.is_preferred
    from contact_email as e
    where e.organization_id = contact.organization_id
      and e.contact_id = contact.id
    order by e.is_preferred desc, e.created_at
  ) as agg
) as emails, (
  select coalesce(json_agg(agg), '[]')
  from (
    select a.id, a.label, a.street, a.city, a.state, a.zip, a.country, a.is_primary
    from contact_address as a
    where a.organization_id = contact.organization_id
      and a.contact_id = contact.id
    order by a.is_primary desc, a.created_at
  ) as agg
) as addresses, (
  select coalesce(json_agg(agg), '[]')
  from (
    select i.channel, i.external_id
    from contact_identity as i
    where i.organization_id = contact.organization_id
      and i.contact_id = contact.id
    order by i.channel, i.external_id
  ) as agg
) as identities, (
  select coalesce(json_agg(agg), '[]')
  from (
    select t.id, t.name, t.color
    from contact_tagging as g
    inner join contact_tag as t on t.organization_id = g.organization_id and t.id = g.tag_id
    where g.organization_id = contact.organization_id
      and g.contact_id = contact.id
    order by t.name
  ) as agg
) as tags, (
  select coalesce(json_agg(agg), '[]')
  from (
    select m.id as member_id, m.user_id, person.name
    from contact_user as u
    inner join member as m on m.organization_id = u.organization_id and m.id = u.member_id
    inner join "user" as person on person.id = m.user_id
    where u.organization_id = contact.organization_id
      and u.contact_id = contact.id
    order by person.name
  ) as agg
) as assigned_users
from contact
where contact.organization_id = $1
  and contact.id = $2;

-- findContact
select contact.*, (
  select coalesce(json_agg(agg), '[]')
  from (
    select p.id, p.phone_number, p.label, p.is_preferred
    from contact_phone as p
    where p.organization_id = contact.organization_id
      and p.contact_id = contact.id
    order by p.is_preferred desc, p.created_at
  ) as agg
) as phones, (
  select coalesce(json_agg(agg), '[]')
  from (
    select e.id, e.email, e.label, e.is_preferred
    from contact_email as e
    where e.organization_id = contact.organization_id
      and e.contact_id = contact.id
    order by e.is_preferred desc, e.created_at
  ) as agg
) as emails, (
  select coalesce(json_agg(agg), '[]')
  from (
    select a.id, a.label, a.street, a.city, a.state, a.zip, a.country, a.is_primary
    from contact_address as a
    where a.organization_id = contact.organization_id
      and a.contact_id = contact.id
    order by a.is_primary desc, a.created_at
  ) as agg
) as addresses, (
  select coalesce(json_agg(agg), '[]')
  from (
    select i.channel, i.external_id
    from contact_identity as i
    where i.organization_id = contact.organization_id
      and i.contact_id = contact.id
    order by i.channel, i.external_id
  ) as agg
) as identities, (
  select coalesce(json_agg(agg), '[]')
  from (
    select t.id, t.name, t.color
    from contact_tagging as g
    inner join contact_tag as t on t.organization_id = g.organization_id and t.id = g.tag_id
    where g.organization_id = contact.organization_id
      and g.contact_id = contact.id
    order by t.name
  ) as agg
) as tags, (
  select coalesce(json_agg(agg), '[]')
  from (
    select m.id as member_id, m.user_id, person.name
    from contact_user as u
    inner join member as m on m.organization_id = u.organization_id and m.id = u.member_id
    inner join "user" as person on person.id = m.user_id
    where u.organization_id = contact.organization_id
      and u.contact_id = contact.id
    order by person.name
  ) as agg
) as assigned_users
from contact
where (contact.organization_id = $1 and exists (
  select contact_user.contact_id
  from contact_user
  where contact_user.organization_id = $2
    and contact_user.member_id = $3
    and contact_user.contact_id = contact.id
))
  and contact.id = $4;

-- hasVisibleContact
select contact.id
from contact
where contact.organization_id = $1
  and contact.id = $2;

-- hasVisibleContact
select contact.id
from contact
where (contact.organization_id = $1 and exists (
  select contact_user.contact_id
  from contact_user
  where contact_user.organization_id = $2
    and contact_user.member_id = $3
    and contact_user.contact_id = contact.id
))
  and contact.id = $4;

-- insertContact
insert into contact (source, first_name, last_name, organization_id, id)
values ($1, $2, $3, $4, $5), ...;

-- insertContact
insert into contact (source, first_name, last_name, status, organization_id, id)
values ($1, $2, $3, $4, $5, $6), ...;

-- insertContact
insert into contact (source, first_name, last_name, company, organization_id, id)
values ($1, $2, $3, $4, $5, $6), ...;

-- insertContact
insert into contact (source, first_name, last_name, pipeline_stage, organization_id, id)
values ($1, $2, $3, $4, $5, $6), ...;

-- insertContact
insert into contact (source, first_name, last_name, company, status, organization_id, id)
values ($1, $2, $3, $4, $5, $6, $7), ...;

-- insertContact
insert into contact (source, first_name, last_name, status, date_of_birth, organization_id, id)
values ($1, $2, $3, $4, $5, $6, $7), ...;

-- insertContact
insert into contact (source, first_name, last_name, company, job_title, gender, organization_id, id)
values ($1, $2, $3, $4, $5, $6, $7, $8), ...;

-- insertContact
insert into contact (source, first_name, last_name, company, job_title, status, organization_id, id)
values ($1, $2, $3, $4, $5, $6, $7, $8), ...;

-- insertContact
insert into contact (source, first_name, last_name, company, status, date_of_birth, organization_id, id)
values ($1, $2, $3, $4, $5, $6, $7, $8), ...;

-- insertContact
insert into contact (source, first_name, last_name, company, job_title, preferred_language, timezone, gender, pipeline_stage, organization_id, id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ...;

-- listByIds
select contact.*, (
  select coalesce(json_agg(agg), '[]')
  from (
    select p.id, p.phone_number, p.label, p.is_preferred
    from contact_phone as p
    where p.organization_id = contact.organization_id
      and p.contact_id = contact.id
    order by p.is_preferred desc, p.created_at
  ) as agg
) as phones, (
  select coalesce(json_agg(agg), '[]')
  from (
    select e.id, e.email, e.label, e.is_preferred
    from contact_email as e
    where e.organization_id = contact.organization_id
      and e.contact_id = contact.id
    order by e.is_preferred desc, e.created_at
  ) as agg
) as emails, (
  select coalesce(json_agg(agg), '[]')
  from (
    select a.id, a.label, a.street, a.city, a.state, a.zip, a.country, a.is_primary
    from contact_address as a
    where a.organization_id = contact.organization_id
      and a.contact_id = contact.id
    order by a.is_primary desc, a.created_at
  ) as agg
) as addresses, (
  select coalesce(json_agg(agg), '[]')
  from (
    select i.channel, i.external_id
    from contact_identity as i
    where i.organization_id = contact.organization_id
      and i.contact_id = contact.id
    order by i.channel, i.external_id
  ) as agg
) as identities, (
  select coalesce(json_agg(agg), '[]')
  from (
    select t.id, t.name, t.color
    from contact_tagging as g
    inner join contact_tag as t on t.organization_id = g.organization_id and t.id = g.tag_id
    where g.organization_id = contact.organization_id
      and g.contact_id = contact.id
    order by t.name
  ) as agg
) as tags, (
  select coalesce(json_agg(agg), '[]')
  from (
    select m.id as member_id, m.user_id, person.name
    from contact_user as u
    inner join member as m on m.organization_id = u.organization_id and m.id = u.member_id
    inner join "user" as person on person.id = m.user_id
    where u.organization_id = contact.organization_id
      and u.contact_id = contact.id
    order by person.name
  ) as agg
) as assigned_users
from contact
where contact.organization_id = $1
  and contact.id = any($2::uuid[]);

-- lockVisible
select contact.id
from contact
where contact.organization_id = $1
  and contact.id = any($2::uuid[])
order by contact.id
for update of contact;

-- lockVisible
select contact.id
from contact
where (contact.organization_id = $1 and exists (
  select contact_user.contact_id
  from contact_user
  where contact_user.organization_id = $2
    and contact_user.member_id = $3
    and contact_user.contact_id = contact.id
))
  and contact.id = any($4::uuid[])
order by contact.id
for update of contact;

-- updateContact
update contact
set company = $1, version = version + $2, updated_at = $3
where organization_id = $4
  and id = $5;

-- updateContact
update contact
set last_name = $1, version = version + $2, updated_at = $3
where organization_id = $4
  and id = $5;

-- updateContact
update contact
set first_name = $1, version = version + $2, updated_at = $3
where organization_id = $4
  and id = $5;

-- updateContact
update contact
set company = $1, job_title = $2, version = version + $3, updated_at = $4
where organization_id = $5
  and id = $6;

-- updateContact
update contact
set first_name = $1, company = $2, version = version + $3, updated_at = $4
where organization_id = $5
  and id = $6;
