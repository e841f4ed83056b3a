-- The addresses of a contact: without it each reading of a contact looked at all addresses.
create index contact_address_contact on contact_address (organization_id, contact_id);
