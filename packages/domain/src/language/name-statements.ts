// Names that the contact states unasked: after a phrase ("I'm ..."), before one ("... here"), in a signature.

import type { Candidate } from './name-candidate.ts';
import { candidate } from './name-candidate.ts';
import { cuesFor, greets, isGreeted, startsClause } from './name-cues.ts';
import { INLINE_CUES } from './name-cues-world.ts';
import type { Asked } from './name-questions.ts';
import { readName } from './name-reader.ts';
import type { ReadName } from './name-shape.ts';
import { signatureName } from './name-signatures.ts';
import { trailing } from './name-trailing.ts';
import type { PlainTurn } from './plain-turns.ts';
import { fold } from './tokens.ts';

/** Words that put somebody else into the message, so that "the name is ..." may be theirs. */
export const SOMEBODY_ELSE =
  /\b(?:friend|husband|wife|brother|sister|mother|father|mom|mum|dad|son|daughter|boss|colleague|coworker|co-worker|neighbou?r|cousin|uncle|aunt|partner|boyfriend|girlfriend|recipient|contact|doctor|dentist|therapist|dog|cat|pet|guest|his|her|their|she|he|they|someone|somebody|send|transfer|pay|share|song|movie|artist|restaurant|event|alarm|hotel|company|business|landlord|lawyer|attorney|accountant|agent|realtor|kid|child|baby|roommate|tenant)\b/i;

/** After "this is Max": somebody is shown or introduced. */
const SHOWN =
  /^(?:,| -)?\s(?:my|our|his|her|their|who (?:is (?:my|a|our)|was|lives|works)|the one who|and (?:this|that|he|she)|one of)\b/i;

/** Before a cue: the words of somebody else are being told. */
const REPORTED =
  /(?:\b(?:he|she|they|guy|lady|woman|man|someone|somebody|person|caller|who|says?|said|goes|like|told (?:me|us|him|her|them)|if|when|tell (?:him|her|them)|as though|pretend|imagine)[\s,:"]{1,3})$/i;

/** What the contact says unasked: cues, "Ana here", a signature. */
export function ownStatements(
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
      const shown = /^this is/i.test(match[0]) && !isReply;
      if (cue.clause && !cue.self && !shown && !opens) continue;
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
      if (shown && !opens && !/^\s*(?:$|[.,!\n]|from |calling )/.test(text.slice(name.end)))
        continue;
      const noun = cue.known === 'always' || !/^\p{Lu}/u.test(text.slice(at).trimStart());
      if (cue.known && noun && !name.known && name.first && !name.last) continue;
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

export function byPart(name: ReadName, part: 'full' | 'first' | 'last'): ReadName {
  const { first, last, ...place } = name;
  if (part === 'last' && first && !last) return { ...place, last: first };
  if (part === 'first' && last && !first) return { ...place, first: last };
  return name;
}

function isInsideQuotes(text: string, at: number): boolean {
  let quotes = 0;
  for (let index = text.lastIndexOf('\n', at) + 1; index < at; index += 1)
    if (text[index] === '"') quotes += 1;
  return quotes % 2 === 1;
}
