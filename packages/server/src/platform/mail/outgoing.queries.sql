-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- countMails
select count(*) as total
from outgoing_mail
where organization_id = $1
  and true;

-- countMails
select count(*) as total
from outgoing_mail
where organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = outgoing_mail.contact_id
);

-- insertMail
insert into outgoing_mail (contact_id, to_address, subject, body, organization_id, id, sent_by_member_id, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8), ...;

-- listMails
select id, contact_id, to_address, subject, body, created_at
from outgoing_mail
where organization_id = $1
  and true
order by id desc
limit $2
offset $3;

-- listMails
select id, contact_id, to_address, subject, body, created_at
from outgoing_mail
where organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = outgoing_mail.contact_id
)
order by id desc
limit $4
offset $5;
