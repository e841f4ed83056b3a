// How the business addresses the contact ("Hi Ana,", "Done, Ana!") and how it names itself ("This is Luigi from ...").

import type { Turn } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { isGiven } from './name-lists.ts';
import { readName } from './name-reader.ts';
import type { ReadName } from './name-shape.ts';
import { fold } from './tokens.ts';

/** A name with which an outbound message addresses the contact. */
export type Address = {
  turn: PlainTurn;
  index: number;
  name: ReadName;
  /** True after a greeting, an acknowledgement or a comma. */
  greeted: boolean;
};

const SALUTE = `hi+|hey+|hello+|hiya|yo|dear|(?:good )?(?:morning|afternoon|evening)|welcome(?: back)?|bye|goodbye|good night|hola|buen(?:os|as) (?:días|dias|tardes|noches)|bonjour|bonsoir|salut|hallo|guten (?:tag|morgen|abend)|grüß gott|moin|olá|oi|bom dia|boa (?:tarde|noite)|ciao|namaste|namaskar|sehr geehrter?|lieber?|querid[oa]|cher|chère|estimad[oa]|prezad[oa]`;
const ACKNOWLEDGE = `thanks(?: so much| a lot| again)?|thank you(?: so much| very much)?|thx|cheers|(?:so )?sorry(?: about that)?|great|perfect|lovely|wonderful|awesome|excellent|brilliant|amazing|done|booked|noted|got it|gotcha|ok|okay|sure|sure thing|absolutely|certainly|of course|understood|congrats|congratulations|happy birthday|nice to meet you|pleasure|no problem|no worries|you're welcome|good luck|see you|right|yes|yep|yeah|no|wow|aww*|cool|nice|totally|exactly|definitely|gracias|mucho gusto|encantad[oa]|perfecto|listo|claro|anotado|merci|enchantée?|parfait|d'accord|avec plaisir|danke|vielen dank|gerne|perfekt|obrigad[oa]|prazer|combinado|certo|shukriya|dhanyavaad|theek hai|thik hai|ji`;
const BEFORE = new RegExp(
  `(?:^|[.!?:\\n,]|\\p{Extended_Pictographic}|(?<![\\p{L}'])(?<greet>${SALUTE}|${ACKNOWLEDGE}))[\\s,]*(?:(?:mr|mrs|ms|miss|dr|herrn?|frau|señora?|sra?|monsieur|madame|senhora?)\\.?\\s)?$`,
  'iu',
);
const CAPITALIZED = /(?<![\p{L}'.@-])\p{Lu}[\p{L}'-]{1,24}/gu;
const CLOSES = /^\s*(?:$|[,.!?\n)(-]|\p{Extended_Pictographic}|:\))/u;
/** In such a sentence a name after a comma is somebody's that the message is about. */
const ABOUT_OTHERS =
  /\b(?:transfer|send|sending|recipient|shar(?:e|ing)|artist|by|friend|contact|payee|pay|song|album|movie|starring|directed|with|brother|sister|husband|wife)\b/i;
const OWN_SIDE =
  /(?:\b(?:[Tt]his is|[Ii]t'?s|I'?m|I am|[Mm]y name is|[Mm]y name's|[Hh]ere is|[Ss]oy|[Ii]ch bin|[Jj]e suis|[Aa]qui é [oa])\s(?=\p{Lu})|^[\s*~-]*(?=\p{Lu}[\p{L}'-]{1,20}(?:\s\p{Lu}[\p{L}'-]{1,20})?\s(?:here|speaking)\b)|(?:[Tt]hanks|[Rr]egards|[Bb]est|[Cc]heers|[Ss]incerely)[,!]?\s{0,3}\n[\s-]{0,3}(?=\p{Lu})|\s[-~]\s?(?=\p{Lu}[\p{L}'-]{1,20}\s*$))/gu;

/** The folded names with which the business introduces itself. */
export function ownSideNames(turns: PlainTurn[]): Set<string> {
  const names = new Set<string>();
  for (const { turn, text } of turns) {
    if (turn.direction !== 'outbound') continue;
    for (const match of text.matchAll(OWN_SIDE)) {
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
      const word = /^\p{L}[\p{L}'-]*/u.exec(rest)?.[0];
      const isQuestion = /^\p{L}[\p{L}'-]*(?:\s\p{Lu}[\p{L}'-]*)*\s*\?/u.test(rest);
      if (word && isGiven(fold(word)) && !isQuestion) names.add(fold(word));
    }
  }
  return names;
}

/** Every place where one side addresses somebody by name. */
export function addresses(turns: PlainTurn[], side: Turn['direction']): Address[] {
  return turns.flatMap((turn, index) =>
    turn.turn.direction === side
      ? addressesIn(turn.text).map(({ name, greeted }) => ({ turn, index, name, greeted }))
      : [],
  );
}

function addressesIn(text: string): { name: ReadName; greeted: boolean }[] {
  const found: { name: ReadName; greeted: boolean }[] = [];
  for (const match of text.matchAll(CAPITALIZED)) {
    const last = found.at(-1);
    if (last && match.index < last.name.end) continue;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const opening = BEFORE.exec(before);
    if (!opening && !isShortExclamation(text, match)) continue;
    const title = /(\p{L}+)\.?\s$/u.exec(opening?.[0] ?? '');
    const from =
      title &&
      /^(?:mr|mrs|ms|miss|dr|herrn?|frau|señora?|sra?|monsieur|madame|senhora?)$/iu.test(
        title[1] ?? '',
      )
        ? match.index - title[0].length
        : match.index;
    const greeted = opening?.groups?.['greet'] !== undefined;
    const name = readName(text, from, greeted ? 'strong' : 'bare', true);
    if (!name || !CLOSES.test(text.slice(name.end))) continue;
    if (!greeted && opening && !standsAlone(text, match.index, name)) continue;
    found.push({ name, greeted: greeted || /,\s*$/.test(opening?.[0] ?? '') });
  }
  return found;
}

/** "We do Robin!": up to three words, the name and an exclamation mark. */
function isShortExclamation(text: string, match: RegExpExecArray): boolean {
  if (text[match.index + match[0].length] !== '!') return false;
  const clause =
    /(?:^|[.!?\n])([^.!?\n]*)$/.exec(
      text.slice(Math.max(0, match.index - 160), match.index),
    )?.[1] ?? '';
  const words = clause.trim().split(/\s+/).filter(Boolean);
  return words.length <= 3 && !ABOUT_OTHERS.test(clause);
}

/** Without a greeting, a name addresses when it opens or closes a sentence that is about nobody else. */
function standsAlone(text: string, start: number, name: ReadName): boolean {
  const head = text.slice(Math.max(0, start - 160), start);
  const sentence = /[^.!?\n]*$/.exec(head)?.[0] ?? '';
  if (sentence.trim() === '') return /^\s*,/.test(text.slice(name.end)) && name.known;
  return (
    /,\s*$/.test(sentence) &&
    /^\s*(?:$|[.!?\n]|\p{Extended_Pictographic})/u.test(text.slice(name.end)) &&
    !ABOUT_OTHERS.test(sentence)
  );
}
