-- Contacts from CSV and vCard files.
create table contact_import (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  file_name text not null,
  storage_key text not null,
  format text not null check (format in ('csv', 'vcard')),
  encoding text not null,
  delimiter text,
  has_header boolean not null default true,
  -- [{name, samples}], and [{column, target, group, label, confidence}].
  columns jsonb not null default '[]',
  mapping jsonb not null default '[]',
  update_rule text not null default 'fill_empty' check (update_rule in ('fill_empty', 'overwrite')),
  date_order text not null default 'dmy' check (date_order in ('dmy', 'mdy')),
  country text not null,
  tag_name text,
  status text not null default 'waiting'
    check (status in ('waiting', 'queued', 'running', 'completed', 'cancelled', 'failed')),
  dry_run boolean not null default false,
  size_bytes bigint not null default 0,
  bytes_done bigint not null default 0,
  -- Rows that are done, in batches that commit with what they wrote: a pass that was cut short goes on here.
  rows integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  -- The same counts of the last dry run.
  checked jsonb,
  error text,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references member (organization_id, id)
    on delete set null (created_by)
);
create index contact_import_recent on contact_import (organization_id, created_at desc);

create table contact_import_rejection (
  organization_id uuid not null,
  import_id uuid not null,
  number integer not null,
  line integer not null,
  reason text not null,
  -- The row as it came.
  cells text[] not null,
  primary key (organization_id, import_id, number),
  foreign key (organization_id, import_id) references contact_import (organization_id, id) on delete cascade
);

-- A row of a file is found by the id that its source has for the contact.
create index contact_external on contact (organization_id, external_id) where external_id is not null;
