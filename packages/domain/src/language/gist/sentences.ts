// The sentences of a conversation that say something: without quotations, greetings, signatures,
// placeholders of media, and text that tries to give instructions to the reader.

import type { Evidence, Turn } from '../../enrichment/fields.ts';
import { unquoted } from '../quotes.ts';
import { type Word, wordsOf } from './words.ts';
import { evidence, plain, sentences as split } from '../tokens.ts';

/** One sentence of a turn, with its place in the body. */
export type Sentence = {
  turn: Turn;
  /** Position of the turn in the conversation. */
  index: number;
  inbound: boolean;
  /** Milliseconds since 1970; NaN when the turn has no valid time. */
  time: number;
  /** Typographic signs made plain; no greeting in front. */
  text: string;
  start: number;
  end: number;
  asks: boolean;
  /** The words of `text`, with their places in it. */
  words: Word[];
};

/** A turn has this many sentences at most; what follows in a very long text adds nothing to the gist. */
const MOST_SENTENCES = 60;
/** What matters now stands in the newest messages; the time stays bounded however long the history is. */
const MOST_TURNS = 1_000;
const LONGEST_SENTENCE = 600;

const GREETING =
  /^(?:(?:hi+|hey+|hello+|hiya|yo|dear|good (?:morning|afternoon|evening|day)|morning|hola|buen[ao]s(?: (?:d[ií]as|tardes|noches))?|guten (?:tag|morgen|abend)|hallo|moin|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|salut|ol[áa]|oi|bo[ma] (?:dia|tarde|noite)|namaste|arre|wow|omg|oh|ok(?:ay)?|yeah|yep|yes|no|nope|thanks?(?: you)?(?: (?:so|very) much)?|thx|ty|haha+|lol|ha|cool|great|awesome|sure|right|well|so|also|btw|and|aww?|hmm+|um+)(?![\p{L}\p{N}'])(?: (?:there|all|team|dear|again|everyone|frau|herr|se[nñ]or[ae]?|don|do[nñ]a|ms|mrs|mr|dr)\b\.?)*(?:,? (?!i\b|i'|it|we\b|can\b|do\b|is\b|this\b|my\b|the\b)\p{Lu}[\p{L}'-]{1,20}(?: (?:ji|yaar|\p{Lu}[\p{L}'-]{1,20}))?(?=\s*[,!.:\n]))?[\s,!.:;)-]*)+/iu;
const VOCATIVE =
  /^\p{Lu}[\p{Ll}'-]{1,20}(?: (?:ji|and \p{Lu}\p{Ll}+))?(?:, \p{Lu}\p{Ll}{1,20})?,\s+/u;
const CLOSING_LINE =
  /(?:\n[ ]*|[.!?]\s+)(?:(?:with |many |kind(?:est)? |best |warm(?:est)? )+(?:regards|wishes|thanks)|regards|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|mit (?:freundlichen|besten|lieben|herzlichen) gr[üu](?:[ßs]|ss)en|(?:viele|liebe|beste|herzliche) gr[üu](?:[ßs]|ss)e|(?:un )?saludos?(?: cordial(?:es)?)?|atentamente|cordialement|bien à vous|atenciosamente|cumprimentos|abra[çz]os?|(?<=\n[ ]*)(?:thanks|cheers|best|xo+))[ ,.!]*/iu;
/** After a closing: a name and what else a signature holds. */
const SIGNED = /^(?:[ ]*\p{Lu}[\p{L}'.&-]*(?:[ ,]+\p{Lu}[\p{L}'.&-]*){0,5}[ ]*)?(?:\n|$)/u;
const PLACEHOLDER =
  /\[[^\]\n]{0,60}\]|<[^>\n]{0,40}(?:omitted|attached|omitido|weggelassen|omis)[^>\n]{0,20}>|https?:\/\/\S+/giu;
const INSTRUCTION =
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,50}\b(?:instructions?|prompts?|rules|guidelines|directives)\b|\bsystem prompt\b|\byou are (?:now )?(?:an? )?(?:ai|assistant|llm|language model|chatbot|dan)\b|\b(?:set|change|update|mark|write|output|return|fill)\b[^.!?\n]{0,30}\b(?:pipeline|stage|sentiment|summary|first[_ ]?name|last[_ ]?name|job[_ ]?title|field|json)\b|<\/?(?:system|instructions?|prompt)>|^\s*(?:system|assistant|developer)\s*:|\bignor(?:a|e|iere|ez|en) (?:las|todas|alle|toutes|les|as|todas as)\b[^.!?\n]{0,40}(?:instrucciones|anweisungen|instructions|instru[çc][õo]es)/iu;

/** Every sentence worth reading of the newest messages, oldest first. */
export function readSentences(turns: Turn[]): Sentence[] {
  const oldest = turns.length - MOST_TURNS;
  return turns.flatMap((turn, index) => (index < oldest ? [] : sentencesOf(turn, index)));
}

function sentencesOf(turn: Turn, index: number): Sentence[] {
  const body = plain(turn.body);
  if (INSTRUCTION.test(body)) return [];
  const text = withoutSignature(unquoted(body)).replace(PLACEHOLDER, (found) =>
    ' '.repeat(found.length),
  );
  const found: Sentence[] = [];
  for (const place of joinOrdinals(text, split(text))) {
    if (found.length === MOST_SENTENCES) break;
    const raw = text.slice(place.start, Math.min(place.end, place.start + LONGEST_SENTENCE));
    const start = place.start + openingLength(raw);
    const spoken = text.slice(start, place.start + raw.length).trimEnd();
    if (!/\p{L}{2}/u.test(spoken)) continue;
    found.push({
      turn,
      index,
      inbound: turn.direction === 'inbound',
      time: Date.parse(turn.sent_at),
      text: spoken,
      start,
      end: start + spoken.length,
      asks: /\?["')\s]*$/.test(spoken),
      words: wordsOf(spoken),
    });
  }
  return found;
}

/** "am 9. August": a stop after an ordinal ends no sentence. */
function joinOrdinals(
  text: string,
  places: { start: number; end: number }[],
): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const place of places) {
    const before = joined.at(-1);
    const isOrdinal =
      before &&
      /(?:^|\s)\d{1,2}\.$/.test(text.slice(Math.max(before.start, before.end - 5), before.end)) &&
      /^\s*(?:jan|feb|m[äa]r|apr|mai|jun|jul|aug|sep|okt|nov|dez)/iu.test(
        text.slice(place.start, place.start + 8),
      );
    if (isOrdinal) before.end = place.end;
    else joined.push({ ...place });
  }
  return joined;
}

/** How much of a sentence is white space, a greeting, an interjection or the name of who is addressed. */
function openingLength(raw: string): number {
  let at = raw.length - raw.trimStart().length;
  at += GREETING.exec(raw.slice(at))?.[0].length ?? 0;
  return at + (VOCATIVE.exec(raw.slice(at))?.[0].length ?? 0);
}

/** Cuts from the closing line on, or the short last block of an e-mail that is only a name and a title. */
function withoutSignature(text: string): string {
  const closing = CLOSING_LINE.exec(text);
  if (closing && SIGNED.test(text.slice(closing.index + closing[0].length)))
    return text.slice(0, closing.index + 1);
  const gap = text.lastIndexOf('\n\n');
  if (gap <= 0) return text;
  const lines = text
    .slice(gap)
    .split('\n')
    .filter((line) => line.trim());
  const isBlock =
    lines.length <= 4 &&
    lines.every(
      (line) =>
        /^[^.!?]{1,60}\.?$/.test(line.trim()) &&
        line.trim().split(/\s+/).length <= 7 &&
        /^\s*[\p{Lu}+(]/u.test(line),
    );
  return isBlock && lines.length > 0 ? text.slice(0, gap) : text;
}

/** A span inside a sentence as evidence; the whole sentence when no span is given. */
export function quoteOf(sentence: Sentence, from = 0, to = sentence.text.length): Evidence {
  return evidence(sentence.turn, sentence.start + from, sentence.start + to);
}

/** Text on one line, without the signs around it, cut at a word when it is longer than `limit` characters. */
export function tidy(text: string, limit = 120): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\s\p{Extended_Pictographic}\ufe0f]+$/u, '')
    .replace(/^[\s,;:.!?)-]+|[\s,;:.!(-]+$/g, '');
  if (line.length <= limit) return line;
  const cut = line
    .slice(0, limit - 1)
    .replace(/\s+\S*$/, '')
    .replace(/[\s,;:.!-]+$/, '');
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** First letter in upper case. */
export function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
