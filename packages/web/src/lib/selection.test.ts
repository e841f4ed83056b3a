import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Selection, toggle, toggleAll } from './selection.ts';

type Row = { id: string };
const rows: Row[] = [...'abcdef'].map((id) => ({ id }));
const nothing: Selection<Row> = { chosen: new Map(), anchor: null };
const ids = ({ chosen }: Selection<Row>) => [...chosen.keys()].toSorted().join('');

describe('selecting', () => {
  test('a second press takes the first one back', () => {
    const once = toggle(nothing, rows, 'b', false);
    expect(ids(once)).toBe('b');
    expect(ids(toggle(once, rows, 'b', false))).toBe('');
  });

  test('Shift reaches to the last pressed row, in both directions', () => {
    const fromB = toggle(nothing, rows, 'b', false);
    expect(ids(toggle(fromB, rows, 'e', true))).toBe('bcde');
    const fromE = toggle(nothing, rows, 'e', false);
    expect(ids(toggle(fromE, rows, 'b', true))).toBe('bcde');
  });

  test('Shift on a selected row unselects the way to it', () => {
    const all = toggleAll(nothing, rows, true);
    const withoutB = toggle(all, rows, 'b', false);
    expect(ids(toggle(withoutB, rows, 'd', true))).toBe('aef');
  });

  test('Shift without a start, or with one on another page, is a plain press', () => {
    expect(ids(toggle(nothing, rows, 'd', true))).toBe('d');
    expect(ids(toggle({ chosen: new Map(), anchor: 'z' }, rows, 'd', true))).toBe('d');
  });

  test('what is selected on other pages stays', () => {
    const other = { id: 'z' };
    const before: Selection<Row> = { chosen: new Map([['z', other]]), anchor: 'z' };
    expect(ids(toggleAll(before, rows, true))).toBe('abcdefz');
    expect(ids(toggleAll(before, rows, false))).toBe('z');
  });

  test('the pressed row always changes; rows that are not shown never do', () => {
    const id = fc.constantFrom(...'abcdef');
    const chosen = fc.uniqueArray(fc.constantFrom(...'abcdefxyz'));
    fc.assert(
      fc.property(chosen, fc.option(id), id, fc.boolean(), (before, anchor, pressed, range) => {
        const selection = { chosen: new Map(before.map((one) => [one, { id: one }])), anchor };
        const after = toggle(selection, rows, pressed, range).chosen;
        expect(after.has(pressed)).toBe(!selection.chosen.has(pressed));
        for (const hidden of 'xyz') expect(after.has(hidden)).toBe(selection.chosen.has(hidden));
      }),
    );
  });
});
