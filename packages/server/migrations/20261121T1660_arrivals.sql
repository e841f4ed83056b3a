-- What comes in by itself is unread; what a carrier or a file remembers of the past is not.

create function is_message_arrival(direction text, import_id uuid, created_at timestamptz,
                                   recorded_at timestamptz) returns boolean
  language sql immutable parallel safe
  -- A carrier may have been out of reach for some days.
  return direction = 'inbound' and import_id is null and recorded_at - created_at < interval '7 days';

drop index message_arrival;
create index message_arrival on message (organization_id, contact_id, id)
  where is_message_arrival(direction, import_id, created_at, recorded_at);

-- New messages only ever add to what is known.
create or replace function conversation_grows() returns trigger language plpgsql as $$
begin
  insert into conversation as c (organization_id, contact_id, last_message_id, last_message_at,
                                 last_inbound_at, last_outbound_at, last_arrival_id)
  select organization_id, contact_id,
         (array_agg(id order by created_at desc, id desc)
            filter (where is_message_said(status, scheduled_at)))[1],
         max(created_at) filter (where is_message_said(status, scheduled_at)),
         max(created_at) filter (where is_message_asking(direction, opt_out)),
         max(created_at) filter (where is_message_answering(direction, status, scheduled_at)),
         (array_agg(id order by id desc)
            filter (where is_message_arrival(direction, import_id, created_at, recorded_at)))[1]
  from added
  group by organization_id, contact_id
  order by organization_id, contact_id
  on conflict (organization_id, contact_id) do update set
    last_message_id = case
      when c.last_message_at is null
        or (excluded.last_message_at, excluded.last_message_id) > (c.last_message_at, c.last_message_id)
      then excluded.last_message_id else c.last_message_id end,
    last_message_at = greatest(c.last_message_at, excluded.last_message_at),
    last_inbound_at = greatest(c.last_inbound_at, excluded.last_inbound_at),
    last_outbound_at = greatest(c.last_outbound_at, excluded.last_outbound_at),
    last_arrival_id = greatest(c.last_arrival_id, excluded.last_arrival_id);
  return null;
end $$;
-- Anything else is counted anew, under the rows' locks: a message that comes in meanwhile waits, or is seen.
create or replace function conversation_recount(org uuid, contacts uuid[]) returns void language plpgsql as $$
begin
  insert into conversation (organization_id, contact_id)
    select organization_id, id from contact
    where organization_id = org and id = any(contacts)
    order by id
    on conflict do nothing;
  perform 1 from conversation
    where organization_id = org and contact_id = any(contacts)
    order by contact_id for update;
  update conversation c set
    (last_message_id, last_message_at) = (
      select m.id, m.created_at from message m
      where m.organization_id = org and m.contact_id = c.contact_id
        and is_message_said(m.status, m.scheduled_at)
      order by m.created_at desc, m.id desc limit 1),
    last_inbound_at = (
      select m.created_at from message m
      where m.organization_id = org and m.contact_id = c.contact_id
        and is_message_asking(m.direction, m.opt_out)
      order by m.created_at desc, m.id desc limit 1),
    last_outbound_at = (
      select m.created_at from message m
      where m.organization_id = org and m.contact_id = c.contact_id
        and is_message_answering(m.direction, m.status, m.scheduled_at)
      order by m.created_at desc, m.id desc limit 1),
    last_arrival_id = (
      select m.id from message m
      where m.organization_id = org and m.contact_id = c.contact_id
        and is_message_arrival(m.direction, m.import_id, m.created_at, m.recorded_at)
      order by m.id desc limit 1)
  where c.organization_id = org and c.contact_id = any(contacts);
end $$;
