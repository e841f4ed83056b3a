-- Calls: the record, what was said in it, what was read out of it, and how our numbers answer.

create table call (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  -- The provider's id, or the caller's own: two reports with one sid are one call.
  sid text not null,
  provider text not null check (provider in ('twilio', 'simulator', 'manual')),
  direction text not null check (direction in ('inbound', 'outbound')),
  status text not null check (status in ('in-progress', 'completed', 'unknown')),
  -- How it ended; null while it rings or talks, and when nobody said.
  outcome text check (outcome in ('answered', 'voicemail', 'missed', 'busy', 'failed', 'canceled')),
  from_address text not null default '',
  to_address text not null default '',
  phone_number_id uuid,
  started_at timestamptz not null,
  duration_seconds integer check (duration_seconds >= 0),
  -- The recording with the provider, then its file here.
  recording_sid text,
  recording_source text,
  recording_seconds integer check (recording_seconds >= 0),
  recording_status text not null default 'none'
    check (recording_status in ('none', 'pending', 'stored', 'failed')),
  recording_key text,
  recording_type text,
  recording_size bigint,
  -- What we noted down of it on the contact.
  note_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, sid),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, phone_number_id) references phone_number (organization_id, id)
    on delete set null (phone_number_id),
  foreign key (organization_id, note_id) references contact_note (organization_id, id)
    on delete set null (note_id),
  foreign key (organization_id, created_by) references member (organization_id, id)
    on delete set null (created_by)
);
create index call_contact on call (organization_id, contact_id, started_at desc, id desc);
create index call_recent on call (organization_id, started_at desc, id desc);
create index call_going_on on call (started_at) where status = 'in-progress';

-- What was said, by whom, and when in the call. One a call: a better one replaces it.
create table call_transcription (
  organization_id uuid not null,
  call_id uuid not null,
  text text not null,
  -- [{speaker, name, text, start_seconds, end_seconds}], in the order of the call.
  segments jsonb not null,
  -- Of the provider's machine, or sent to us.
  source text not null check (source in ('provider', 'api')),
  created_at timestamptz not null default now(),
  -- When note, analyses and todos were made of it.
  digested_at timestamptz,
  primary key (organization_id, call_id),
  foreign key (organization_id, call_id) references call (organization_id, id) on delete cascade
);

-- A question that is asked of each transcript.
create table analyzer (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  name text not null,
  prompt text not null,
  -- One of the questions that the built-in engine has a way of its own for; null for a free one.
  task text check (task in ('summary', 'sentiment', 'next_steps', 'topics')),
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index analyzer_name on analyzer (organization_id, lower(name));

-- One answer; asked again, another row. Name and prompt are those of the time.
create table call_analysis (
  organization_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  analyzer_id uuid,
  analyzer_name text not null,
  prompt text not null,
  status text not null check (status in ('completed', 'failed')),
  -- Markdown; for a failed one the sentence that says why.
  content text not null,
  engine text not null,
  model text,
  requested_by uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, call_id) references call (organization_id, id) on delete cascade,
  foreign key (organization_id, analyzer_id) references analyzer (organization_id, id)
    on delete set null (analyzer_id),
  foreign key (organization_id, requested_by) references member (organization_id, id)
    on delete set null (requested_by)
);
create index call_analysis_call on call_analysis (organization_id, call_id, id);

-- What the provider told of a call that is not known yet; each thing once.
create table call_report (
  organization_id uuid not null references organization (id) on delete cascade,
  sid text not null,
  digest text not null,
  report jsonb not null,
  received_at timestamptz not null default now(),
  primary key (organization_id, sid, digest)
);

-- How a number of ours answers a call; without a row it takes a message.
create table call_handling (
  organization_id uuid not null,
  phone_number_id uuid not null,
  -- Rung first, E.164; null goes to the voicemail at once.
  forward_to text,
  greeting text not null default '',
  -- Whether calls that are put through are recorded and written down.
  records boolean not null default false,
  primary key (organization_id, phone_number_id),
  foreign key (organization_id, phone_number_id) references phone_number (organization_id, id)
    on delete cascade
);

-- Where a member is rung for a call that they start here.
create table member_phone (
  organization_id uuid not null,
  member_id uuid not null,
  phone_number text not null,
  primary key (organization_id, member_id),
  foreign key (organization_id, member_id) references member (organization_id, id) on delete cascade
);

alter table todo
  add column call_id uuid,
  add foreign key (organization_id, call_id) references call (organization_id, id)
    on delete set null (call_id);
create index todo_call on todo (organization_id, call_id) where call_id is not null;

-- A recording goes with its call, by whatever way that goes.
create function discard_recordings() returns trigger language plpgsql as $$
begin
  insert into discarded_file (organization_id, storage_key)
    select g.organization_id, g.recording_key from gone g where g.recording_key is not null
    on conflict do nothing;
  return null;
end $$;
create trigger call_gone after delete on call
  referencing old table as gone for each statement execute function discard_recordings();

-- Calls are part of the one history.
create or replace view interaction as
  select organization_id, id, contact_id, 'message'::text as kind, channel, direction,
         coalesce(body, '') as text, created_at as occurred_at
  from message
  union all
  select c.organization_id, c.id, c.contact_id, 'call'::text as kind, 'voice'::text as channel,
         c.direction, coalesce(t.text, '') as text, c.started_at as occurred_at
  from call c
  left join call_transcription t on t.organization_id = c.organization_id and t.call_id = c.id;

-- The questions that every organization starts with; it may change or remove them.
insert into analyzer (organization_id, id, name, prompt, task, created_at)
select o.id, gen_random_uuid(), a.name, a.prompt, a.task, now() + a.place * interval '1 microsecond'
from organization o
cross join (values
  (1, 'Summary', 'Summarise the call in two to four plain sentences for a colleague who was not there.', 'summary'),
  (2, 'Sentiment', 'How does the caller feel by the end of the call, and what in their words shows it?', 'sentiment'),
  (3, 'Next steps', 'List what was promised or asked for and is still open, one line each.', 'next_steps'),
  (4, 'Topics', 'List what the call was about, the most telling first.', 'topics')
) as a (place, name, prompt, task);
