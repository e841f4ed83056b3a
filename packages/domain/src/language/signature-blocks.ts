// The lines under a signed name: title, company, telephone, in any order, also on one line with bars.

import { readCompany, type Span } from './companies.ts';
import { isOrganizationWord } from './name-lists.ts';
import { readTitle } from './job-titles.ts';
import type { Candidate } from './name-candidate.ts';
import { fold } from './tokens.ts';

/** Under a name, a department stands for the title: "Accounts Payable". */
const DEPARTMENT =
  /^(?:accounts? (?:payable|receivable)|accounting|accounts|human resources|hr|procurement|purchasing|customer (?:service|support|success|care)|facilities|operations|marketing|sales|reception|front (?:desk|office)|billing|finance|administration|buchhaltung|einkauf|vertrieb|comptabilité|achats|compras|contabilidad|ventas|contabilidade|vendas)$/iu;

export type Block = { title: Span | null; company: Span | null };

/** A line that is neither a title nor a company. */
const CONTACT_LINE =
  /@|\d{3}|https?:|www\.|^\s*(?:tel|mob|cell|phone|fax|t|m|e|p)\b[.:]?\s|\b(?:street|avenue|road|suite|confidential|sent from|he\/him|she\/her|they\/them)\b|[.!?]\s*$/i;

/**
 * The title and the company in the lines under the contact's name.
 * @param text - message in plain signs
 * @param places - where the contact's own name stands in it
 */
export function signatureBlock(text: string, places: Candidate[]): Block | null {
  for (const place of places) {
    const lineEnd = endOfLine(text, place.end);
    const head = text.slice(text.lastIndexOf('\n', place.start) + 1, place.start);
    const name = fold(place.first ?? place.last ?? '').split(' ')[0] ?? '';
    if (!/^[\s*~-]*$/.test(head) || !fold(text.slice(place.start, place.end)).includes(name))
      continue;
    if (
      !/^(?:\p{L}+\.?\s)?$/u.test(
        text
          .slice(place.start, place.end)
          .slice(0, fold(text.slice(place.start, place.end)).indexOf(name)),
      )
    )
      continue;
    const block = readBlock(text, place.end, lineEnd, name);
    if (block.title || block.company) return block;
  }
  return null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function readBlock(text: string, nameEnd: number, lineEnd: number, name: string): Block {
  const block: Block = { title: null, company: null };
  const parts = segments(text, nameEnd, lineEnd);
  let start = lineEnd + 1;
  for (let line = 0; line < 4 && start < text.length; line += 1) {
    const end = endOfLine(text, start);
    if (!text.slice(start, end).trim() && line > 0) break;
    parts.push(...segments(text, start, end));
    start = end + 1;
  }
  for (const part of parts) {
    const value = text.slice(part.start, part.end);
    if (CONTACT_LINE.test(value) || fold(value).startsWith(name)) continue;
    if (DEPARTMENT.test(value)) {
      block.title ??= { value, ...part };
      continue;
    }
    const title = readTitle(text.slice(0, part.end), part.start, true);
    if (title && !block.title) {
      block.title = titleLine(text, title, part);
      const rest = /^,?\s(?:at\s|@\s?|-\s)?/.exec(text.slice(title.end, part.end));
      if (rest && !block.company && block.title.end < part.end)
        block.company = readCompany(text.slice(0, part.end), title.end + rest[0].length, false);
    } else if (!block.company) {
      const company = readCompany(text.slice(0, part.end), part.start, true);
      if (company && company.end >= part.end - 1) block.company = company;
    } else if (!block.title && isLoneWord(block.company) && part.start > block.company.end) {
      // One word over a name of several: "Sommelière", then "Domaine Roche".
      const company = readCompany(text.slice(0, part.end), part.start, true);
      if (company && company.end >= part.end - 1 && /\S[\s-]\S/.test(company.value)) {
        block.title = block.company;
        block.company = company;
      }
    }
  }
  return block;
}

const isLoneWord = ({ value }: Span): boolean =>
  /^\p{Lu}[\p{Ll}\p{M}]{4,}$/u.test(value) && !isOrganizationWord(fold(value));

/** The whole segment when it goes on after the noun with a department: "Vice President, Facilities". */
function titleLine(text: string, title: Span, part: { start: number; end: number }): Span {
  const rest = text.slice(title.end, part.end);
  if (
    !/^,\s\p{L}+$/u.test(rest) ||
    !/\b(?:president|vp|director|manager|lead|head)$/i.test(title.value)
  )
    return title;
  return { ...title, value: text.slice(title.start, part.end).trim(), end: part.end };
}

/** The parts of a line between bars and dots, without outer spaces. */
function segments(text: string, start: number, end: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.slice(start, end).matchAll(/[^|•·]+/g)) {
    const lead = /^[\s,;-]*/.exec(match[0])?.[0].length ?? 0;
    const value = match[0].slice(lead).trimEnd();
    if (value.length > 1 && value.length < 70)
      found.push({
        start: start + match.index + lead,
        end: start + match.index + lead + value.length,
      });
  }
  return found;
}
