-- Enrichment of many contacts: what was asked for and how far it is, so that a restart goes on with it.
create table enrichment_batch (
  organization_id uuid not null references organization (id) on delete cascade,
  -- Chosen by whoever asks: the same one again is the same batch.
  id uuid not null,
  requested_by uuid,
  total integer not null,
  completed integer not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, requested_by) references member (organization_id, id)
    on delete set null (requested_by)
);

-- One line a contact. It outlives the contact: the batch still tells what it did.
create table enrichment_batch_item (
  organization_id uuid not null,
  batch_id uuid not null,
  contact_id uuid not null,
  status text not null default 'pending' check (status in ('pending', 'running', 'succeeded', 'failed')),
  reason text,
  primary key (organization_id, batch_id, contact_id),
  foreign key (organization_id, batch_id) references enrichment_batch (organization_id, id) on delete cascade
);
-- Two batches that share a contact read it one after the other.
create unique index enrichment_batch_item_running on enrichment_batch_item (organization_id, contact_id)
  where status = 'running';
