// The text of a mail that has only HTML, as a person would read it out.
import { Parser } from 'htmlparser2';

const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
]);
const BLOCKS = new Set(
  'address article aside blockquote div dl dt dd fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'table',
]);

const DEEPEST = 300;

/** Whether tags stand in tags beyond what any mail program makes: tidying such HTML takes minutes. */
export const isTooDeep = (html: string): boolean => {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentagname: () => (deepest = Math.max(deepest, ++depth)),
    onclosetag: () => depth--,
  });
  for (let i = 0; i < html.length && deepest <= DEEPEST; i += 4096)
    parser.write(html.slice(i, i + 4096));
  return deepest > DEEPEST;
};

/** Lines of text; what stands in a quote begins with `>`, as in plain mails. */
export const htmlToText = (html: string): string => {
  if (isTooDeep(html))
    return html
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const lines: string[] = [];
  let line = '';
  let skipped = 0;
  let depth = 0;
  const endLine = (): void => {
    const text = line.replace(/[ \t\u00a0]+/g, ' ').trim();
    if (text !== '' || (lines.length > 0 && lines.at(-1) !== ''))
      lines.push(text && quote(depth) + text);
    line = '';
  };
  const breakLine = (): void => {
    if (line.trim() !== '') endLine();
  };
  const parser = new Parser({
    onopentag: (name) => {
      if (SKIPPED.has(name)) skipped++;
      else if (name === 'br') endLine();
      else if (BLOCKS.has(name)) breakLine();
      if (name === 'blockquote') depth++;
      if (name === 'li') line += '- ';
    },
    ontext: (text) => {
      if (skipped === 0) line += text.replace(/\s+/g, ' ');
    },
    onclosetag: (name) => {
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
      if (BLOCKS.has(name)) breakLine();
      if (PARAGRAPHS.has(name) && lines.length > 0 && lines.at(-1) !== '') lines.push('');
      if (name === 'blockquote') depth = Math.max(0, depth - 1);
      if (name === 'td' || name === 'th') line += ' ';
    },
  });
  parser.end(html);
  endLine();
  return lines.join('\n').trim();
};

/** Deeper ones look the same: nobody counts them. */
const quote = (depth: number): string => (depth === 0 ? '' : `${'>'.repeat(Math.min(depth, 5))} `);
