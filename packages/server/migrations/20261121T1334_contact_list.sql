-- What makes a list of a million contacts quick.

-- Names in the order of the list: people without one come last.
create index contact_name_listed on contact (organization_id, (name_key = ''), name_key, id);
drop index contact_name;

-- One and two letters: the beginnings of the words of a name.
create index contact_name_words on contact using gin (name_key gin_trgm_ops);

-- Which events wait for a number: a list that was counted is counted again after a change.
create index event_waiting on event (organization_id) where seq is null;
