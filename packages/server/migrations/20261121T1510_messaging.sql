-- Sending and receiving: the organization's numbers, the outbox, what carriers report, who said stop.

create table phone_number (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  -- E.164.
  phone_number text not null,
  friendly_name text not null default '',
  -- Which adapter carries what is sent from it.
  provider text not null check (provider in ('twilio', 'simulator')),
  provider_sid text,
  messaging_service_sid text,
  can_sms boolean not null default true,
  can_mms boolean not null default true,
  can_voice boolean not null default true,
  -- What carriers let through; a US long code takes one.
  segments_per_second real not null default 1 check (segments_per_second > 0),
  -- The bucket: when the next segment may go out.
  free_at timestamptz,
  created_at timestamptz not null default now(),
  released_at timestamptz,
  primary key (organization_id, id)
);
-- Whose webhook it is follows from the number, so a number in use has one organization on the whole server.
create unique index phone_number_in_use on phone_number (phone_number) where released_at is null;
create index phone_number_service on phone_number (messaging_service_sid)
  where messaging_service_sid is not null and released_at is null;

alter table message
  add column provider text,
  add column error_code text,
  -- The provider's own words; people read ours.
  add column error_message text,
  -- The request may or may not have reached the provider.
  add column is_outcome_unknown boolean not null default false,
  add column segments integer,
  -- When the contact read it, where the channel says so.
  add column read_at timestamptz,
  add column scheduled_at timestamptz,
  -- What an inbound text says about being written to.
  add column opt_out text check (opt_out in ('stop', 'start', 'help', 'asks_to_stop')),
  add foreign key (organization_id, phone_number_id) references phone_number (organization_id, id)
    on delete set null (phone_number_id);
-- external_id is the provider's own id (Twilio's SID).
create unique index message_provider on message (organization_id, provider, external_id)
  where provider is not null and external_id is not null;

-- The outbox: one row a message that we send, written with it.
create table message_delivery (
  organization_id uuid not null,
  message_id uuid not null,
  state text not null check (state in ('pending', 'sending', 'unknown', 'done', 'failed', 'cancelled')),
  attempts integer not null default 0,
  lookups integer not null default 0,
  next_attempt_at timestamptz not null,
  -- Its place in the queue of the number, once it has one.
  slot_at timestamptz,
  -- When it was last handed to the provider.
  attempted_at timestamptz,
  last_error text,
  -- Fingerprint of the request behind an Idempotency-Key.
  request_hash text,
  created_at timestamptz not null default now(),
  primary key (organization_id, message_id),
  foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);
create index message_delivery_open on message_delivery (organization_id, next_attempt_at)
  where state in ('pending', 'sending', 'unknown');

-- Status callbacks of messages that are not known (yet): sent from elsewhere, or faster than our own insert.
create table delivery_report (
  organization_id uuid not null references organization (id) on delete cascade,
  provider text not null,
  external_id text not null,
  status text not null,
  error_code text,
  error_message text,
  received_at timestamptz not null default now(),
  primary key (organization_id, provider, external_id, status)
);

-- Addresses that must not be written to, by any number of the organization.
create table suppression (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  -- E.164 or a short code; an e-mail address in lower case.
  address text not null,
  -- They said so, the provider or mail host refuses, or a person of ours did it.
  reason text not null check (reason in ('keyword', 'provider', 'manual', 'bounce', 'unsubscribe')),
  keyword text,
  message_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, channel, address),
  foreign key (organization_id, message_id) references message (organization_id, id)
    on delete set null (message_id),
  foreign key (organization_id, created_by) references member (organization_id, id)
    on delete set null (created_by)
);

-- Set when a contact says stop: nothing is sent on our own account.
alter table contact add column outreach_disabled boolean not null default false;

create table messaging_compliance (
  organization_id uuid not null references organization (id) on delete cascade,
  -- Answers HELP and INFO; empty answers nothing.
  help_message text not null,
  primary key (organization_id)
);

-- What the simulated network carries: the memory of its phones.
create table simulated_message (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  sid text not null,
  -- Of our request, as a status callback repeats it.
  message_id uuid,
  from_number text not null,
  to_number text not null,
  body text not null,
  media_urls text[] not null default '{}',
  status text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, sid)
);
create index simulated_message_recent on simulated_message (organization_id, created_at desc);
