import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT } from './compose-draft.ts';
import { createDraftSaver, type DraftPorts } from './draft-saver.ts';

const draft = (body: string) => ({ ...EMPTY_DRAFT, body });

/** A server with versions, and a clock that a test moves. */
const world = (first: string | null = null) => {
  const timers: { run: () => void; off: boolean }[] = [];
  const saved: [string, string | null][] = [];
  let answer: DraftPorts['save'] = async (one, version) => {
    saved.push([one.body, version]);
    return { version: `v${saved.length}` };
  };
  const saver = createDraftSaver(
    {
      save: (one, version) => answer(one, version),
      later: (_, run) => {
        const timer = { run, off: false };
        timers.push(timer);
        return () => void (timer.off = true);
      },
    },
    first,
  );
  const settle = () => new Promise((done) => setTimeout(done));
  return {
    saver,
    saved,
    settle,
    answerWith: (next: DraftPorts['save']) => void (answer = next),
    pass: async () => {
      for (const timer of timers.splice(0)) if (!timer.off) timer.run();
      await settle();
    },
  };
};

describe('keeping a draft', () => {
  test('many keys are one request, on top of the version that is known', async () => {
    const { saver, saved, pass } = world('v0');
    for (const text of ['H', 'He', 'Hello']) saver.queue(draft(text));
    await pass();
    saver.queue(draft('Hello you'));
    await pass();
    expect(saved).toEqual([
      ['Hello', 'v0'],
      ['Hello you', 'v1'],
    ]);
  });

  test('what is typed while a request runs goes out after it', async () => {
    const { saver, saved, pass, answerWith, settle } = world();
    let finish = () => {};
    answerWith(async (one, version) => {
      saved.push([one.body, version]);
      await new Promise<void>((done) => {
        finish = done;
      });
      return { version: 'v1' };
    });
    saver.queue(draft('a'));
    await pass();
    saver.queue(draft('ab'));
    await pass();
    expect(saved).toHaveLength(1);
    finish();
    await settle();
    expect(saved[1]).toEqual(['ab', 'v1']);
  });

  test('another tab was faster: what is on screen wins', async () => {
    const { saver, pass, answerWith } = world('old');
    const versions: (string | null)[] = [];
    answerWith(async (_, version) => {
      versions.push(version);
      return version === 'theirs' ? { version: 'mine' } : { version: 'theirs', conflict: true };
    });
    saver.queue(draft('a'));
    await pass();
    expect(versions).toEqual(['old', 'theirs']);
  });

  test('a failed save is tried again with the next flush, and loses nothing', async () => {
    const { saver, saved, pass, answerWith } = world();
    answerWith(() => Promise.reject(new Error('away')));
    saver.queue(draft('precious'));
    await pass();
    answerWith(async (one, version) => {
      saved.push([one.body, version]);
      return { version: 'v1' };
    });
    await saver.flush();
    expect(saved).toEqual([['precious', null]]);
  });

  test('what was sent is forgotten, and the next draft is a new one', async () => {
    const { saver, saved, pass } = world();
    saver.queue(draft('Hello'));
    await pass();
    saver.queue(draft('Hello you'));
    saver.forget();
    await pass();
    saver.queue(draft('And another thing'));
    await pass();
    expect(saved).toEqual([
      ['Hello', null],
      ['And another thing', null],
    ]);
  });

  test('a save that was under way when it was sent leaves nothing behind', async () => {
    const { saver, saved, pass, answerWith, settle } = world();
    let finish = () => {};
    answerWith(async (one, version) => {
      saved.push([one.body, version]);
      if (one.body === '') return { version: null };
      await new Promise<void>((done) => {
        finish = done;
      });
      return { version: 'v1' };
    });
    saver.queue(draft('Hello'));
    await pass();
    saver.forget();
    finish();
    await settle();
    expect(saved).toEqual([
      ['Hello', null],
      ['', 'v1'],
    ]);
  });

  test('nothing new, nothing sent', async () => {
    const { saver, saved } = world();
    await saver.flush();
    expect(saved).toEqual([]);
  });
});
