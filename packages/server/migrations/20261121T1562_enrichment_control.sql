-- Enrichment from calls, by itself, and taken back again.
alter table enrichment_run
  add column call_id uuid,
  -- The memory note before and after the run: it goes back only while nobody changed it since.
  add column memory_before text,
  add column memory_after text,
  add foreign key (organization_id, call_id) references call (organization_id, id)
    on delete set null (call_id);
create index enrichment_run_call on enrichment_run (organization_id, call_id) where call_id is not null;

alter table contact_evidence
  add column call_id uuid,
  add foreign key (organization_id, call_id) references call (organization_id, id)
    on delete set null (call_id);
create index contact_evidence_call on contact_evidence (organization_id, call_id) where call_id is not null;

-- When contacts are read without anybody asking.
create table enrichment_setting (
  organization_id uuid not null references organization (id) on delete cascade,
  after_call boolean not null,
  -- Of somebody without a name: after so many new inbound messages; null = never.
  after_messages integer check (after_messages between 1 and 100),
  primary key (organization_id)
);
