-- What was asked of a language model: for what, how long it took, what it cost. No text of a message.
create table llm_usage (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  feature text not null,
  model text not null,
  -- 'running' holds the estimated cost against the daily limit until the answer is there.
  outcome text not null
    check (outcome in ('running', 'answered', 'repaired', 'unreadable', 'timeout', 'rate_limited', 'refused', 'unavailable')),
  input_tokens integer,
  output_tokens integer,
  cost_usd double precision,
  latency_ms integer,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index llm_usage_recent on llm_usage (organization_id, created_at desc);
