// Names in answers: to who the contact is, to the name of a booking.

import { candidate, type Candidate } from './name-candidate.ts';
import { isGiven, isSurname } from './name-lists.ts';
import { answerStart, type Asked } from './name-questions.ts';
import { readFamily, readName } from './name-reader.ts';
import type { ReadName } from './name-shape.ts';
import { byPart, SOMEBODY_ELSE } from './name-statements.ts';
import type { PlainTurn } from './plain-turns.ts';
import { fold } from './tokens.ts';

export function answers({ turn, text }: PlainTurn, question: Asked): Candidate[] {
  const isSpelled = question === 'spelling' && !/\b\p{L}[\s.-]\p{L}[\s.-]/u.test(text);
  const asked = isSpelled || (question === 'other' && MINE.test(text)) ? 'own' : question;
  if (asked === 'other' || asked === null || asked === 'spelling') return [];
  const at = answerStart(text);
  const opening = text.slice(at, at + 60);
  if (asked === 'booking' && SOMEBODY_ELSE.test(opening)) return [];
  if (/\b(?:his|her|their|wife|husband|friend|son|daughter)(?:'s)?\b/i.test(opening)) return [];
  if (asked === 'last') {
    const family = readFamily(text, at);
    if (family) return [candidate(turn, family, 3)];
  }
  const name = readName(text, at, 'bare', true) ?? looseAnswer(text, at) ?? laterAnswer(text);
  if (!name || ADDRESSEE.test(text.slice(name.end))) return [];
  const lone =
    asked === 'booking' &&
    !name.last &&
    isSurname(fold(name.first ?? '')) &&
    !isGiven(fold(name.first ?? ''));
  const part = lone ? 'last' : asked === 'last' || asked === 'first' ? asked : 'full';
  return [candidate(turn, byPart(name, part), 3)];
}

/** A short answer in small letters that is no known word: "xiaoxue". */
function looseAnswer(text: string, at: number): ReadName | null {
  if (text.length - at > 40) return null;
  const name = readName(text, at, 'strong', true);
  return name && /^[\s.,!:)]*(?:$|\n|and\b|my\b|email|\S+@)/i.test(text.slice(name.end))
    ? name
    : null;
}

/** "Maria, what does the note say?": who is asked something back is spoken to. */
const ADDRESSEE =
  /^,\s(?:what|who|where|when|why|how|which|do|does|did|can|could|will|would|are|is)\b[^.!]*\?/i;

/** "Whose is it?" - "mine. Ana Berg" */
const MINE = /^\s*(?:mine|me|myself|for me|it's me|it's mine|that's me|yours truly)\b/i;

/** A name after another part of the answer: "14C, yesenia cordero". */
function laterAnswer(text: string): ReadName | null {
  for (const match of text.slice(0, 160).matchAll(/[,.;\n]\s{0,2}(?=\p{L})/gu)) {
    const name = readName(text, match.index + match[0].length, 'bare', true);
    const ends = name && /^\s*(?:$|[.!])/.test(text.slice(name.end));
    if (name?.known && (name.last ? /^\s*(?:$|[.,!\n(])/.test(text.slice(name.end)) : ends))
      return name;
  }
  return null;
}
