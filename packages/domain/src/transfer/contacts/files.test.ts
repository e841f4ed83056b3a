import { describe, expect, test } from 'vitest';
import { CsvFault, type CsvRow, guessDelimiter, readCsv } from './csv-rows.ts';
import { encodingDetector } from './encoding.ts';

const encodingOf = (...pieces: (string | number[])[]) => {
  const detector = encodingDetector();
  for (const piece of pieces)
    detector.push(
      typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece),
    );
  return detector.end();
};
const utf16 = (text: string, big: boolean) =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });

describe('the encoding', () => {
  test.each([
    ['utf-8', ['name\nÅsa']],
    ['utf-8', [[0xef, 0xbb, 0xbf], 'name']],
    ['utf-8', ['plain']],
    ['utf-8', [[0xc3], [0xa5]]],
    ['utf-16le', [[0xff, 0xfe, ...utf16('name', false)]]],
    ['utf-16be', [[0xfe, 0xff, ...utf16('name', true)]]],
    ['utf-16le', [utf16('first name;last name', false)]],
    ['utf-16be', [utf16('first name;last name', true)]],
    // The only letter that tells comes after a hundred thousand that do not.
    ['windows-1252', ['a'.repeat(100_000), [0xe5, 0x73, 0x61]]],
    ['windows-1252', ['name\n', [0xc3]]],
  ] as const)('%s', (encoding, pieces) => {
    expect(encodingOf(...(pieces as unknown as string[]))).toBe(encoding);
  });
});

describe('the delimiter', () => {
  test.each([
    [',', 'name,phone\nAnn,1\n'],
    [';', 'name;phone\n"Berg, Ann";1,5\nBo;2,5\n'],
    ['\t', 'name\tphone\nAnn, Bo\t1\n'],
    ['|', 'name|phone\nAnn|1\n'],
    [';', 'sep=;\r\nname,x;phone\r\n'],
    [',', 'name\nAnn\n'],
    [',', ''],
  ])('%j', (delimiter, text) => expect(guessDelimiter(text)).toBe(delimiter));
});

const rowsOf = async (pieces: string[], delimiter: ',' | ';' = ','): Promise<CsvRow[]> => {
  const text = async function* () {
    yield* pieces;
  };
  const rows: CsvRow[] = [];
  for await (const row of readCsv(text(), delimiter)) rows.push(row);
  return rows;
};

describe('rows', () => {
  test('have their lines, whatever is in the quotes and wherever the pieces end', async () => {
    const text =
      'name,note\r\n"Berg, Ann","one\r\ntwo ""x"""\r\n\r\nBo\r\n,\r\nCy,5" tall,more\r\n';
    const whole = await rowsOf([text]);
    expect(whole).toEqual([
      { line: 1, cells: ['name', 'note'] },
      { line: 3, cells: ['Berg, Ann', 'one\ntwo "x"'] },
      { line: 5, cells: ['Bo'] },
      { line: 7, cells: ['Cy', '5" tall', 'more'] },
    ]);
    expect(await rowsOf([...text])).toEqual(whole);
  });

  test('do not hold the line that names the delimiter', async () => {
    expect(await rowsOf(['sep=;\r\na;b\r\n'], ';')).toEqual([{ line: 2, cells: ['a', 'b'] }]);
  });

  test('a quote that is never closed is one clear fault', async () => {
    const reading = rowsOf(['name,note\nAnn,"never\nclosed\n']);
    await expect(reading).rejects.toThrow(CsvFault);
    await expect(reading).rejects.toThrow(/never closed/);
    const long = `name\n"${'x\n'.repeat(600_000)}`;
    await expect(rowsOf([long])).rejects.toThrow(/longer than a million characters/);
  });
});
