-- Who changed which field of a contact from what to what, when and by which way.
-- Kept apart from the contact: no foreign key to it or to the member, so that a line stays as it was
-- written when they are gone.
create table contact_change (
  organization_id uuid not null references organization (id) on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  member_id uuid,
  way text not null check (way in ('person', 'import', 'enrichment', 'merge', 'program')),
  -- A column of contact, a part (phone, preferred_phone, email, address, ...), or 'contact' for the whole.
  field text not null,
  before text,
  after text,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index contact_change_contact on contact_change (organization_id, contact_id, id desc);

-- Append-only. Whoever erases a person (deletion, GDPR) says so in the transaction:
-- `select set_config('app.erasure', 'on', true)`.
create function contact_change_is_kept() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('app.erasure', true), '') = 'on' then
    return coalesce(old, new);
  end if;
  raise exception 'contact_change is append-only: lines go only with the person they tell of (app.erasure)';
end $$;
create trigger contact_change_kept before update or delete on contact_change
  for each row execute function contact_change_is_kept();
create trigger contact_change_not_emptied before truncate on contact_change
  for each statement execute function contact_change_is_kept();
