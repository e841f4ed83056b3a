-- Files of messages: uploaded before they are sent, or fetched after they came.
alter table message_attachment
  -- pending: its bytes are still being fetched; failed: they cannot be had, and `failure` says why.
  add column status text not null default 'ready' check (status in ('pending', 'ready', 'failed')),
  add column failure text,
  -- Of a picture, in pixels as it is shown.
  add column width integer,
  add column height integer,
  add column thumbnail_key text,
  -- Its place among the files of its message.
  add column position smallint not null default 0,
  add column uploaded_by uuid,
  -- Where the carrier keeps it, until it is here.
  add column source_url text,
  add foreign key (organization_id, uploaded_by) references member (organization_id, id)
    on delete set null (uploaded_by);

-- Uploads that no message took.
create index message_attachment_unsent on message_attachment (created_at) where message_id is null;

-- Files whose row is gone, by whatever way it went (a message, a contact, an organization deleted): the
-- storage is tidied by them. No foreign key: the organization may be gone as well.
create table discarded_file (
  organization_id uuid not null,
  storage_key text not null,
  discarded_at timestamptz not null default now(),
  primary key (organization_id, storage_key)
);
create index discarded_file_age on discarded_file (discarded_at);

create function discard_files() returns trigger language plpgsql as $$
begin
  insert into discarded_file (organization_id, storage_key)
    select distinct g.organization_id, k.storage_key
    from gone g, unnest(array[g.storage_key, g.thumbnail_key]) as k (storage_key)
    where k.storage_key <> ''
    on conflict do nothing;
  return null;
end $$;

create trigger message_attachment_gone after delete on message_attachment
  referencing old table as gone for each statement execute function discard_files();
