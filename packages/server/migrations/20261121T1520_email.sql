-- E-mail: the organization's addresses, what a mail has beside a message, what came in and what became of it.

create table email_address (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  username text not null check (username ~ '^[a-z0-9.-]{3,64}$'),
  -- Null is the domain of this server, whatever it is called tomorrow.
  domain text,
  sender_name text,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references member (organization_id, id)
    on delete set null (created_by)
);
-- Whose mail it is follows from the recipient, so an address has one organization on the whole server.
create unique index email_address_taken on email_address (coalesce(domain, ''), username);

-- What a mail has beside what every message has.
create table email_message (
  organization_id uuid not null,
  message_id uuid not null,
  email_address_id uuid,
  -- Its Message-ID, and those of the mails before it, without brackets.
  header_id text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  -- The message that opened the conversation.
  thread_id uuid not null,
  -- Part of the address that answers go to: whoever writes there answers this mail.
  reply_token text,
  from_name text,
  cc text[] not null default '{}',
  html text,
  -- The mail before it, as people leave it below their answer.
  quoted text,
  offers_unsubscribe boolean not null default false,
  bounce text check (bounce in ('hard', 'soft')),
  bounce_reason text,
  bounced_at timestamptz,
  primary key (organization_id, message_id),
  foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade,
  foreign key (organization_id, email_address_id) references email_address (organization_id, id)
    on delete set null (email_address_id)
);
create unique index email_message_header on email_message (organization_id, header_id);
create unique index email_message_token on email_message (reply_token) where reply_token is not null;

-- Every mail that came in, and what became of it: the claim that makes two deliveries one.
create table email_receipt (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  header_id text not null,
  from_address text not null,
  subject text not null,
  -- Only 'message' stands in a feed; the others are kept, and nobody waits for an answer.
  outcome text not null check (outcome in ('message', 'bounce', 'automatic', 'loop', 'unreadable')),
  reason text,
  -- The message that it became, reports about, or answers by itself.
  message_id uuid,
  raw_key text not null,
  raw_size integer not null,
  received_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, header_id),
  foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);
create index email_receipt_recent on email_receipt (organization_id, received_at desc);
create index email_receipt_message on email_receipt (organization_id, message_id);
create index email_receipt_sender on email_receipt (organization_id, from_address) where message_id is null;

-- Who is forgotten is forgotten here as well.
create function forget_receipts() returns trigger language plpgsql as $$
begin
  delete from email_receipt r using gone
    where r.organization_id = gone.organization_id and r.from_address = lower(gone.email)
      and r.message_id is null;
  return null;
end $$;

create trigger contact_email_gone after delete on contact_email
  referencing old table as gone for each statement execute function forget_receipts();

-- The storage is tidied by the files whose row is gone.
create function discard_raw_mail() returns trigger language plpgsql as $$
begin
  insert into discarded_file (organization_id, storage_key)
    select organization_id, raw_key from gone on conflict do nothing;
  return null;
end $$;

create trigger email_receipt_gone after delete on email_receipt
  referencing old table as gone for each statement execute function discard_raw_mail();

-- A picture that the HTML of its mail shows, by its Content-ID: part of the mail, and no file beside it.
alter table message_attachment add column content_id text;

-- Who may hand over mail by HTTP: the secret itself is shown once.
create table email_webhook (
  organization_id uuid not null references organization (id) on delete cascade,
  secret_hash text not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (organization_id)
);

-- A mail that tries a mail server out is to nobody's contact.
alter table outgoing_mail
  alter column contact_id drop not null,
  add column from_address text not null default '',
  add column message_id uuid,
  add foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade;
-- However often a message is handed over, it is kept once.
create unique index outgoing_mail_message on outgoing_mail (organization_id, message_id);
