import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Socket, connectRealtime, pauseBefore } from './connection.ts';

/** A world in which sockets and time move only when told to. */
const world = () => {
  const opened: { after: number | null; socket: Socket; closed: boolean }[] = [];
  const waiting: { milliseconds: number; run: () => void; off: boolean }[] = [];
  const heard: unknown[] = [];
  const line = connectRealtime(
    {
      open: (after) => {
        const socket: Socket = { onmessage: null, onclose: null, close: () => (one.closed = true) };
        const one = { after, socket, closed: false };
        opened.push(one);
        return socket;
      },
      later: (milliseconds, run) => {
        const one = { milliseconds, run, off: false };
        waiting.push(one);
        return () => (one.off = true);
      },
      random: () => 1,
    },
    {
      onEvent: ({ seq, type }) => heard.push(`${type} ${seq}`),
      onReset: () => heard.push('reset'),
      onSignedOut: () => heard.push('signed out'),
      onConnected: (connected) => heard.push(connected),
    },
  );
  return {
    opened,
    waiting,
    heard,
    line,
    say: (frame: unknown) => opened.at(-1)?.socket.onmessage?.({ data: JSON.stringify(frame) }),
    event: (seq: number) => ({
      kind: 'event',
      event: { seq, type: 'contact.created', payload: {} },
    }),
    drop: (code = 1006) => opened.at(-1)?.socket.onclose?.({ code }),
    wake: () => waiting.at(-1)?.run(),
  };
};

describe('the real-time line', () => {
  test('starts at the greeting and hears what follows', () => {
    const { opened, heard, say, event } = world();
    expect(opened[0]?.after).toBeNull();
    say({ kind: 'hello', seq: 7 });
    say(event(8));
    expect(heard).toEqual([true, 'contact.created 8']);
  });

  test('catches up from the last number after a break, and hears nothing twice', () => {
    const { opened, heard, say, event, drop, wake } = world();
    say({ kind: 'hello', seq: 7 });
    say(event(8));
    drop();
    wake();
    expect(opened[1]?.after).toBe(8);
    // The server greets with its newest number before it sends what was missed.
    say({ kind: 'hello', seq: 10 });
    for (const seq of [8, 9, 10]) say(event(seq));
    expect(heard).toEqual([
      true,
      'contact.created 8',
      false,
      true,
      'contact.created 9',
      'contact.created 10',
    ]);
  });

  test('numbers of hidden events move on; a hole means that something was missed', () => {
    const { opened, heard, say, event, drop, wake } = world();
    say({ kind: 'hello', seq: 1 });
    say({ kind: 'skip', seq: 4 });
    say(event(5));
    say(event(9));
    expect(heard).toEqual([true, 'contact.created 5', 'reset']);
    drop();
    wake();
    expect(opened[1]?.after).toBe(9);
  });

  test('a reset goes on from its number and counts as a greeting', () => {
    const { heard, say, event, drop, wake } = world();
    say({ kind: 'hello', seq: 1 });
    drop();
    wake();
    say({ kind: 'reset', seq: 500 });
    say(event(501));
    expect(heard).toEqual([true, false, true, 'reset', 'contact.created 501']);
  });

  test('each failed try waits longer; a greeting starts over', () => {
    const { waiting, say, drop, wake } = world();
    drop();
    wake();
    drop();
    wake();
    say({ kind: 'hello', seq: 1 });
    drop();
    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([500, 1000, 500]);
  });

  test('the network came back: no waiting, and no second line', () => {
    const { opened, waiting, line, drop } = world();
    line.retryNow();
    expect(opened).toHaveLength(1);
    drop();
    line.retryNow();
    expect(opened).toHaveLength(2);
    expect(waiting[0]?.off).toBe(true);
  });

  test('closed for good: hears nothing, opens nothing', () => {
    const { opened, waiting, heard, line, say, event } = world();
    say({ kind: 'hello', seq: 1 });
    line.close();
    say(event(2));
    expect(opened[0]?.closed).toBe(true);
    expect(heard).toEqual([true]);
    expect(waiting).toHaveLength(0);
  });

  test('a session that ended says so', () => {
    const { heard, drop } = world();
    drop(4401);
    expect(heard).toContain('signed out');
  });

  test('nonsense is no frame', () => {
    const { opened, heard, say } = world();
    opened[0]?.socket.onmessage?.({ data: 'not json' });
    say({ kind: 'party' });
    say({ kind: 'event', event: { seq: 'x' } });
    expect(heard).toEqual([]);
  });

  test('whatever repeats and however lines break, each event is heard once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 20 }), (breaks) => {
        const { opened, heard, say, event, drop, wake } = world();
        const newest = 100;
        say({ kind: 'hello', seq: 0 });
        for (const steps of breaks) {
          const after = opened.at(-1)?.after ?? 0;
          for (let seq = after + 1; seq <= Math.min(newest, after + steps); seq += 1)
            say(event(seq));
          drop();
          wake();
          say({ kind: 'hello', seq: newest });
        }
        for (let seq = (opened.at(-1)?.after ?? 0) + 1; seq <= newest; seq += 1) say(event(seq));
        const numbers = heard
          .filter((one) => typeof one === 'string')
          .map((one) => Number(String(one).split(' ')[1]));
        expect(numbers).toEqual(Array.from({ length: newest }, (_, index) => index + 1));
      }),
    );
  });
});

describe('the pause before a try', () => {
  test('grows, ends at half a minute, and is spread over half its length', () => {
    expect(pauseBefore(0, 1)).toBe(500);
    expect(pauseBefore(0, 0)).toBe(250);
    expect(pauseBefore(50, 1)).toBe(30_000);
    expect(pauseBefore(50, 0)).toBe(15_000);
  });
});
