// An organization with as many messages as asked for: invented, and the same on every machine.
import type pg from 'pg';

const WORDS = 20_000;
const WORDS_A_MESSAGE = 10;
const YEARS = 5;
const HALVES = 40_000;
/** Every so manieth message is an e-mail, and another half is Japanese. */
const MAIL_EVERY = 20;
const JAPANESE_EVERY = 50;

/**
 * Fills the history of an organization's contacts: words as frequent as in a language (Zipf's law), the
 * newest message now, the oldest five years ago.
 */
export const fillMessages = async (
  pool: pg.Pool,
  organization_id: string,
  messages: number,
): Promise<void> => {
  const client = await pool.connect();
  const run = async (text: string) => client.query(text.replaceAll('$org', `'${organization_id}'`));
  try {
    // Built once at the end; triggers and checks would do one by one what is known here.
    const { rows } = await client.query<{ indexname: string; indexdef: string }>(
      `select indexname, indexdef from pg_indexes
       where tablename = 'message' and indexdef not like '%UNIQUE%'`,
    );
    for (const { indexname } of rows) await run(`drop index ${indexname}`);
    await run(`set session_replication_role = replica`);
    await run(`set maintenance_work_mem = '512MB'`);
    await run(`set max_parallel_maintenance_workers = 1`);
    await run(`create temp table person as
      select row_number() over (order by id)::int as n, id from contact where organization_id = $org`);
    await run(`create index on person (n)`);
    await run(`analyze person`);
    // The word of a rank: frequent ones are short.
    await run(`create function pg_temp.word(rank int) returns text language sql immutable
      return (select s[1 + (h & 31)] || case when rank > 30 then s[1 + (h >> 5 & 31)] else '' end
                  || case when rank > 900 then s[1 + (h >> 10 & 31)] || s[1 + (h >> 15 & 31)] else '' end
              from (select abs(hashint4(rank)::bigint) as h,
                           '{ma,jo,an,li,ka,ro,be,sa,da,el,pe,no,ti,vi,lu,fa,mi,ha,ce,gre,bra,sto,wal,kim,ors,ny,que,zo,ing,tho,ent,ly}'::text[] as s) x)`);
    // Half a message each: to make every word of every message by itself would take most of the time.
    await run(`create temp table half as
      select n, case when n % ${JAPANESE_EVERY} = 7
                  then (select string_agg(chr(19968 + (abs(hashint8(n * 32 + k)::bigint) % 500)::int), '')
                        from generate_series(1, 6) as k)
                  else (select string_agg(pg_temp.word(power(${WORDS}, (hashint8extended(n * 32 + k, 7) & 1048575) / 1048576.0)::int), ' ')
                        from generate_series(1, ${WORDS_A_MESSAGE / 2}) as k) end as body
      from generate_series(0, ${HALVES - 1}) as n`);
    await run(`analyze half`);
    await run(`insert into message (organization_id, id, contact_id, channel, direction, body, subject,
                                    status, source, dedup_key, created_at)
      select $org, gen_random_uuid(), p.id,
             case when i % ${MAIL_EVERY} = 0 then 'email' else 'sms' end,
             case when i % 2 = 0 then 'inbound' else 'outbound' end,
             a.body || ' ' || b.body || ' No ' || i,
             case when i % ${MAIL_EVERY} = 0 then 'About ' || pg_temp.word((1 + i % 500)::int) end,
             case when i % 2 = 0 then 'received' else 'delivered' end, 'import', 'bench:' || i,
             date_trunc('milliseconds', now() - (${messages} - i) * (interval '${YEARS} years' / ${messages}))
      from generate_series(1, ${messages}::bigint) as i
      join person p on p.n = 1 + (i * 7919) % (select count(*) from person)
      join half a on a.n = abs(hashint8(i)::bigint) % ${HALVES}
      join half b on b.n = abs(hashint8(-i)::bigint) % ${HALVES}
      order by i`);
    for (const { indexdef } of rows) await run(indexdef);
    await run(`set session_replication_role = origin`);
    await run(`vacuum analyze message`);
  } finally {
    client.release(true);
  }
};

/** As many messages are looked at for words to search. */
const SAMPLE = 20_000;

/** What people look for: words that are in many messages, in some, in few, and pieces of them. */
export const drawMessageSearches = async (
  pool: pg.Pool,
  organization_id: string,
  messages: number,
  count: number,
) => {
  const { rows } = await pool.query<{ body: string }>(
    `select body from message where organization_id = $1 and body ~ '^[a-z]' and random() < $2 limit 20000`,
    [organization_id, SAMPLE / messages],
  );
  const seen = new Map<string, number>();
  for (const { body } of rows)
    for (const word of new Set(body.split(' ').filter((one) => /^[a-z]+$/.test(one))))
      seen.set(word, (seen.get(word) ?? 0) + 1);
  const between = (least: number, most: number) =>
    [...seen]
      .filter(([, times]) => times >= least && times <= most)
      .map(([word]) => word)
      .slice(0, count);
  const share = (part: number) => Math.max(1, Math.round(rows.length * part));
  const japanese = await pool.query<{ body: string }>(
    `select body from message where organization_id = $1 and body ~ '^[^a-z]' limit $2`,
    [organization_id, count],
  );
  const pair = (n: number) => {
    const words = rows[n * 7]!.body.split(' ');
    return `${words[2]} ${words[5]}`;
  };
  return {
    common: between(share(0.03), rows.length),
    medium: between(share(0.0008), share(0.004)),
    rare: between(1, 1),
    numbers: Array.from({ length: count }, (_, n) =>
      String(Math.floor((messages * (n + 1)) / (count + 2))),
    ),
    pairs: Array.from({ length: count }, (_, n) => pair(n)),
    beginnings: between(share(0.0008), share(0.01)).map((word) => word.slice(0, 4)),
    letters: between(share(0.0008), share(0.01)).map((word) => word.slice(0, 2)),
    japanese: japanese.rows.map(({ body }) => body.slice(3, 5)),
  };
};
