// The part of markdown that notes use, as data: headings, lists, paragraphs, bold, italic, code, escaped characters.
// Anything else, HTML above all, stays the text that it is.

export type Span = { text: string; style?: 'bold' | 'italic' | 'code' };
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'paragraph'; lines: Span[][] };

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const ITEM = /^\s{0,6}(?:([-*+])|\d{1,3}[.)])\s+(.*)$/;

export const parseMarkdown = (source: string): Block[] => {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const line of source.split(/\r?\n/)) {
    if (line.trim() === '') {
      isOpen = false;
      continue;
    }
    const last = isOpen ? blocks.at(-1) : undefined;
    isOpen = add(blocks, last, line);
  }
  return blocks;
};

/** Adds a line to the last open block or starts one. @returns whether the next line may go on with it */
const add = (blocks: Block[], last: Block | undefined, line: string): boolean => {
  const heading = HEADING.exec(line);
  if (heading) {
    const level = Math.min(3, heading[1]!.length) as 1 | 2 | 3;
    blocks.push({ kind: 'heading', level, spans: parseSpans(heading[2]!) });
    return false;
  }
  const item = ITEM.exec(line);
  if (item) {
    const ordered = item[1] === undefined;
    const spans = parseSpans(item[2]!);
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(spans);
    else blocks.push({ kind: 'list', ordered, items: [spans] });
    return true;
  }
  const spans = parseSpans(line.trim());
  if (last?.kind === 'paragraph') last.lines.push(spans);
  else blocks.push({ kind: 'paragraph', lines: [spans] });
  return true;
};

// In this order: an escaped character is never part of a mark.
const MARK =
  /\\([!-/:-@[-`{-~])|`([^`]+)`|\*\*(?=\S)((?:\\.|[^\\*])+?)\*\*|(?<![\p{L}\p{N}])([*_])(?=\S)((?:\\.|[^\\*_])+?)\4(?![\p{L}\p{N}])/gu;

/** One line as pieces of one style each. */
export const parseSpans = (line: string): Span[] => {
  const spans: Span[] = [];
  let end = 0;
  for (const match of line.matchAll(MARK)) {
    const [all, escaped, code, bold, , italic] = match;
    push(spans, { text: line.slice(end, match.index) });
    if (escaped !== undefined) push(spans, { text: escaped });
    else if (code !== undefined) push(spans, { text: code, style: 'code' });
    else if (bold !== undefined) push(spans, { text: unescape(bold), style: 'bold' });
    else push(spans, { text: unescape(italic ?? ''), style: 'italic' });
    end = match.index + all.length;
  }
  push(spans, { text: line.slice(end) });
  return spans;
};

const push = (spans: Span[], span: Span): void => {
  if (span.text === '') return;
  const last = spans.at(-1);
  if (last && last.style === undefined && span.style === undefined) last.text += span.text;
  else spans.push(span);
};

const unescape = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** The words of a note without its marks, for searching in it. */
export const plainText = (source: string): string =>
  parseMarkdown(source)
    .flatMap((block) => {
      if (block.kind === 'heading') return [block.spans];
      return block.kind === 'list' ? block.items : block.lines;
    })
    .map((spans) => spans.map(({ text }) => text).join(''))
    .join('\n');
