import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extraction } from './fields.ts';
import { mergeMemory, renderNote } from './note.ts';

const item = (value: string) => ({ value, evidence: { turn_id: 't', quote: value } });
const extraction: Extraction = {
  ai_summary: 'Anna Berg runs a cafe and wants a new counter.',
  interests: [item('oak wood')],
  next_steps: [item('send a quote')],
  key_dates: [item('2026-05-11: opening day')],
  pain_points: [],
  sentiment: 'positive',
};

describe('renderNote', () => {
  test('says what was filled and what was understood', () => {
    expect(renderNote(extraction, [{ field: 'first_name', value: 'Anna' }])).toBe(
      [
        'Anna Berg runs a cafe and wants a new counter.',
        '**Updated fields**\n- First name: Anna',
        '**Sentiment:** positive',
        '**Interests**\n- oak wood',
        '**Next steps**\n- send a quote',
        '**Key dates**\n- 2026-05-11: opening day',
      ].join('\n\n'),
    );
  });

  test('shows what a message wrote as markup as text', () => {
    const note = renderNote({ ...extraction, interests: [item('[x](http://evil) <b>')] }, []);
    expect(note).toContain('\\[x\\](http://evil) \\<b\\>');
  });
});

describe('mergeMemory', () => {
  test('a second run of the same conversation changes nothing', () => {
    const first = mergeMemory(null, extraction);
    expect(mergeMemory(first, extraction)).toBe(first);
  });

  test('adds what is new, keeps what a person wrote', () => {
    const before = `${mergeMemory(null, extraction)}\n\n## House rules\nNever call before nine.`;
    const after = mergeMemory(before, {
      ...extraction,
      interests: [item('Oak wood!'), item('tiles')],
    });
    expect(after).toContain('## Interests\n- oak wood\n- tiles');
    expect(after).toContain('## House rules\nNever call before nine.');
  });

  test('never grows without end', () => {
    const many = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(many, { maxLength: 6 }), (runs) => {
        let memory: string | null = null;
        for (const lines of runs)
          memory = mergeMemory(memory, { ...extraction, interests: lines.map(item) });
        const listed = (memory ?? '').split('\n').filter((line) => line.startsWith('- '));
        return listed.length <= 12 * 4;
      }),
    );
  });
});
