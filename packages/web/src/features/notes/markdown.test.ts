import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, parseSpans, plainText } from './markdown.ts';

describe('parseMarkdown', () => {
  test('reads headings, lists and paragraphs', () => {
    expect(
      parseMarkdown(
        '## About\nAnna runs a cafe.\nSince 2019.\n\n- oak\n- tiles\n\n1. call\n2. write',
      ),
    ).toEqual([
      { kind: 'heading', level: 2, spans: [{ text: 'About' }] },
      { kind: 'paragraph', lines: [[{ text: 'Anna runs a cafe.' }], [{ text: 'Since 2019.' }]] },
      { kind: 'list', ordered: false, items: [[{ text: 'oak' }], [{ text: 'tiles' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'call' }], [{ text: 'write' }]] },
    ]);
  });

  test('a list may follow a line of text, as enrichment writes it', () => {
    expect(parseMarkdown('**Interests**\n- oak')).toEqual([
      { kind: 'paragraph', lines: [[{ text: 'Interests', style: 'bold' }]] },
      { kind: 'list', ordered: false, items: [[{ text: 'oak' }]] },
    ]);
  });
});

describe('parseSpans', () => {
  test('bold, italic and code', () => {
    expect(parseSpans('a **b** _c_ *d* `e`')).toEqual([
      { text: 'a ' },
      { text: 'b', style: 'bold' },
      { text: ' ' },
      { text: 'c', style: 'italic' },
      { text: ' ' },
      { text: 'd', style: 'italic' },
      { text: ' ' },
      { text: 'e', style: 'code' },
    ]);
  });

  test('what was escaped is text', () => {
    expect(parseSpans('\\*\\*no\\*\\* \\<b\\> \\[x\\](http://evil)')).toEqual([
      { text: '**no** <b> [x](http://evil)' },
    ]);
    expect(parseSpans('**Company:** A \\& B')).toEqual([
      { text: 'Company:', style: 'bold' },
      { text: ' A & B' },
    ]);
  });

  test('names with underscores and lone marks stay as they are', () => {
    for (const text of [
      'snake_case_name',
      '2 * 3 * 4',
      'a ** b',
      '*',
      '`',
      '\\',
      '<img src=x onerror=alert(1)>',
    ])
      expect(parseSpans(text)).toEqual([{ text }]);
  });
});

describe('plainText', () => {
  test('drops the marks', () => {
    expect(plainText('## About\n**Anna** likes\n- oak\\!')).toBe('About\nAnna likes\noak!');
  });

  test('loses no letter and no digit, whatever was written', () => {
    const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].join('');
    const pieces = fc.constantFrom(
      '**',
      '*',
      '_',
      '`',
      '\\',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '1. ',
      ' ',
      'word',
      '<b>',
      'é7',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const source = parts.join('');
        const withoutNumbers = source.replace(/^\s{0,6}\d{1,3}[.)]\s+/gm, '');
        expect(letters(plainText(source))).toBe(letters(withoutNumbers));
      }),
    );
  });
});
