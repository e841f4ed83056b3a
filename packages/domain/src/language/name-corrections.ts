// Corrections of a name that was already said: "not Smith, Smyth", "it's spelled Jon", "S-M-Y-T-H".

import type { Candidate } from './name-candidate.ts';
import type { PlainTurn } from './plain-turns.ts';
import { nameCase } from './name-case.ts';
import type { ChosenName, Place } from './name-candidate.ts';
import { isCommonWord, isNeverName } from './name-lists.ts';
import { fold } from './tokens.ts';

const NAME = `(\\p{L}[\\p{L}'-]{1,24})`;
const NOT_BUT = new RegExp(
  `(?<![\\p{L}'])not\\s${NAME}[\\s,.;-]{1,3}(?:but |it's |its |it is |that's |it should be |rather )?${NAME}`,
  'giu',
);
const BUT_NOT = new RegExp(`(?<![\\p{L}'])${NAME}[\\s,.;-]{1,3}(?:and )?not\\s${NAME}`, 'giu');
const SPELLED = new RegExp(
  `(?<![\\p{L}'])(?:spelled|spelt|written|spelling is|spell it|spelling it|it's|its|i meant|meant|correction|typo)[\\s:,]{1,3}(?:as |like |actually )?(?=${NAME})`,
  'giu',
);
const STARRED = new RegExp(`^\\s*(?:\\*${NAME}|${NAME}\\*)\\s*[.!]?\\s*$`, 'iu');
const LETTERS = /(?<!\p{L})(?:\p{L}[\s.-]{1,2}){2,14}\p{L}(?!\p{L})/gu;

const RENAMED = new RegExp(
  `(?<![\\p{L}'])(?:(?:it's|its|it is|i'm|now|new (?:last )?name is|changed (?:it |my name )?to)\\s)${NAME}(?:\\snow)?(?=\\s*(?:$|[.,!?\\n]))`,
  'iu',
);
const MARRIED = /\b(?:married|divorced|maiden|changed my (?:last )?name|my new (?:last )?name)\b/i;

/** People correct a name soon or never. */
const REACH = 40;
/** Without any of these nothing is corrected. */
const CORRECTS =
  /not|spel|written|meant|it'?s|typo|correction|\*|married|divorced|maiden|changed|new|(?:\p{L}[-. ]{1,2}){3}/iu;

/** The name after the corrections that the contact sent later (or in the same message). */
export function corrected(name: ChosenName, turns: PlainTurn[]): ChosenName {
  let current = name;
  const from = turns.findIndex(({ turn }) => turn === name.firstFrom.turn);
  for (const { turn, text } of turns.slice(Math.max(0, from), Math.max(0, from) + REACH)) {
    if (turn.direction !== 'inbound' || !CORRECTS.test(text)) continue;
    const renamed = MARRIED.test(text) ? RENAMED.exec(text) : null;
    const family = renamed?.[1];
    if (
      renamed &&
      family &&
      !isNeverName(fold(family)) &&
      !isCommonWord(fold(family)) &&
      current.first !== family
    ) {
      const place = { turn, start: renamed.index, end: renamed.index + renamed[0].length };
      current = { ...current, last: nameCase(family), lastFrom: place };
    }
    for (const { wrong, right, start, end } of fixes(text)) {
      current = apply(current, wrong, right, { turn, start, end });
    }
  }
  return current;
}

type Fix = { wrong?: string; right: string; start: number; end: number };

function fixes(text: string): Fix[] {
  const found: Fix[] = [];
  for (const match of text.matchAll(NOT_BUT)) found.push(fix(match, match[2], match[1]));
  for (const match of text.matchAll(BUT_NOT)) found.push(fix(match, match[1], match[2]));
  for (const match of text.matchAll(SPELLED)) found.push(fix(match, match[1]));
  const starred = STARRED.exec(text);
  if (starred) found.push(fix(starred, starred[1] ?? starred[2]));
  for (const match of text.matchAll(LETTERS)) {
    const word = match[0].replace(/[^\p{L}]/gu, '');
    found.push(fix(match, word.toLowerCase()));
  }
  return found;
}

function fix(match: RegExpExecArray, right = '', wrong?: string): Fix {
  const end =
    match.index +
    Math.max(match[0].length, match[0].length + (match[0].includes(right) ? 0 : right.length));
  return { right, wrong, start: match.index, end };
}

/** Replaces the part of the name that the fix is about: the one named as wrong, or the one spelled nearly so. */
function apply(
  name: ChosenName,
  wrong: string | undefined,
  right: string,
  place: Place,
): ChosenName {
  const word = fold(right);
  if (isNeverName(word) || word === fold(name.first ?? '') || word === fold(name.last ?? ''))
    return name;
  const about = wrong === undefined ? word : fold(wrong);
  const limit = wrong === undefined ? 2 : 0;
  if (name.last && isNear(about, fold(name.last), limit)) {
    return { ...name, last: nameCase(right), lastFrom: place };
  }
  if (name.first && isNear(about, fold(name.first), limit)) {
    return { ...name, first: nameCase(right), firstFrom: place };
  }
  return name;
}

/** True when two words start alike and differ by at most `limit` edits, at most a third of the word. */
export function isNear(a: string, b: string, limit: number): boolean {
  if (a === b) return true;
  const allowed = Math.min(limit, Math.ceil(b.length / 3));
  return a[0] === b[0] && Math.abs(a.length - b.length) <= allowed && edits(a, b) <= allowed;
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * A name with which the contact corrects how we addressed them: "Otis, not Otto" after "Hi Otto".
 * @param turns - the conversation in order of time
 * @param spoken - the folded given names with which we addressed them
 */
export function correctedAddresses(turns: PlainTurn[], spoken: Set<string>): Candidate[] {
  return turns.flatMap(({ turn, text }) => {
    if (turn.direction !== 'inbound' || !text.toLowerCase().includes('not')) return [];
    return fixes(text)
      .filter(
        ({ wrong, right }) =>
          wrong &&
          spoken.has(fold(wrong)) &&
          !isNeverName(fold(right)) &&
          !isCommonWord(fold(right)),
      )
      .map(({ right, start, end }) => ({
        first: nameCase(right),
        weight: 3,
        turn,
        start,
        end,
        known: true,
      }));
  });
}
