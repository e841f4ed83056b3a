-- What the tests saw these queries send. Recorded by: RECORD_SQL=1 npx vitest run --project server

-- countTodos
select count(*) as total
from todo
where todo.organization_id = $1
  and true
  and true;

-- countTodos
select count(*) as total
from todo
where todo.organization_id = $1
  and true
  and todo.status = any($2);

-- countTodos
select count(*) as total
from todo
where todo.organization_id = $1
  and true
  and true
  and todo.assignee_member_id = $2;

-- countTodos
select count(*) as total
from todo
where todo.organization_id = $1
  and true
  and true
  and todo.assignee_member_id is null;

-- countTodos
select count(*) as total
from todo
where todo.organization_id = $1
  and true
  and todo.status = any($2)
  and todo.assignee_member_id = $3;

-- countTodos
select count(*) as total
from todo
where todo.organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = todo.contact_id
)
  and true;

-- countTodos
select count(*) as total
from todo
where todo.organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = todo.contact_id
)
  and true
  and todo.assignee_member_id = $4;

-- deleteTodo
delete from todo
where organization_id = $1
  and id = $2;

-- findTodo
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and true
  and todo.id = $2;

-- findTodo
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = todo.contact_id
)
  and todo.id = $4;

-- insertTodo
insert into todo (contact_id, title, status, origin, organization_id, id, created_by, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9), ...;

-- insertTodo
insert into todo (assignee_member_id, contact_id, title, status, origin, organization_id, id, created_by, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ...;

-- insertTodo
insert into todo (tool, tool_payload, contact_id, title, status, origin, organization_id, id, created_by, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ...;

-- insertTodo
insert into todo (due_date, assignee_member_id, contact_id, title, status, origin, organization_id, id, created_by, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ...;

-- insertTodo
insert into todo (description, due_date, assignee_member_id, contact_id, title, status, origin, organization_id, id, created_by, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12), ...;

-- listContactTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and true
  and todo.contact_id = $2
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc;

-- listContactTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = todo.contact_id
)
  and todo.contact_id = $4
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc;

-- listTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and true
  and true
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc
limit $2
offset $3;

-- listTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and true
  and todo.status = any($2)
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc
limit $3
offset $4;

-- listTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and true
  and true
  and todo.assignee_member_id = $2
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc
limit $3
offset $4;

-- listTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and true
  and true
  and todo.assignee_member_id is null
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc
limit $2
offset $3;

-- listTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and true
  and todo.status = any($2)
  and todo.assignee_member_id = $3
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc
limit $4
offset $5;

-- listTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = todo.contact_id
)
  and true
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc
limit $4
offset $5;

-- listTodos
select todo.id, todo.contact_id, contact.first_name, contact.last_name, todo.title, todo.description,
  todo.due_date, todo.status, todo.origin, todo.tool, todo.tool_payload, todo.created_at,
  todo.updated_at, (
  select to_json(obj)
  from (
    select m.id as member_id, m.user_id, person.name
    from member as m
    inner join "user" as person on person.id = m.user_id
    where m.organization_id = todo.organization_id
      and m.id = todo.assignee_member_id
  ) as obj
) as assignee
from todo
inner join contact on contact.organization_id = todo.organization_id and contact.id = todo.contact_id
where todo.organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = todo.contact_id
)
  and true
  and todo.assignee_member_id = $4
order by todo.status in ('rejected', 'completed', 'failed'), todo.due_date asc nulls last,
  todo.id desc
limit $5
offset $6;

-- lockTodo
select todo.contact_id, todo.status, todo.tool, todo.tool_payload
from todo
where todo.organization_id = $1
  and true
  and todo.id = $2
for update;

-- lockTodo
select todo.contact_id, todo.status, todo.tool, todo.tool_payload
from todo
where todo.organization_id = $1
  and exists (
  select 1
  from contact_user as seen
  where seen.organization_id = $2
    and seen.member_id = $3
    and seen.contact_id = todo.contact_id
)
  and todo.id = $4
for update;

-- updateTodo
update todo
set title = $1, updated_at = $2
where organization_id = $3
  and id = $4;

-- updateTodo
update todo
set status = $1, updated_at = $2
where organization_id = $3
  and id = $4;

-- updateTodo
update todo
set assignee_member_id = $1, updated_at = $2
where organization_id = $3
  and id = $4;

-- updateTodo
update todo
set tool = $1, tool_payload = $2, updated_at = $3
where organization_id = $4
  and id = $5;

-- updateTodo
update todo
set title = $1, due_date = $2, assignee_member_id = $3, updated_at = $4
where organization_id = $5
  and id = $6;
