-- What a run read, what it cost, what it could not use; whether it was taken back.
alter table enrichment_run
  add column source text not null default 'messages' check (source in ('messages', 'call')),
  -- Older messages that a model did not get to see, because the history is too long for it.
  add column omitted_count integer not null default 0,
  add column cost_usd double precision,
  -- Why the built-in engine worked although a model is set up.
  add column fallback_reason text,
  -- Values that were refused, each with the reason; values for fields that were filled already.
  add column refused jsonb not null default '[]',
  add column suggested jsonb not null default '[]',
  add column reverted text[] not null default '{}';
