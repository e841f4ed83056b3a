-- An e-mail identity is no part of the search text (the e-mail of the contact is): it need not be computed anew.
drop trigger contact_identity_changed on contact_identity;
create trigger contact_identity_added after insert on contact_identity
  for each row when (new.channel <> 'email') execute function contact_part_changed();
create trigger contact_identity_removed after delete on contact_identity
  for each row when (old.channel <> 'email') execute function contact_part_changed();
create trigger contact_identity_moved after update of contact_id, external_id, channel on contact_identity
  for each row when (old.channel <> 'email' or new.channel <> 'email') execute function contact_part_changed();
