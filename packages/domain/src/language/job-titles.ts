// Reads a job title at a given place of a text: "the office manager", "head of events", "VP Sales".

import type { Span } from './companies.ts';
import { DEPARTMENTS, JOB_NOUNS, NO_TITLE_WORDS } from './job-words.ts';
import { fold } from './tokens.ts';

const ARTICLE =
  /^\s*(?:(?:the|a|an|our|their|one of the|el|la|un|una|le|la|l'|une|der|die|ein|eine|o|a|um|uma|currently|now|new|newest|acting|also|actually|just|only)\s){0,2}/i;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['/&.-][\p{L}\p{M}\p{N}]+)*/uy;
const NOUNS = new Set([...JOB_NOUNS].map((noun) => fold(noun)));
/** Titles that need what they lead: "head" alone is none. */
const LEADING = new Set([
  'head',
  'chief',
  'vice',
  'lead',
  'chair',
  'director',
  'vp',
  'svp',
  'evp',
  'president',
  'manager',
  'dean',
  'responsable',
  'gerente',
  'encargado',
  'encargada',
  'diretor',
  'diretora',
  'jefe',
  'jefa',
  'leiter',
  'leiterin',
  'directeur',
  'directrice',
]);
const NEVER_ALONE = new Set([
  'head',
  'lead',
  'tech',
  'host',
  'guard',
  'model',
  'server',
  'associate',
  'principal',
  'partner',
  'agent',
  'minister',
  'captain',
  'marine',
  'coach',
  'cook',
  'chair',
  'koch',
  'dono',
  'dona',
  'ea',
  'pa',
  'pm',
  'patron',
  'gm',
  'dev',
  'chef',
  'judge',
  'officer',
  'leader',
  'worker',
  'handler',
  'operator',
  'representative',
  'executive',
  'trainee',
  'guide',
  'mate',
  'hostess',
]);

/** No title without a word before it, even with an article. */
const ALWAYS_MORE = new Set([
  'head',
  'host',
  'hostess',
  'guard',
  'judge',
  'buyer',
  'server',
  'associate',
  'lead',
  'chair',
  'handler',
  'worker',
  'trainee',
  'officer',
  'soldier',
  'marine',
]);

/** True for a title that says too little without a company: "the host", "a buyer". */
export function isVague({ value }: Span): boolean {
  return ALWAYS_MORE.has(fold(value));
}

/** True for a noun that can close a job title. */
export function isJobNoun(folded: string): boolean {
  return NOUNS.has(folded) || (folded.includes('-') && NOUNS.has(folded.replace(/^.*-/, '')));
}

/**
 * Reads the job title at `from`.
 * @param text - message in plain signs
 * @param from - offset of the first letter; an article before the title is skipped
 * @param sure - true when an article or a company makes clear that a title is meant, so that "partner" alone is one
 */
export function readTitle(text: string, from: number, sure: boolean): Span | null {
  const start = from + (ARTICLE.exec(text.slice(from, from + 40))?.[0].length ?? 0);
  let at = start;
  let end = -1;
  let nouns = 0;
  for (let count = 0; count < 6; count += 1) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (!word) break;
    const folded = fold(word);
    if (NOUNS.has(folded) || NOUNS.has(folded.replace(/^.*[-/]/, ''))) {
      end = at + word.length;
      nouns += 1;
      at = departmentEnd(text, end, folded);
      if (at > end) end = at;
    } else if (end >= 0 || (NO_TITLE_WORDS.has(folded) && word !== 'IT')) break;
    else at += word.length;
    if (text[at] !== ' ' || text[at + 1] === ' ') break;
    at += 1;
  }
  if (end < 0) return null;
  const value = text.slice(start, end);
  const alone = nouns === 1 && !value.includes(' ');
  if (alone && NEVER_ALONE.has(fold(value)) && !sure) return null;
  if (alone && fold(value) === 'head') return null;
  return { value, start, end };
}

/** The end of "of events", "of sales and marketing", " Sales" after a leading word. */
function departmentEnd(text: string, end: number, folded: string): number {
  if (!LEADING.has(folded)) return end;
  const match =
    /^(?:,? (?:of|for|de|de la|des|du|da) (?:the )?|,? )([\p{L}]+)(?:(?: and | & | )([\p{L}]+))?/u.exec(
      text.slice(end, end + 50),
    );
  if (!match) return end;
  const [whole, first = '', second = ''] = match;
  if (!DEPARTMENTS.has(fold(first))) return end;
  const both = second && DEPARTMENTS.has(fold(second));
  return end + (both ? whole.length : whole.lastIndexOf(first) + first.length);
}
