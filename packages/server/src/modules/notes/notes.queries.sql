-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- deleteNote
delete from contact_note
where organization_id = $1
  and id = $2;

-- findNote
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
  and n.id = $3;

-- insertNote
insert into contact_note (contact_id, body, visibility, origin, area, organization_id, id, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9), ...;

-- insertNote
insert into contact_note (body, area, visibility, contact_id, origin, author_member_id, organization_id, id, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ...;

-- listNotes
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
order by n.area = 'memory' desc, n.pinned desc, n.created_at asc, n.id asc;

-- listNotes
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
order by n.area = 'memory' desc, n.pinned desc, n.created_at desc, n.id desc;

-- listNotes
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
order by n.area = 'memory' desc, n.pinned desc, n.updated_at desc, n.id desc;

-- listNotes
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
  and n.origin = $3
order by n.area = 'memory' desc, n.pinned desc, n.created_at desc, n.id desc;

-- listNotes
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
  and n.body ilike $3
order by n.area = 'memory' desc, n.pinned desc, n.created_at desc, n.id desc;

-- listNotes
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
  and n.area in ($3, ...)
order by n.area = 'memory' desc, n.pinned desc, n.created_at desc, n.id desc;

-- listNotes
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
  and n.area in ($3, ...)
  and n.origin = $4
order by n.area = 'memory' desc, n.pinned desc, n.created_at desc, n.id desc;

-- lockMemoryNote
select id, body
from contact_note
where organization_id = $1
  and contact_id = $2
  and area = $3
for update;

-- lockNote
select n.id, n.contact_id, n.body, n.visibility, n.origin, n.area, n.author_member_id, n.pinned,
  n.created_at, n.updated_at, author.name as author_name
from contact_note as n
left join member as m on m.organization_id = n.organization_id and m.id = n.author_member_id
left join "user" as author on author.id = m.user_id
where n.organization_id = $1
  and n.contact_id = $2
  and n.id = $3
for update of n;

-- updateNote
update contact_note
set body = $1, updated_at = $2
where organization_id = $3
  and id = $4;

-- updatePinned
update contact_note
set pinned = $1
where organization_id = $2
  and contact_id = $3
  and id = $4;
