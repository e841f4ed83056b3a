import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddText, storableText } from './odd-text.fixtures.ts';
import { csvLine, joinList, neutralizeCell, restoreCell, splitList } from './cells.ts';

describe('a cell', () => {
  test.each(['=1+1', '+14155550132', '-1', '@SUM(A1)', '\tx', '\rx', "'=x", "''@x"])(
    '%j is not what a spreadsheet runs',
    (text) => expect(neutralizeCell(text)).toBe(`'${text}`),
  );

  test.each(['Anna', "O'Neill", "'tis", '1-2', ''])('%j stays', (text) => {
    expect(neutralizeCell(text)).toBe(text);
    expect(restoreCell(text)).toBe(text);
  });

  test('any text is safe, and comes back as it was', () => {
    const text = fc.oneof(oddText(), fc.stringMatching(/^'{0,3}[=+\-@\t\r\n]?[\s\S]{0,5}$/));
    fc.assert(
      fc.property(text, (value) => {
        expect(neutralizeCell(value)).not.toMatch(/^[=+\-@\t\r]/);
        expect(restoreCell(neutralizeCell(value))).toBe(value);
      }),
    );
  });

  test('a line of any cells is read back as they were', () => {
    const cell = storableText();
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2 }), (cells) => {
        const [row] = parse(csvLine(cells), { skip_empty_lines: false }) as string[][];
        expect(row!.map(restoreCell)).toEqual(cells);
      }),
    );
  });
});

describe('a list in a cell', () => {
  test.each([
    ['VIP, Hot Lead', ['VIP', 'Hot Lead']],
    ['VIP;Hot Lead | New', ['VIP', 'Hot Lead', 'New']],
    ['* myContacts ::: Friends', ['* myContacts', 'Friends']],
    ['"Paris, Lyon", "say ""hi"""', ['Paris, Lyon', 'say "hi"']],
    ['"open', ['"open']],
    [' , ;', []],
    ['', []],
  ])('%j', (cell, items) => expect(splitList(cell)).toEqual(items));

  test('any list comes back as it was', () => {
    const item = storableText({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(splitList(joinList(items))).toEqual(items);
      }),
    );
  });
});
