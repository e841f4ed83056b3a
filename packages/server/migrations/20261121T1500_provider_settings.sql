-- How an organization reaches the outside: its carrier, its mail server, its language model.
create table provider_setting (
  organization_id uuid not null references organization (id) on delete cascade,
  provider text not null check (provider in ('twilio', 'smtp', 'llm')),
  settings jsonb not null default '{}',
  -- Tokens and passwords, sealed with the key of the server: useless in a copy of the database.
  secrets text not null,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (organization_id, provider),
  foreign key (organization_id, updated_by) references member (organization_id, id)
    on delete set null (updated_by)
);
