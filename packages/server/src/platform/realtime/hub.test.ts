import { describe, expect, test } from 'vitest';
import {
  changeOrganization,
  changeRole,
  removeMember,
} from '../../modules/auth/organization.service.ts';
import { getEventRange, listEventsAfter } from '../events/events.queries.ts';
import { buildContact, buildMember, buildOrganization, type TestCtx } from '../testing/builders.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/waiting.ts';
import { startOf } from './hub.ts';
import { listenAs } from './listener.fixtures.ts';

const server = await testServer();

/** The newest number, once every event has one. */
const newest = async ({ db, organization_id }: TestCtx): Promise<number> => {
  await until('all numbers', async () => {
    const open = db.selectFrom('event').select('id').where('seq', 'is', null);
    return (await open.execute()).length === 0;
  });
  return (await getEventRange(db, organization_id)).newest;
};

const serverEvents = async ({ db, organization_id }: TestCtx, after = 0) =>
  (await listEventsAfter(db, organization_id, after, 5000)).map(({ seq, type }) => [seq, type]);

describe('an open socket', () => {
  test('hears what happens in its organization, in order, and nothing of others', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const { ctx: other } = await buildOrganization(server);
    const listener = await listenAs(server, owner);
    expect(listener.frames).toEqual([{ kind: 'hello', seq: 0 }]);
    const contact = await buildContact(ctx);
    await Promise.all([buildContact(other), buildContact(ctx), buildContact(ctx)]);
    await owner.client.updateContact({
      params: { contact_id: contact.id },
      body: { company: 'Acme' },
    });
    await listener.caughtUp(4);
    expect(listener.events()).toEqual(await serverEvents(ctx));
    expect(listener.frames.at(-1)).toEqual({
      kind: 'event',
      event: { seq: 4, type: 'contact.updated', payload: { contact_id: contact.id } },
    });
    expect(listener.frames).toHaveLength(5);
  });

  test('hears what another server of the same database did', async () => {
    const second = await testServer({ beside: server });
    const { ctx, owner } = await buildOrganization(server);
    const listener = await listenAs(second, owner);
    await buildContact(ctx);
    await listener.caughtUp(1);
    expect(listener.events()).toEqual([[1, 'contact.created']]);
  });

  test('that comes back hears what it missed, each event once', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const first = await listenAs(server, owner);
    await buildContact(ctx);
    await first.caughtUp(1);
    await first.close();
    for (let n = 0; n < 5; n++) await buildContact(ctx);
    await newest(ctx);
    const back = await listenAs(server, owner, first.seq());
    await Promise.all([buildContact(ctx), buildContact(ctx)]);
    await back.caughtUp(8);
    expect(back.frames[0]).toEqual({ kind: 'hello', seq: 1 });
    expect([...first.events(), ...back.events()]).toEqual(await serverEvents(ctx));
  });

  test('that comes back while things happen misses none of them', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const heard: [number, string][] = [];
    let known = 0;
    const changes = (async () => {
      for (let n = 0; n < 40; n++) await buildContact(ctx);
    })();
    for (let visit = 0; visit < 6; visit++) {
      const listener = await listenAs(server, owner, known);
      await listener.caughtUp(known + 1);
      await listener.close();
      heard.push(...listener.events());
      known = listener.seq();
      if (known >= 40) break;
    }
    await changes;
    const last = await listenAs(server, owner, known);
    await last.caughtUp(40);
    expect([...heard, ...last.events()]).toEqual(await serverEvents(ctx));
  });

  test('that knows too little is told to begin anew', async () => {
    const { ctx, owner } = await buildOrganization(server);
    for (let n = 0; n < 3; n++) await buildContact(ctx);
    await newest(ctx);
    await ctx.db
      .deleteFrom('event')
      .where('organization_id', '=', ctx.organization_id)
      .where('seq', '<', 3)
      .execute();
    const stale = await listenAs(server, owner, 1);
    expect(stale.frames[0]).toEqual({ kind: 'reset', seq: 3 });
    const enough = await listenAs(server, owner, 2);
    await enough.caughtUp(3);
    expect(enough.frames.map(({ kind }) => kind)).toEqual(['hello', 'event']);
    const nonsense = await listenAs(server, owner, 999);
    expect(nonsense.frames).toEqual([{ kind: 'reset', seq: 3 }]);
  });
});

describe('a restricted member', () => {
  test('hears only of assigned contacts; of the rest the number alone', async () => {
    const { ctx } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(ctx, 'member');
    const start = await newest(ctx);
    const listener = await listenAs(server, member, start);
    const hidden = await buildContact(ctx);
    const own = await member.client.createContact({ body: { first_name: 'Own' } });
    await listener.caughtUp(start + 2);
    expect(listener.frames.slice(1)).toEqual([
      { kind: 'skip', seq: start + 1 },
      {
        kind: 'event',
        event: { seq: start + 2, type: 'contact.created', payload: { contact_id: own.id } },
      },
    ]);
    expect(JSON.stringify(listener.frames)).not.toContain(hidden.id);
  });

  test('hears that a contact of theirs was removed', async () => {
    const { ctx, owner } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(ctx, 'member');
    const contact = await buildContact(ctx, { assigned_to: [member] });
    const listener = await listenAs(server, member);
    await owner.client.removeContact({ params: { contact_id: contact.id } });
    await listener.caughtUp(await newest(ctx));
    expect(listener.events().map(([, type]) => type)).toContain('contact.removed');
  });

  test('is one as soon as the setting says so, and no longer once it does not', async () => {
    const { ctx } = await buildOrganization(server);
    const member = await buildMember(ctx, 'member');
    const start = await newest(ctx);
    const listener = await listenAs(server, member, start);
    // What is seen is decided when it is told: each step waits for the one before.
    const steps = [
      () => buildContact(ctx),
      () => changeOrganization(ctx, { members_see_assigned_only: true }),
      () => buildContact(ctx),
      () => changeOrganization(ctx, { members_see_assigned_only: false }),
      () => buildContact(ctx),
    ];
    for (const [n, step] of steps.entries()) {
      await step();
      await listener.caughtUp(start + n + 1);
    }
    expect(listener.frames.slice(1).map(({ kind }) => kind)).toEqual([
      'event',
      'event',
      'skip',
      'event',
      'event',
    ]);
  });

  test('hears everything once promoted', async () => {
    const { ctx } = await buildOrganization(server, { members_see_assigned_only: true });
    const member = await buildMember(ctx, 'member');
    const start = await newest(ctx);
    const listener = await listenAs(server, member, start);
    await changeRole(ctx, member.member_id, 'admin');
    await buildContact(ctx);
    await listener.caughtUp(start + 2);
    expect(listener.events().map(([, type]) => type)).toEqual([
      'members.changed',
      'contact.created',
    ]);
  });
});

describe('a socket is closed', () => {
  test('when its member is removed, before anything else is told', async () => {
    const { ctx, owner } = await buildOrganization(server);
    const member = await buildMember(ctx, 'member');
    const staying = await listenAs(server, owner);
    const leaving = await listenAs(server, member);
    await removeMember(ctx, member.member_id);
    await buildContact(ctx);
    expect(await leaving.ended).toBe(4401);
    expect(leaving.events()).toEqual([]);
    await staying.caughtUp(await newest(ctx));
    expect(staying.events().map(([, type]) => type)).toContain('contact.created');
  });

  test('when the server ends', async () => {
    const ending = await testServer({ beside: server });
    const { owner } = await buildOrganization(server);
    const listener = await listenAs(ending, owner);
    await ending.close();
    expect(await listener.ended).toBe(1001);
  });
});

describe('where a socket begins', () => {
  test.each([
    ['at the newest when it knows nothing', { newest: 9, oldest: 1 }, null, 9],
    ['after what it knows', { newest: 9, oldest: 1 }, 4, 4],
    ['where it is when nothing is new', { newest: 9, oldest: 1 }, 9, 9],
    ['where it is when all events are forgotten', { newest: 9, oldest: null }, 9, 9],
    ['anew when what it lacks is forgotten', { newest: 9, oldest: 6 }, 4, 9],
    ['after what it knows when just that is left', { newest: 9, oldest: 5 }, 4, 4],
    ['anew when it knows what never was', { newest: 9, oldest: 1 }, 10, 9],
    ['anew when it was away for too long', { newest: 5000, oldest: 1 }, 2999, 5000],
    ['after what it knows when that is just near enough', { newest: 5000, oldest: 1 }, 3000, 3000],
  ])('%s', (_, range, after, start) => {
    expect(startOf(range, after)).toBe(start);
  });
});
