-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- acceptInvitation
update invitation
set accepted_at = $1
where organization_id = $2
  and id = $3
  and accepted_at is null;

-- deleteInvitation
delete from invitation
where organization_id = $1
  and id = $2
  and accepted_at is null;

-- findOpenInvitation
select invitation.organization_id, invitation.id, invitation.email, invitation.role, organization.name as organization_name
from invitation
inner join organization on organization.id = invitation.organization_id
where token_hash = $1
  and accepted_at is null
  and expires_at > $2;

-- insertInvitation
insert into invitation (organization_id, id, email, role, token_hash, invited_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7), ...
returning id, email, role, created_at, expires_at;

-- listInvitations
select id, email, role, created_at, expires_at
from invitation
where organization_id = $1
  and accepted_at is null
  and expires_at > $2
order by created_at desc;
