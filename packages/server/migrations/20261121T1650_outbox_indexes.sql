-- What the carrier is asked about: requests whose answer was lost, and messages that have not ended.
create index message_outcome_unknown on message (organization_id, from_address, to_address)
  where is_outcome_unknown;
create index message_delivery_attempted on message_delivery (organization_id, attempted_at)
  where attempted_at is not null;
