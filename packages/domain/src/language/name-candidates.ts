// Every place of a conversation where the contact may have said their own name, each with its weight.

import type { Turn } from '../enrichment/fields.ts';
import { cuesFor, greetingLength, greets, isGreeted, startsClause } from './name-cues.ts';
import { INLINE_CUES, LEAD, TRAILING_CUES } from './name-cues-world.ts';
import { answerStart, asked, confirmationStart, confirms, type Asked } from './name-questions.ts';
import { isGiven, isRiskyName } from './name-lists.ts';
import { readFamily, readName, type ReadName } from './name-reader.ts';
import { openingName } from './name-openings.ts';
import { signatureName } from './name-signatures.ts';
import { fold, sentences } from './tokens.ts';
import type { PlainTurn } from './plain-turns.ts';

export type Candidate = {
  first?: string;
  last?: string;
  /** 3 said outright, 2 introduced, 1 hinted. */
  weight: number;
  turn: Turn;
  start: number;
  end: number;
  known: boolean;
  title?: string;
  /** True for a signature, which may also be the reader's name after "Thanks,". */
  signed?: boolean;
};

/** Words that put somebody else into the message, so that "the name is ..." may be theirs. */
const SOMEBODY_ELSE =
  /\b(?:friend|husband|wife|brother|sister|mother|father|mom|mum|dad|son|daughter|boss|colleague|coworker|co-worker|neighbou?r|cousin|uncle|aunt|partner|boyfriend|girlfriend|recipient|contact|doctor|dentist|therapist|dog|cat|pet|guest|his|her|their|she|he|they|someone|somebody|send|transfer|pay|share|song|movie|artist|restaurant|event|alarm|hotel|company|business|landlord|lawyer|attorney|accountant|agent|realtor|kid|child|baby|roommate|tenant)\b/i;
/** After "this is Max": somebody is shown or introduced. */
const SHOWN =
  /^(?:,| -)?\s(?:my|our|his|her|their|who|the one who|and (?:this|that|he|she)|one of)\b/i;
/** Before a cue: the words of somebody else are being told. */
const REPORTED =
  /(?:\b(?:he|she|they|guy|lady|woman|man|someone|somebody|person|caller|who|says?|said|goes|like|told (?:me|us|him|her|them)|if|when|tell (?:him|her|them)|as though|pretend|imagine)[\s,:"]{1,3})$/i;

/** The candidates of all inbound turns, in order of time. */
export function nameCandidates(turns: PlainTurn[]): Candidate[] {
  const found: Candidate[] = [];
  let question: Asked = null;
  let previous: PlainTurn | undefined;
  let replies = 0;
  for (const current of turns) {
    if (current.turn.direction === 'outbound') {
      question = asked(current.text);
      previous = current;
      replies = 0;
      continue;
    }
    replies += 1;
    const pending = replies <= 2 ? question : null;
    const own = ownStatements(
      current,
      pending,
      previous === undefined,
      replies === 1 && previous?.text.includes('?') === true,
    );
    const isOpen =
      previous === undefined ||
      !previous.text.includes('?') ||
      pending === 'own' ||
      pending === 'booking';
    const opening =
      own.length === 0 && pending !== 'other' ? openingName(current.text, isOpen) : null;
    if (opening) own.push(candidate(current.turn, opening, 2));
    found.push(...own);
    if (pending && own.every(({ signed }) => signed)) found.push(...answers(current, pending));
    if (own.length > 0) question = null;
    if (replies === 1 && previous && confirms(current.text))
      found.push(...confirmed(previous, current));
  }
  return found;
}

function candidate(turn: Turn, name: ReadName, weight: number, start = name.start): Candidate {
  const { first, last, end, known, title } = name;
  return { first, last, weight, turn, start, end, known, ...(title ? { title } : {}) };
}

/** What the contact says unasked: cues, "Ana here", a signature. */
function ownStatements(
  { turn, text }: PlainTurn,
  question: Asked,
  opensConversation: boolean,
  questioned: boolean,
): Candidate[] {
  const found: Candidate[] = [];
  const isReply =
    questioned && (question === null || question === 'other' || question === 'spelling');
  for (const cue of cuesFor(text)) {
    cue.pattern.lastIndex = 0;
    for (let match = cue.pattern.exec(text); match; match = cue.pattern.exec(text)) {
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      const opens = startsClause(text, match.index);
      if (cue.clause && !cue.self && !opens) continue;
      if (REPORTED.test(before) || isInsideQuotes(text, match.index)) continue;
      if (cue.trust !== 'strong' && !cue.self) {
        if (question === 'other') continue;
        if (
          /name/.test(match[0]) &&
          question === null &&
          SOMEBODY_ELSE.test(text.slice(0, match.index))
        )
          continue;
      }
      const at = match.index + match[0].length;
      const name =
        readName(text, at, cue.trust, isGreeted(text, match.index)) ??
        (cue.part === 'full' ? surnameFirst(text, at) : null);
      if (!name || (cue.clause && !opens && !name.known)) continue;
      if (cue.known && !name.known && name.first && !name.last) continue;
      if (!cue.self && cue.trust === 'fair' && SHOWN.test(text.slice(name.end))) continue;
      if (isReply && cue.trust !== 'strong' && !cue.self && !introduces(text, match.index, name))
        continue;
      const restated = cue.part === 'full' ? restatement(text, name) : null;
      found.push(candidate(turn, byPart(restated ?? name, cue.part), cue.weight, match.index));
    }
  }
  for (const pattern of INLINE_CUES) {
    const match = pattern.exec(text);
    const name = match?.groups?.['name'];
    if (!match || !name) continue;
    found.push({
      first: name,
      weight: 3,
      turn,
      start: match.index,
      end: match.index + match[0].length,
      known: true,
    });
  }
  if (question !== 'other') found.push(...trailing(turn, text));
  const signed = signatureName(text, opensConversation);
  if (signed && question !== 'other') {
    found.push({ ...candidate(turn, signed.name, signed.weight), signed: true });
  }
  return found;
}

/** In a reply to a question, "it's Tom" introduces the writer only with a greeting, an origin or a new number. */
function introduces(text: string, at: number, name: ReadName): boolean {
  if (greets(text) && at < 40) return true;
  if (/\b(?:number|phone)\b/i.test(text)) return true;
  return /^,?\s+(?:from|here|again|calling|speaking|texting|at|your|ur)\b/i.test(
    text.slice(name.end),
  );
}

/** "Bond, James Bond": the name said again in full after its family name. */
function restatement(text: string, name: ReadName): ReadName | null {
  if (name.last || !name.first) return null;
  const gap = /^[,.]\s?/.exec(text.slice(name.end, name.end + 3));
  if (!gap) return null;
  const full = readName(text, name.end + gap[0].length, 'fair');
  const repeats = full?.last && fold(full.last) === fold(name.first);
  const sameFirst = full?.last && full.first && fold(full.first) === fold(name.first);
  if (full && (repeats || sameFirst)) return full;
  const isFuller = full?.last && full.known && name.known && full.first?.[0] === name.first[0];
  return isFuller && /^\s*(?:[,.]|$)/.test(text.slice(full.end))
    ? { ...full, first: name.first }
    : null;
}

/** "Bond, James Bond", where the family name is a plain word. */
function surnameFirst(text: string, at: number): ReadName | null {
  const double = /^(\p{L}{2,20}),\s(?=\p{L}{2,20}\s\1(?!\p{L}))/iu.exec(text.slice(at, at + 70));
  return double ? readName(text, at + double[0].length, 'strong') : null;
}

function byPart(name: ReadName, part: 'full' | 'first' | 'last'): ReadName {
  const { first, last, ...place } = name;
  if (part === 'last' && first && !last) return { ...place, last: first };
  if (part === 'first' && last && !first) return { ...place, first: last };
  return name;
}

/** A given name that is also a word, but says nothing of anybody: Earl, Grace. */
function isPlainlyGiven({ first }: ReadName): boolean {
  const folded = fold(first ?? '');
  return isGiven(folded) && !isRiskyName(folded);
}

/** Without any of these no backward cue is there. */
const TRAILS =
  /here|speaking|calling|texting|writing|messaging|emailing|side|line|name|nombre|hier|ici|habla|aqu|por ac|appareil|apparat|telefon|bol|kar |hoo|hu|naam|nam /i;

/** "Ana here", "Ana Berg speaking", "Ana is my name": the name opens the clause that the phrase closes. */
function trailing(turn: Turn, text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!TRAILS.test(text)) return found;
  for (const { start, end } of sentences(text)) {
    const clause = text.slice(start, Math.min(end, start + 160));
    for (const pattern of TRAILING_CUES) {
      const match = pattern.exec(clause);
      if (!match || match.index > 60) continue;
      const head = clause.slice(0, match.index);
      const cut = Math.max(
        head.lastIndexOf(',') + 1,
        greetingLength(head),
        LEAD.exec(head)?.[0].length ?? 0,
      );
      const anchor = start + match.index;
      const upTo = text.slice(0, anchor);
      const name = [upTo, upTo.toLowerCase()]
        .map((form) => readName(form, start + cut, form === upTo ? 'bare' : 'strong', true))
        .find((read) => read?.end === anchor);
      const sure =
        name &&
        (name.known ||
          name.last !== undefined ||
          isPlainlyGiven(name) ||
          (start === 0 && /^\p{Lu}/u.test(text.slice(cut).trim())));
      if (sure) found.push(candidate(turn, name, 2));
    }
  }
  return found;
}

function answers({ turn, text }: PlainTurn, question: Asked): Candidate[] {
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
  if (!name) return [];
  const lone =
    asked === 'booking' && !name.known && name.first !== undefined && !isGiven(fold(name.first));
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

/** "Is this Ana?" and "Yes": the name stands in the question. */
function confirmed(question: PlainTurn, reply: PlainTurn): Candidate[] {
  if (/\b(?:wrong|not)\b/i.test(reply.text)) return [];
  const at = confirmationStart(question.text);
  if (at < 0) return [];
  const name = readName(question.text, at, 'bare');
  return name && /^\s*(?:your (?:first |given )?name)?[?.!,]/.test(question.text.slice(name.end))
    ? [candidate(question.turn, name, 2)]
    : [];
}

function isInsideQuotes(text: string, at: number): boolean {
  let quotes = 0;
  for (let index = text.lastIndexOf('\n', at) + 1; index < at; index += 1)
    if (text[index] === '"') quotes += 1;
  return quotes % 2 === 1;
}
