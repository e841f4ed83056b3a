import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inTx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids.ts';
import {
  buildContact,
  buildGatewayKey,
  buildOrganization,
  buildPhone,
} from '../../platform/testing/builders.ts';
import { testServer } from '../../platform/testing/test-server.ts';
import { untilBlocked } from '../../platform/testing/waiting.ts';
import { type Candidate, keysOf, resolveContacts } from './resolve.service.ts';

const server = await testServer();
const { ctx } = await buildOrganization(server);
const { client: program } = await buildGatewayKey(ctx);
const tenant_id = ctx.organization_id;

const candidate = (of: Partial<Candidate> & { number?: string }): Candidate => ({
  name: of.name ?? null,
  phone: of.number ? { phone_number: of.number, raw: null, extension: null } : null,
  email: of.email ?? null,
  identities: of.identities ?? [],
});
const options = { source: 'ingest', last_contacted_at: null, emit_each: true };
const resolve = (...candidates: Candidate[]) => resolveContacts(ctx, candidates, options);

describe('an identity', () => {
  test('is created once and found again, its number in any form', async () => {
    const body = { tenant_id, channel: 'sms', external_id: '+1 (212) 555-0141' } as const;
    const first = await program.resolveContact({ body: { ...body, display_name: 'Ana Lima' } });
    expect(first).toMatchObject({ tenant_id, channel: 'sms', display_name: 'Ana Lima' });
    const again = { ...body, channel: 'whatsapp', external_id: 'wa_12125550141' } as const;
    expect((await program.resolveContact({ body: again })).id).toBe(first.id);
  });

  test('names a contact without a name, and renames nobody', async () => {
    const external_id = newId();
    const body = { tenant_id, channel: 'telegram', external_id } as const;
    await program.resolveContact({ body });
    const named = await program.resolveContact({ body: { ...body, display_name: 'Ole Dahl' } });
    expect(named.display_name).toBe('Ole Dahl');
    const later = await program.resolveContact({ body: { ...body, display_name: 'Somebody' } });
    expect(later.display_name).toBe('Ole Dahl');
  });

  test('of one organization is nobody in another', async () => {
    const { ctx: other } = await buildOrganization(server);
    const { client: stranger } = await buildGatewayKey(other);
    const body = { channel: 'telegram', external_id: newId() } as const;
    const here = await program.resolveContact({ body: { ...body, tenant_id } });
    const there = await stranger.resolveContact({
      body: { ...body, tenant_id: other.organization_id },
    });
    expect(there.id).not.toBe(here.id);
  });

  test('that is an e-mail address is one, in any case', async () => {
    const body = { tenant_id, channel: 'email', external_id: 'Kim@Example.org' } as const;
    const { id } = await program.resolveContact({ body });
    const lower = { ...body, external_id: 'kim@example.org' };
    expect((await program.resolveContact({ body: lower })).id).toBe(id);
    const none = { ...body, external_id: 'kim at example' };
    await expect(program.resolveContact({ body: none })).rejects.toMatchObject({ status: 400 });
  });
});

describe('races', () => {
  test('fifty who resolve the same new number at once get one contact', async () => {
    const external_id = buildPhone();
    const body = { tenant_id, channel: 'sms', external_id } as const;
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => program.resolveContact({ body })),
    );
    const ids = new Set(replies.map(({ id }) => id));
    expect(ids.size).toBe(1);
    const [contact_id] = ids;
    const told = await ctx.db
      .selectFrom('event')
      .select('type')
      .where('contact_id', '=', contact_id!)
      .execute();
    expect(told).toEqual([{ type: 'contact.created' }]);
    expect(await contactsNamedBy([external_id])).toEqual([contact_id]);
  });

  test('a loser gives the identities that it won to the winner of its first key', async () => {
    const number = buildPhone();
    const telegram = newId();
    const email = `${newId()}@example.com`;
    const identities = [{ channel: 'telegram', external_id: telegram }];
    const { won, lost } = await lose(candidate({ number }), [
      candidate({ number, email, identities }),
    ]);
    expect(lost).toEqual([{ contact_id: won, created: false }]);
    const owners = await ctx.db
      .selectFrom('contact_identity')
      .select('contact_id')
      .where('external_id', 'in', [email, telegram])
      .execute();
    expect(owners).toEqual([{ contact_id: won }, { contact_id: won }]);
    await expectSound();
  });

  test('a person who loses one of two numbers prefers the other', async () => {
    const [taken, other] = [buildPhone(), buildPhone()];
    const email = `${newId()}@example.com`;
    const both = [candidate({ number: taken, email }), candidate({ number: other, email })];
    const { won, lost } = await lose(candidate({ number: taken }), both);
    expect(lost[0]).toEqual({ contact_id: won, created: false });
    expect(lost[1]).toMatchObject({ created: true });
    await expectSound();
  });

  test('an owner that rolls back leaves the key to whoever waits', async () => {
    const number = buildPhone();
    let waiting!: ReturnType<typeof resolve>;
    const failed = inTx(ctx, async (tx) => {
      await resolveContacts(tx, [candidate({ number })], options);
      waiting = resolve(candidate({ number }));
      await untilBlocked(server);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect((await waiting)[0]).toMatchObject({ created: true });
    await expectSound();
  });

  test('overlapping people from many connections: every key has one living owner', async () => {
    const small = fc.integer({ min: 0, max: 3 });
    const person = fc.record({
      phone: fc.option(small),
      email: fc.option(small),
      identity: small,
      name: fc.option(fc.constantFrom('Ann Lee', 'Bo')),
    });
    const calls = fc.array(fc.array(person, { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(calls, async (calls) => {
        const numbers = [0, 1, 2, 3].map(() => buildPhone());
        const round = newId();
        const batches = calls.map((people) =>
          people.map(({ phone, email, identity, name }) =>
            candidate({
              name,
              ...(phone === null ? {} : { number: numbers[phone]! }),
              email: email === null ? null : `${email}.${round}@example.com`,
              identities: [{ channel: 'telegram', external_id: `${identity} ${round}` }],
            }),
          ),
        );
        const results = await Promise.all(batches.map((batch) => resolve(...batch)));
        const existing = await idsOf(results.flat().map(({ contact_id }) => contact_id));
        results.forEach((resolved, i) => {
          expect(resolved).toHaveLength(batches[i]!.length);
          for (const { contact_id } of resolved) expect(existing).toContain(contact_id);
        });
        const mentioned = new Set(
          batches
            .flat()
            .flatMap(keysOf)
            .map((key) => JSON.stringify(key)),
        );
        expect(await countKeys(numbers, round)).toBe(mentioned.size);
        await expectSound();
      }),
      { numRuns: 15 },
    );
  });

  test('a contact made by hand and a message from the same number become one', async () => {
    const phone_number = buildPhone();
    const body = { tenant_id, channel: 'sms', external_id: phone_number } as const;
    const [made, resolved] = await Promise.allSettled([
      buildContact(ctx, { phone_number }),
      program.resolveContact({ body }),
    ]);
    expect(resolved.status).toBe('fulfilled');
    if (made.status === 'rejected') expect(made.reason).toMatchObject({ code: 'PHONE_TAKEN' });
    expect(await contactsNamedBy([phone_number])).toHaveLength(1);
    await expectSound();
  });
});

/** Resolves `slow` while a transaction that has resolved `fast` already is open, and commits that. */
const lose = async (fast: Candidate, slow: Candidate[]) => {
  let losing!: ReturnType<typeof resolve>;
  const [winner] = await inTx(ctx, async (tx) => {
    const resolved = await resolveContacts(tx, [fast], options);
    losing = resolve(...slow);
    await untilBlocked(server);
    return resolved;
  });
  return { won: winner!.contact_id, lost: await losing };
};

const contactsNamedBy = async (numbers: string[]): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('contact_phone')
    .select('contact_id')
    .where('phone_number', 'in', numbers)
    .execute();
  return rows.map(({ contact_id }) => contact_id);
};

const idsOf = async (ids: string[]): Promise<string[]> => {
  const rows = await ctx.db.selectFrom('contact').select('id').where('id', 'in', ids).execute();
  return rows.map(({ id }) => id);
};

const countKeys = async (numbers: string[], round: string): Promise<number> => {
  const identities = await ctx.db
    .selectFrom('contact_identity')
    .select('external_id')
    .where('external_id', 'like', `%${round}%`)
    .execute();
  return (await contactsNamedBy(numbers)).length + identities.length;
};

/** No key without a contact, no resolved contact without a key, one preferred number and address each. */
const expectSound = async (): Promise<void> => {
  const { rows } = await sql<{ problem: string }>`
    select 'a key without a contact' as problem
    from (select organization_id, contact_id from contact_phone
          union all select organization_id, contact_id from contact_identity
          union all select organization_id, contact_id from contact_email) k
    where not exists (select 1 from contact c
                      where c.organization_id = k.organization_id and c.id = k.contact_id)
    union all
    select 'a contact that nothing leads to' from contact c
    where c.source = 'ingest'
      and not exists (select 1 from contact_phone p where p.contact_id = c.id)
      and not exists (select 1 from contact_identity i where i.contact_id = c.id)
    union all
    select 'numbers without a preferred one' from contact_phone
    group by contact_id having count(*) filter (where is_preferred) <> 1
    union all
    select 'addresses without a preferred one' from contact_email
    group by contact_id having count(*) filter (where is_preferred) <> 1
    union all
    select 'a number that search does not know' from contact c join contact_phone p on p.contact_id = c.id
    where position(p.phone_number in c.search_text) = 0`.execute(ctx.db);
  expect(rows).toEqual([]);
};
