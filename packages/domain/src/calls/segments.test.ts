import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationWords } from './duration.ts';
import { inOrder, readSegments, type Segment, transcriptOf, turnsOf } from './segments.ts';

describe('a transcript', () => {
  test('is read by speaker and time', () => {
    const text = `[00:03] Agent: Good morning.
Caller (0:07): Hi, this is Ada.
I have a question: can you help?

Speaker 2: Of course.`;
    expect(readSegments(text)).toEqual([
      {
        speaker: 'agent',
        name: 'Agent',
        text: 'Good morning.',
        start_seconds: 3,
        end_seconds: null,
      },
      {
        speaker: 'contact',
        name: 'Caller',
        text: 'Hi, this is Ada.\nI have a question: can you help?',
        start_seconds: 7,
        end_seconds: null,
      },
      {
        speaker: 'unknown',
        name: 'Speaker 2',
        text: 'Of course.',
        start_seconds: null,
        end_seconds: null,
      },
    ]);
  });

  test('in which nobody is named is what the contact said', () => {
    expect(readSegments('Please call me back.\nThanks!')).toMatchObject([
      { speaker: 'contact', name: null, text: 'Please call me back.\nThanks!' },
    ]);
  });

  test.each(['', '   \n ', 'Agent: '])('%j says nothing', (text) => {
    expect(readSegments(text)).toEqual([]);
  });

  test('that was written out is read back the same', () => {
    const said = fc.stringMatching(/^[A-Za-z][a-z ]{0,30}[a-z.]$/);
    const segment = fc.record({
      speaker: fc.constantFrom('contact', 'agent'),
      text: said,
    }) as fc.Arbitrary<{ speaker: 'contact' | 'agent'; text: string }>;
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2 }), (lines) => {
        const segments: Segment[] = lines.map((line) => ({ ...NOTHING, ...line }));
        const back = readSegments(transcriptOf(segments));
        expect(back.map(({ speaker, text }) => ({ speaker, text }))).toEqual(lines);
      }),
    );
  });

  test('stands in the order of its times, and what has none stays behind the line before', () => {
    const line = (text: string, start_seconds: number | null): Segment => ({
      ...NOTHING,
      text,
      start_seconds,
    });
    const mixed = [line('c', 9), line('d', null), line('a', 1), line('b', 1)];
    expect(
      inOrder(mixed)
        .map(({ text }) => text)
        .join(''),
    ).toBe('abcd');
  });
});

const NOTHING: Segment = {
  speaker: 'unknown',
  name: null,
  text: '',
  start_seconds: null,
  end_seconds: null,
};

describe('for an engine', () => {
  const started_at = '2026-11-20T10:00:00.000Z';

  test('the contact speaks, and we answer', () => {
    const turns = turnsOf(
      readSegments('Agent (0:00): Hi.\nCaller (0:04): Hello.'),
      'c1',
      started_at,
    );
    expect(turns).toEqual([
      { id: 'c1:0', direction: 'outbound', body: 'Hi.', channel: 'voice', sent_at: started_at },
      {
        id: 'c1:1',
        direction: 'inbound',
        body: 'Hello.',
        channel: 'voice',
        sent_at: '2026-11-20T10:00:04.000Z',
      },
    ]);
  });

  test('one voice without a name is the contact; of two, nobody is taken for them', () => {
    const ways = (text: string) =>
      turnsOf(readSegments(text), 'c1', started_at).map(({ direction }) => direction);
    expect(ways('Speaker 1: Hello.\nSpeaker 1: Anybody?')).toEqual(['inbound', 'inbound']);
    expect(ways('Speaker 1: Hello.\nSpeaker 2: My name is Ada.')).toEqual(['outbound', 'outbound']);
  });
});

test('a duration in words', () => {
  expect([0, 45, 60, 252, 3600, 3780].map(durationWords)).toEqual([
    '0 s',
    '45 s',
    '1 min',
    '4 min 12 s',
    '1 h',
    '1 h 3 min',
  ]);
});
