-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteMember
delete from session
where user_id = $1;

-- deleteMember
delete from member
where organization_id = $1
  and id = $2;

-- findMember
select member.id, member.user_id, "user".name, "user".email, member.role, member.created_at
from member
inner join "user" on "user".id = member.user_id
where member.organization_id = $1
  and member.id = $2;

-- findMembership
select member.organization_id, member.id as member_id, member.role, "user".super_admin, organization.members_see_assigned_only
from member
inner join "user" on "user".id = member.user_id
inner join organization on organization.id = member.organization_id
where member.user_id = $1
order by member.created_at
limit $2;

-- findOrganization
select id, name, default_country, timezone, members_see_assigned_only
from organization
where id = $1;

-- findUser
select id, name, email, super_admin, exists (
  select id
  from contact
  where organization_id = $1
) as has_contacts, exists (
  select id
  from contact
  where organization_id = $2
    and is_sample = $3
) as has_sample
from "user"
where id = $4;

-- hasOrganization
select id
from organization
limit $1;

-- insertMember
insert into member (organization_id, id, user_id, role)
values ($1, $2, $3, $4), ...
on conflict (organization_id, user_id) do nothing;

-- insertOrganization
insert into organization (id, name)
values ($1, $2), ...;

-- listMembers
select member.id, member.user_id, "user".name, "user".email, member.role, member.created_at
from member
inner join "user" on "user".id = member.user_id
where member.organization_id = $1
order by member.created_at;

-- listOrganizations
select o.id, o.name, o.created_at, (
  select count(*) as n
  from member as m
  where m.organization_id = o.id
) as members, (
  select count(*) as n
  from contact as c
  where c.organization_id = o.id
) as contacts
from organization as o
order by o.created_at;

-- lockFounding
select pg_advisory_xact_lock($1);

-- lockOwners
select id
from member
where organization_id = $1
  and role = $2
order by id
for update;

-- updateOrganization
update organization
set timezone = $1
where id = $2;

-- updateOrganization
update organization
set default_country = $1
where id = $2;

-- updateOrganization
update organization
set members_see_assigned_only = $1
where id = $2;

-- updateOrganization
update organization
set default_country = $1, timezone = $2
where id = $3;

-- updateRole
update member
set role = $1
where organization_id = $2
  and id = $3;
