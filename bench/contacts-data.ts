// An organization with as many contacts as asked for: invented, and the same on every machine.
import type pg from 'pg';

const TAGS = 10;
const INDEXES = ['contact_search', 'contact_name_words'];

/**
 * Fills an organization. Names are syllables by chance, so that short pieces of text are common and long
 * ones rare, as in real names; every contact has a number, two of three an address, half a tag.
 */
export const fillContacts = async (
  pool: pg.Pool,
  organization_id: string,
  contacts: number,
): Promise<void> => {
  const client = await pool.connect();
  const run = async (text: string) => client.query(text.replaceAll('$org', `'${organization_id}'`));
  try {
    // The large indexes are built once at the end; triggers would do one by one what is known here.
    const { rows } = await client.query(
      `select indexname, indexdef from pg_indexes where indexname = any($1)`,
      [INDEXES],
    );
    for (const { indexname } of rows) await run(`drop index ${indexname}`);
    await run(`set session_replication_role = replica`);
    await run(`set maintenance_work_mem = '512MB'`);
    await run(`create temp table person as
      select i, gen_random_uuid() as id, first_name, last_name,
             case when i % 3 > 0 then lower(first_name || '.' || last_name) || i || '@mail' || i % 50 || '.example' end as email,
             '+1212' || (2000000 + i) as phone_number,
             case when i % 2 = 0 then 'Company ' || i % 20000 end as company
      from (select i, initcap(a[1 + (h >> 0 & 63) % 40] || b[1 + (h >> 6 & 63) % 30]) as first_name,
                   initcap(a[1 + (h >> 12 & 63) % 40] || a[1 + (h >> 18 & 63) % 40] || b[1 + (h >> 24 & 63) % 30]) as last_name
            from (select i, abs(hashint8(i)::bigint) as h,
                         '{ma,jo,an,li,ka,ro,be,sa,da,el,pe,no,ti,vi,lu,fa,mi,ha,ce,gre,bra,sto,wal,kim,ors,ny,que,zo,u,pi,sch,tho,ri,ne,su,va,do,al,ge,ib}'::text[] as a,
                         '{ria,hn,na,sa,ren,bert,th,ra,vid,la,ter,ah,mo,an,cas,tima,chael,nah,lia,gor,dt,ne,ton,son,berg,er,ski,ez,ova,i}'::text[] as b
                  from generate_series(1, ${contacts}) as i) raw) named`);
    await run(`insert into contact (organization_id, id, first_name, last_name, company, pipeline_stage, name_key, search_text, created_at, last_contacted_at)
      select $org, id, first_name, last_name, company,
             (array['lead', 'qualified', 'customer', null])[1 + i % 4],
             lower(first_name || ' ' || last_name),
             concat_ws(E'\\n', lower(first_name || ' ' || last_name), lower(company), phone_number, email),
             now() - (${contacts} - i) * interval '1 second',
             case when i % 4 > 0 then now() - (i::bigint * 7919 % ${contacts}) * interval '1 second' end
      from person`);
    await run(`insert into contact_phone (organization_id, id, contact_id, phone_number, is_preferred)
      select $org, gen_random_uuid(), id, phone_number, true from person`);
    await run(`insert into contact_email (organization_id, id, contact_id, email, is_preferred)
      select $org, gen_random_uuid(), id, email, true from person where email is not null`);
    await run(`insert into contact_identity (organization_id, channel, external_id, contact_id)
      select $org, 'email', email, id from person where email is not null`);
    await run(`insert into contact_tagging (organization_id, contact_id, tag_id)
      select $org, p.id, t.id from person p
      join (select id, row_number() over (order by id) as n from contact_tag where organization_id = $org) t
        on t.n = 1 + p.i / 2 % ${TAGS} where p.i % 2 = 0`);
    await run(`drop table person`);
    for (const { indexdef } of rows) await run(indexdef);
    await run(`set session_replication_role = origin`);
    for (const part of ['', '_phone', '_email', '_identity', '_tagging'])
      await run(`vacuum analyze contact${part}`);
  } finally {
    client.release(true);
  }
};

/** What people type: pieces of a contact's name, number and address, and the tag and stage of some. */
export const drawSearches = async (pool: pg.Pool, organization_id: string, count: number) => {
  const { rows } = await pool.query<{ first: string; last: string; phone: string; email: string }>(
    `select lower(c.first_name) as first, lower(c.last_name) as last, p.phone_number as phone, e.email
     from contact c
     join contact_phone p on p.organization_id = c.organization_id and p.contact_id = c.id
     join contact_email e on e.organization_id = c.organization_id and e.contact_id = c.id
     where c.organization_id = $1
     order by md5(c.id::text) limit $2`,
    [organization_id, count],
  );
  return {
    fragment: rows.map(({ last }) => last.slice(1, 5)),
    digits: rows.map(({ phone }) => phone.slice(-7)),
    email: rows.map(({ email }) => email.slice(0, email.indexOf('@') + 3)),
    letter: rows.map(({ first }) => first.slice(0, 1)),
    letters: rows.map(({ first }) => first.slice(0, 2)),
  };
};
