-- Message search: the words of each message beside it, and an index of them.

-- Says the same as lexemesOf in the domain; a test compares the two. Scripts that put no spaces between
-- words (and pictograms) are kept by characters and by pairs of them.
create or replace function message_words(subject text, body text) returns tsvector
  language plpgsql immutable parallel safe as $$
declare
  given constant text := left(concat_ws(' ', subject, body), 20000);
  unspaced constant text := '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001F000-\U0001FAFF\U00020000-\U0003FFFF]';
  folded text;
  found text[];
begin
  if octet_length(given) = length(given) then
    -- The short way for most messages of the West.
    folded := regexp_replace(replace(lower(given collate "C"), '''', ''), '[^a-z0-9]+', ' ', 'g');
    found := array_remove(string_to_array(folded, ' '), '');
    if folded ~ '[^ ]{65}' then
      found := array(select left(word, 64) from unnest(found) as word);
    end if;
    return array_to_tsvector(found);
  end if;
  folded := translate(fold_text(normalize(given, NFKC)), $a$'’ʼ$a$, '');
  folded := regexp_replace(folded,
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u05be\u05c0\u05c3\u0589\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u2190-\u25ff\u2b00-\u2bff\u2e00-\u2e7f\u3000-\u3020\u3030-\u303f\ufe00-\ufe6f\ufffc-\uffff]+',
    ' ', 'g');
  found := string_to_array(folded, ' ');
  if folded ~ unspaced then
    found := string_to_array(regexp_replace(folded, '(' || unspaced || ')', ' \1 ', 'g'), ' ') || array(
      select substr(run[1], n, 2)
      from regexp_matches(folded, unspaced || '{2,}', 'g') as run, generate_series(1, length(run[1]) - 1) as n);
  end if;
  return array_to_tsvector(array(select left(word, 64) from unnest(found) as word where word <> ''));
end $$;

alter table message
  add column words tsvector not null generated always as (message_words(subject, body)) stored;

drop index message_words;
-- Without the organization: to cut it out costs more than to look at the few hits of others.
-- What is written waits in a short list before it goes into the index: each search reads the list, and
-- whoever fills it tidies it.
create index message_words on message using gin (words)
  with (gin_pending_list_limit = 512);
