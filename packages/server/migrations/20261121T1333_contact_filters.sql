-- Filters of the contact list that members keep, each for themselves or shared with all.
create table contact_filter (
  organization_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  shared boolean not null default false,
  filter jsonb not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id) on delete cascade
);
create unique index contact_filter_name on contact_filter (organization_id, member_id, lower(name));
