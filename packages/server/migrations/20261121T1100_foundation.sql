-- The foundation: identity, tenants, contacts, messages, enrichment, import, events.
-- House rule: each tenant table has the primary key (organization_id, id), and each foreign key to one
-- carries organization_id, so that a row of one organization cannot point at another's.

create extension if not exists pg_trgm;

-- ---------------------------------------------------------------- identity (better-auth's tables, our names)

create table "user" (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  -- The operator of the installation; set only by the command line.
  super_admin boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id text primary key,
  user_id text not null references "user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_by_user on session (user_id);

create table account (
  id text primary key,
  user_id text not null references "user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_by_user on account (user_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

create table jwks (
  id text primary key,
  public_key text not null,
  private_key text not null,
  alg text,
  crv text,
  created_at timestamptz not null default now(),
  expires_at timestamptz
);

create table rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- ---------------------------------------------------------------- tenants

create table organization (
  id uuid primary key,
  name text not null,
  default_country text not null default 'US',
  timezone text not null default 'UTC',
  members_see_assigned_only boolean not null default false,
  -- Newest number given to an event of this organization.
  event_seq bigint not null default 0,
  created_at timestamptz not null default now()
);

create table member (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  user_id text not null references "user" (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member')),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id)
);
create index member_by_user on member (user_id);

create table invitation (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'member')),
  token_hash text not null unique,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, invited_by) references member (organization_id, id)
    on delete set null (invited_by)
);

create table gateway_key (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  name text not null,
  prefix text not null,
  key_hash text not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id)
);

-- ---------------------------------------------------------------- contacts

create table contact (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  first_name text not null default '',
  last_name text not null default '',
  company text,
  job_title text,
  source text,
  status text not null default 'active'
    check (status in ('active', 'inactive', 'do_not_contact', 'archived')),
  pipeline_stage text,
  external_id text,
  timezone text,
  preferred_language text,
  date_of_birth date,
  gender text,
  avatar_url text,
  ai_summary text,
  is_sample boolean not null default false,
  version integer not null default 1,
  -- Lower-case "first last", for sorting; kept by contact_name_key().
  name_key text not null default '',
  -- All that a search looks at, one line a value; kept by the triggers below.
  search_text text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_contacted_at timestamptz,
  primary key (organization_id, id)
);
create index contact_recent on contact (organization_id, created_at desc, id desc);
create index contact_name on contact (organization_id, name_key, id);
create index contact_last_contacted on contact (organization_id, last_contacted_at desc nulls last, id desc);
create index contact_search on contact using gin (search_text gin_trgm_ops);

-- A number belongs to one contact of an organization. The key to contact is checked at commit, so that
-- a number can be claimed first and its contact created only by the one who won.
create table contact_phone (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  -- E.164; a short code or a sender's name as it came.
  phone_number text not null,
  raw text,
  extension text,
  label text,
  is_preferred boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, phone_number),
  foreign key (organization_id, contact_id) references contact (organization_id, id)
    on delete cascade deferrable initially deferred
);
create index contact_phone_contact on contact_phone (organization_id, contact_id);
create unique index contact_phone_preferred on contact_phone (organization_id, contact_id) where is_preferred;

create table contact_email (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  email text not null,
  label text,
  is_preferred boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id)
    on delete cascade deferrable initially deferred
);
create unique index contact_email_once on contact_email (organization_id, contact_id, lower(email));
create index contact_email_address on contact_email (organization_id, lower(email));
create unique index contact_email_preferred on contact_email (organization_id, contact_id) where is_preferred;

create table contact_address (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  label text,
  street text,
  city text,
  state text,
  zip text,
  country text,
  is_primary boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade
);
create unique index contact_address_primary on contact_address (organization_id, contact_id) where is_primary;

-- How a channel knows a contact; an e-mail address that writes to us is the identity ('email', address).
create table contact_identity (
  organization_id uuid not null,
  channel text not null,
  external_id text not null,
  contact_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, channel, external_id),
  foreign key (organization_id, contact_id) references contact (organization_id, id)
    on delete cascade deferrable initially deferred
);
create index contact_identity_contact on contact_identity (organization_id, contact_id);

create table contact_tag (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  name text not null,
  color text not null check (color ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index contact_tag_name on contact_tag (organization_id, lower(name));

create table contact_tagging (
  organization_id uuid not null,
  contact_id uuid not null,
  tag_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, contact_id, tag_id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, tag_id) references contact_tag (organization_id, id) on delete cascade
);
create index contact_tagging_tag on contact_tagging (organization_id, tag_id);

-- Who is assigned to whom.
create table contact_user (
  organization_id uuid not null,
  contact_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, contact_id, member_id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references member (organization_id, id) on delete cascade
);
create index contact_user_member on contact_user (organization_id, member_id);

create table contact_note (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  body text not null,
  visibility text not null check (visibility in ('user_visible', 'internal')),
  origin text not null check (origin in ('manual', 'agent', 'workflow', 'system')),
  area text not null
    check (area in ('general', 'memory', 'call_annotation', 'sms_annotation', 'ai_enrichment', 'alert')),
  author_member_id uuid,
  pinned boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, author_member_id) references member (organization_id, id)
    on delete set null (author_member_id)
);
create index contact_note_contact on contact_note (organization_id, contact_id, created_at desc);
create unique index contact_note_memory on contact_note (organization_id, contact_id) where area = 'memory';

-- ---------------------------------------------------------------- import (before message, which names it)

create table import (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  file_name text not null,
  storage_key text not null,
  format text,
  options jsonb not null default '{}',
  status text not null
    check (status in ('queued', 'needs_answer', 'running', 'completed', 'cancelled', 'failed')),
  is_sample boolean not null default false,
  size_bytes bigint not null default 0,
  bytes_done bigint not null default 0,
  contacts_created integer not null default 0,
  messages_created integer not null default 0,
  messages_known integer not null default 0,
  rows_rejected integer not null default 0,
  rows_skipped integer not null default 0,
  error text,
  participants jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references member (organization_id, id)
    on delete set null (created_by)
);
create index import_recent on import (organization_id, created_at desc);

create table import_rejection (
  organization_id uuid not null,
  import_id uuid not null,
  number integer not null,
  line integer not null,
  reason text not null,
  primary key (organization_id, import_id, number),
  foreign key (organization_id, import_id) references import (organization_id, id) on delete cascade
);

-- ---------------------------------------------------------------- messages

create table message (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  phone_number_id uuid,
  channel text not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  body text,
  subject text,
  from_address text not null default '',
  to_address text not null default '',
  status text not null check (status in ('queued', 'sent', 'delivered', 'failed', 'received')),
  source text,
  ai_origin text,
  -- The channel's or the history's own id.
  external_id text,
  -- Two rows with one key are one message: what makes imports and webhooks idempotent.
  dedup_key text not null,
  import_id uuid,
  sent_by_member_id uuid,
  -- When it was said; recorded_at is when we learned of it.
  created_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, dedup_key),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, import_id) references import (organization_id, id)
    on delete set null (import_id),
  foreign key (organization_id, sent_by_member_id) references member (organization_id, id)
    on delete set null (sent_by_member_id)
);
create index message_feed on message (organization_id, contact_id, created_at, id);
create index message_import on message (organization_id, import_id) where import_id is not null;

create table message_attachment (
  organization_id uuid not null,
  id uuid not null,
  message_id uuid,
  storage_key text not null default '',
  content_type text not null,
  file_name text,
  file_size integer,
  -- The history it came from named the file but held none of its bytes.
  omitted boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);
create index message_attachment_message on message_attachment (organization_id, message_id);

-- Everything that happened between a contact and the organization, in one history.
create view interaction as
  select organization_id, id, contact_id, 'message'::text as kind, channel, direction,
         coalesce(body, '') as text, created_at as occurred_at
  from message;

-- ---------------------------------------------------------------- enrichment

create table enrichment_run (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  engine text not null,
  model text,
  message_count integer not null,
  filled text[] not null default '{}',
  extraction jsonb not null,
  note_id uuid,
  requested_by uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, note_id) references contact_note (organization_id, id)
    on delete set null (note_id),
  foreign key (organization_id, requested_by) references member (organization_id, id)
    on delete set null (requested_by)
);
create index enrichment_run_contact on enrichment_run (organization_id, contact_id, created_at desc);

-- Where a filled field was read: one row a field, the newest value.
create table contact_evidence (
  organization_id uuid not null,
  contact_id uuid not null,
  field text not null,
  value text not null,
  run_id uuid not null,
  message_id uuid,
  quote text,
  created_at timestamptz not null default now(),
  primary key (organization_id, contact_id, field),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, run_id) references enrichment_run (organization_id, id) on delete cascade,
  foreign key (organization_id, message_id) references message (organization_id, id)
    on delete set null (message_id)
);

-- ---------------------------------------------------------------- events

-- The outbox: a row is written in the transaction that changed something, without a number (no lock is
-- held), and numbered per organization right after commit by whoever runs the sequencer.
create table event (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  seq bigint,
  type text not null,
  payload jsonb not null,
  contact_id uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index event_seq on event (organization_id, seq) where seq is not null;
create index event_unnumbered on event (id) where seq is null;

-- ---------------------------------------------------------------- what keeps the search column true

create function contact_name_key(first_name text, last_name text) returns text
  language sql immutable parallel safe
  return lower(trim(trim(first_name) || ' ' || trim(last_name)));

create function contact_search_text(org uuid, contact uuid, name_key text, company text) returns text
  language sql stable
  return (
    select concat_ws(E'\n', name_key, lower(company),
      (select string_agg(p.phone_number, E'\n' order by p.phone_number)
         from contact_phone p where p.organization_id = org and p.contact_id = contact),
      (select string_agg(lower(e.email), E'\n' order by e.email)
         from contact_email e where e.organization_id = org and e.contact_id = contact),
      (select string_agg(lower(i.external_id), E'\n' order by i.external_id)
         from contact_identity i where i.organization_id = org and i.contact_id = contact
          and i.channel <> 'email')));

create function contact_before_write() returns trigger language plpgsql as $$
begin
  new.name_key := contact_name_key(new.first_name, new.last_name);
  new.search_text := contact_search_text(new.organization_id, new.id, new.name_key, new.company);
  return new;
end $$;
create trigger contact_before_insert before insert on contact
  for each row execute function contact_before_write();
create trigger contact_before_update before update of first_name, last_name, company, search_text on contact
  for each row execute function contact_before_write();

-- Touching search_text lets the trigger above compute it anew. A contact that is not there yet (its
-- number was claimed first) reads its numbers when it is inserted.
create function contact_part_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update contact set search_text = '' where organization_id = old.organization_id and id = old.contact_id;
  end if;
  if tg_op <> 'DELETE' then
    update contact set search_text = '' where organization_id = new.organization_id and id = new.contact_id;
  end if;
  return null;
end $$;
create trigger contact_phone_changed after insert or delete or update of contact_id, phone_number on contact_phone
  for each row execute function contact_part_changed();
create trigger contact_email_changed after insert or delete or update of contact_id, email on contact_email
  for each row execute function contact_part_changed();
create trigger contact_identity_changed after insert or delete or update of contact_id, external_id on contact_identity
  for each row execute function contact_part_changed();
