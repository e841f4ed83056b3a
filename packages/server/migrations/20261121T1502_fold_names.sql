-- Names are searched and listed without case and without accents: "jose" finds José, Özil is among the O.

-- Says the same as foldText in the domain; a test compares the two.
create function fold_text(value text) returns text
  language sql immutable parallel safe strict
  return replace(replace(replace(replace(
    translate(
      normalize(regexp_replace(normalize(lower(value), NFD), '[\u0300-\u036f]', '', 'g'), NFC),
      'øłđðıς', 'olddiσ'),
    'þ', 'th'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');

create or replace function contact_name_key(first_name text, last_name text) returns text
  language sql immutable parallel safe
  return fold_text(trim(trim(first_name) || ' ' || trim(last_name)));

create or replace function contact_search_text(org uuid, contact uuid, name_key text, company text) returns text
  language sql stable
  return (
    select concat_ws(E'\n', name_key, fold_text(company),
      (select string_agg(p.phone_number, E'\n' order by p.phone_number)
         from contact_phone p where p.organization_id = org and p.contact_id = contact),
      (select string_agg(fold_text(e.email), E'\n' order by e.email)
         from contact_email e where e.organization_id = org and e.contact_id = contact),
      (select string_agg(fold_text(i.external_id), E'\n' order by i.external_id)
         from contact_identity i where i.organization_id = org and i.contact_id = contact
          and i.channel <> 'email')));

-- Only those that would read differently now.
update contact set search_text = ''
  where search_text <> fold_text(search_text) or name_key <> fold_text(name_key);
