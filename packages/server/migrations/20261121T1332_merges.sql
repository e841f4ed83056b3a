-- Two contacts that were made one, and all that is needed to part them again.
create table contact_merge (
  organization_id uuid not null,
  id uuid not null,
  -- Who remains; moves on when that one is merged into somebody else.
  contact_id uuid not null,
  -- Who remained at the time, and who went into them.
  kept_id uuid not null,
  other_id uuid not null,
  other_name text not null,
  -- Rows of both before, and of the one who remained after; and which rows merely changed their contact.
  rows_before jsonb not null,
  rows_after jsonb not null,
  moved jsonb not null,
  merged_by uuid,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, merged_by) references member (organization_id, id)
    on delete set null (merged_by)
);
create index contact_merge_contact on contact_merge (organization_id, contact_id, id desc);
