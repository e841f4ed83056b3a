-- The inbox: one row a conversation, who has read how far, what somebody has begun to write, texts that are
-- sent again and again, and answers that were suggested.

create extension if not exists btree_gin;

-- ---------------------------------------------------------------- conversations

-- What the list of conversations needs of a contact's messages, kept by the triggers below whoever writes
-- them: the list of a million people reads 30 rows and no message but the last.
create table conversation (
  organization_id uuid not null,
  contact_id uuid not null,
  -- One that is scheduled is not said yet, and one that was called back never was.
  last_message_id uuid,
  last_message_at timestamptz,
  -- Theirs, without the keywords that a program answers (STOP, START, HELP).
  last_inbound_at timestamptz,
  -- Ours, without those that failed: they answer nothing.
  last_outbound_at timestamptz,
  -- The newest id of theirs that came in by itself: what was imported is read already. Ids count up.
  last_arrival_id uuid,
  -- What was said up to here needs no answer: somebody of the team decided so.
  dismissed_at timestamptz,
  needs_reply boolean not null generated always as (
    last_inbound_at is not null
    and (last_outbound_at is null or last_outbound_at < last_inbound_at)
    and (dismissed_at is null or dismissed_at < last_inbound_at)) stored,
  awaits_answer boolean not null generated always as (
    last_outbound_at is not null
    and (last_inbound_at is null or last_inbound_at <= last_outbound_at)
    and (dismissed_at is null or dismissed_at < last_outbound_at)) stored,
  primary key (organization_id, contact_id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade
);
create index conversation_arrivals on conversation (organization_id, last_arrival_id desc)
  where last_arrival_id is not null;
create index conversation_needs_reply on conversation (organization_id, last_message_at desc, contact_id desc)
  where needs_reply;
create index conversation_awaits_answer on conversation (organization_id, last_message_at desc, contact_id desc)
  where awaits_answer;

create index message_arrival on message (organization_id, contact_id, id)
  where direction = 'inbound' and import_id is null;

create function is_message_said(status text, scheduled_at timestamptz) returns boolean
  language sql immutable parallel safe
  return scheduled_at is null or status not in ('queued', 'failed');

create function is_message_asking(direction text, opt_out text) returns boolean
  language sql immutable parallel safe
  return direction = 'inbound' and (opt_out is null or opt_out not in ('stop', 'start', 'help'));

create function is_message_answering(direction text, status text, scheduled_at timestamptz) returns boolean
  language sql immutable parallel safe
  return direction = 'outbound' and status <> 'failed' and is_message_said(status, scheduled_at);

-- New messages only ever add to what is known.
create function conversation_grows() returns trigger language plpgsql as $$
begin
  insert into conversation as c (organization_id, contact_id, last_message_id, last_message_at,
                                 last_inbound_at, last_outbound_at, last_arrival_id)
  select organization_id, contact_id,
         (array_agg(id order by created_at desc, id desc)
            filter (where is_message_said(status, scheduled_at)))[1],
         max(created_at) filter (where is_message_said(status, scheduled_at)),
         max(created_at) filter (where is_message_asking(direction, opt_out)),
         max(created_at) filter (where is_message_answering(direction, status, scheduled_at)),
         (array_agg(id order by id desc) filter (where direction = 'inbound' and import_id is null))[1]
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
create trigger message_added after insert on message
  referencing new table as added for each statement execute function conversation_grows();

-- Anything else is counted anew, under the rows' locks: a message that comes in meanwhile waits, or is seen.
create function conversation_recount(org uuid, contacts uuid[]) returns void language plpgsql as $$
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
        and m.direction = 'inbound' and m.import_id is null
      order by m.id desc limit 1)
  where c.organization_id = org and c.contact_id = any(contacts);
end $$;

-- Most changes are of a status on its way, which says nothing new here.
create function conversation_changes() returns trigger language plpgsql as $$
begin
  perform conversation_recount(organization_id, array_agg(distinct contact_id))
  from (select o.organization_id, unnest(array[o.contact_id, n.contact_id]) as contact_id
        from changed_from o
        join changed_to n on n.organization_id = o.organization_id and n.id = o.id
        where (o.contact_id, o.created_at, o.direction, o.opt_out, o.import_id,
               is_message_said(o.status, o.scheduled_at), o.status = 'failed')
          is distinct from
              (n.contact_id, n.created_at, n.direction, n.opt_out, n.import_id,
               is_message_said(n.status, n.scheduled_at), n.status = 'failed')) as changed
  group by organization_id;
  return null;
end $$;
create trigger message_changed after update on message
  referencing old table as changed_from new table as changed_to
  for each statement execute function conversation_changes();

create function conversation_shrinks() returns trigger language plpgsql as $$
begin
  perform conversation_recount(organization_id, array_agg(distinct contact_id))
  from gone group by organization_id;
  return null;
end $$;
create trigger message_gone after delete on message
  referencing old table as gone for each statement execute function conversation_shrinks();

select conversation_recount(organization_id, array_agg(contact_id))
from (select distinct organization_id, contact_id from message) as known
group by organization_id;

-- ---------------------------------------------------------------- who has read what

-- Everything up to this message, of all conversations that have no row below; the member's own id, which is
-- as old as their membership, until there is one.
create table inbox_member (
  organization_id uuid not null,
  member_id uuid not null,
  read_id uuid not null,
  primary key (organization_id, member_id),
  foreign key (organization_id, member_id) references member (organization_id, id) on delete cascade
);

create table conversation_read (
  organization_id uuid not null,
  member_id uuid not null,
  contact_id uuid not null,
  -- Messages with this id and older ones are read.
  read_id uuid not null,
  marked_unread boolean not null default false,
  primary key (organization_id, member_id, contact_id),
  foreign key (organization_id, member_id) references member (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade
);
create index conversation_read_contact on conversation_read (organization_id, contact_id);
create index conversation_read_marked on conversation_read (organization_id, member_id) where marked_unread;

-- Heard by this member only; by everybody who may see the contact when null.
alter table event add column member_id uuid;

create table inbox_setting (
  organization_id uuid not null references organization (id) on delete cascade,
  follow_up_days integer not null check (follow_up_days between 1 and 365),
  primary key (organization_id)
);

-- ---------------------------------------------------------------- writing

create table draft (
  organization_id uuid not null,
  member_id uuid not null,
  contact_id uuid not null,
  channel text not null,
  body text not null,
  subject text,
  -- Wishes of whoever writes; they are looked up when the message is sent.
  contact_phone_id uuid,
  contact_email_id uuid,
  attachment_ids uuid[] not null default '{}',
  -- Another one after each save.
  version uuid not null,
  updated_at timestamptz not null,
  primary key (organization_id, member_id, contact_id, channel),
  foreign key (organization_id, member_id) references member (organization_id, id) on delete cascade,
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade
);
create index draft_contact on draft (organization_id, contact_id);

create table canned_reply (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  -- Lower case.
  shortcut text not null,
  title text not null,
  body text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index canned_reply_shortcut on canned_reply (organization_id, shortcut);

-- Three answers to a message that came in; the newest ones.
create table suggestion_set (
  organization_id uuid not null,
  message_id uuid not null,
  engine text not null check (engine in ('local', 'llm')),
  model text,
  suggestions jsonb not null,
  created_at timestamptz not null,
  primary key (organization_id, message_id),
  foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);

-- ---------------------------------------------------------------- words

-- The words of a message as people search for them: without case or accents, in any language.
create function message_words(subject text, body text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('simple'::regconfig,
                     fold_text(left(coalesce(subject, '') || ' ' || coalesce(body, ''), 20000)));

create index message_words on message using gin (organization_id, message_words(subject, body));
create index message_recent on message (organization_id, created_at desc, id desc);
