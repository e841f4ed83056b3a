// What happens on a day that a sentence names: a birthday, an event, a deadline, an appointment; or nothing worth keeping.

import { type Sentence, tidy } from './sentences.ts';
import { CLOSED, POSSESSIVES, VERBS, wordsOf } from './words.ts';

export type Event = { what: string; kind: 'event' | 'deadline' | 'appointment' };

const EVENTS = new Set(
  `birthday anniversary wedding party opening closing moving-day flight trip presentation
  exam exams finals interview surgery concert race marathon competition tournament conference festival vacation holiday
  graduation baptism communion funeral ceremony recital audition launch inspection hearing trial housewarming reunion
  gala show exhibition exhibit convention workshop class lesson retreat premiere screening camp
  checkup check-up scan operation delivery installation pickup pick-up arrival departure lease visit appointment meeting board
  demo webinar viewing showing fitting consultation baby due renewal expiry christening shower prom quinceanera
  cumpleanos boda fiesta cita reunion comunion mudanza entrega examen viaje geburtstag hochzeit termin umzug besuch
  prufung reise feier anniversaire mariage fete rendez-vous demenagement livraison voyage aniversario casamento festa
  consulta mudanca viagem prova`.split(/\s+/),
);

const VISIT =
  /\b(?:come (?:by|over|in|round|around|to)|swing by|stop by|pop (?:by|in|over)|drop (?:by|off|in)|pick (?:it |them |that )?up|meet(?: up)?|measure|visit|install|deliver|arrive|fly|mov(?:e|ing) (?:in|out|to|day)|(?:is|are|'s|'re) coming|move in|move out|start(?: work)?|hand over|collect|leave for)\b/iu;
const AGREED =
  /\b(?:booked|confirmed|see you|works(?: for (?:me|us))?|you're (?:in|on|down)|scheduled|reserved|it is\b|suits?|i'll be there|will be there|expecting you)/iu;
const BY =
  /(?<!\b(?:come|comes|coming|swing|stop|pop|drop|go|pass) )\b(?:by|before|no later than|until|till|latest|deadline(?: is)?|due(?: on| by)?|needs? (?:it|them|this|to be done|to be ready)[^.]{0,20}|antes del?|bis(?: zum)?|avant(?: le)?|at[ée](?: o)? dia) (?:the )?$/iu;
const TURNS =
  /((?:my |our |his |her )?(?:[\p{L}'-]+ ){0,2}[\p{L}'-]+) (?:is turning|turns|wird|cumple) (\d{1,3})\b/iu;
const BIRTHDAY =
  /((?:my|our|his|her) (?:[\p{L}-]+ ){0,2}[\p{L}-]+'?s|\p{L}[\p{L}.]*(?: \p{Lu}\p{L}+)?'s|my|our) (?:\d+(?:st|nd|rd|th) )?birthday|(?<=hat (?:meine? )?)((?:\p{L}+ ){0,2}\p{L}+) geburtstag|(?<=cumplea[nñ]os de )([\p{L} ]{2,30})/iu;
const CLAUSE_REST = /(?:,? (?:so|but|if|because|since|weil|pero|mais)\b|[,;] ).*$/isu;
/** An appointment that they ask for is not one yet. */
const VISITS =
  'appointment|termin|cita|visit|viewing|showing|fitting|consultation|checkup|check-up|demo|consulta|rendez-vous|lesson|pickup|pick-up|delivery';
const WISHED = new RegExp(`\\b(?:${VISITS})$`, 'iu');
const OWN = new RegExp(`\\b(?:my|our|the|mi|mein|meinen|mon) (?:\\p{L}+ ){0,2}(?:${VISITS})`, 'iu');
const FOREIGN_ARTICLE =
  /^(?:la|el|le|les|los|las|un|una|une|o|os|as|um|uma|der|die|das|ein|eine|mi|mon|ma|meu|minha|mein|meine) /iu;
const MEETING = /^(?:measure|visit|meet|install|deliver)/iu;
const CALLED_OFF = /\b(?:cancel|called off|can't make|won't make|postpone)/iu;
const AGREED_DAY = /\b(?:booked|confirmed|scheduled|works)\b/iu;
const READY =
  /\b(?:you(?:'ll| will) have|ready|delivered|delivery|truck lands?|lands?|arrives?)\b/iu;

/**
 * What a sentence says of a day.
 * @param from place of the date in the sentence, up to `to`
 * @param before the sentence before, for an answer such as "Friday at 10 then."
 */
export function whatHappens(
  sentence: Sentence,
  from: number,
  to: number,
  before: Sentence[],
): Event | null {
  const { text } = sentence;
  if (CALLED_OFF.test(text)) return null;
  const birthday = BIRTHDAY.exec(text);
  if (birthday) return { what: birthdayOf(birthday), kind: 'event' };
  const turns = TURNS.exec(text);
  if (turns && Number(turns[2]) < 120)
    return {
      what: tidy(`${turns[1]} turns ${turns[2]}`.replace(/^(?:my|our|meine?) /i, ''), 60),
      kind: 'event',
    };
  if (sentence.asks && !sentence.inbound) return null;
  const deadline = BY.exec(text.slice(0, from)) ?? /^\s*at the latest/i.exec(text.slice(to));
  if (deadline) return { what: `deadline: ${tidy(text, 80)}`, kind: 'deadline' };
  const event = eventPhrase(text, from, to);
  if (event && !(sentence.inbound && WISHED.test(event) && !OWN.test(text)))
    return { what: event, kind: 'event' };
  const visit = VISIT.exec(text) ?? (sentence.inbound ? null : READY.exec(text));
  if (visit) return visitOf(text, from, to, visit);
  return AGREED.test(text) ? agreed(sentence, from, to, before) : null;
}

function birthdayOf([, english, german, spanish]: RegExpExecArray): string {
  const whose = english ?? `${(german ?? spanish ?? '').trim()}'s`;
  if (/^my$/i.test(whose)) return 'their birthday';
  return tidy(`${whose.replace(/^(?:my|our) /i, '')} birthday`, 60);
}

/** "Gus will come by to measure": what is done, or the whole sentence when the doer matters, without the date. */
function visitOf(text: string, from: number, to: number, visit: RegExpExecArray): Event | null {
  const isDoerKnown = /^(?:(?:is|are|'s|'re) )?(?:coming|ready|deliver|arriv|lands?|you)/i.test(
    visit[0],
  );
  const said = withoutDate(text, from, to, isDoerKnown ? 0 : visit.index);
  const short = tidy(said.replace(CLAUSE_REST, ''), 70);
  const what =
    wordsOf(short).length > 1 || MEETING.test(short)
      ? short
      : tidy(withoutDate(text, from, to, 0), 70);
  if (/^you(?:'ll| will) have /i.test(said)) return promisedThing(said);
  const isVague =
    (wordsOf(what).length < 2 && !MEETING.test(what)) || /^(?:they|it|he|she|that)\b/i.test(what);
  return isVague ? null : { what, kind: 'appointment' };
}

/** "You will have the table": the table is what counts. */
function promisedThing(said: string): Event | null {
  const what = tidy(said.replace(/^you(?:'ll| will) have /i, ''), 60);
  return /^(?:it|them|that|this)\b/i.test(what)
    ? null
    : { what: `promised: ${what}`, kind: 'appointment' };
}

/** "Friday at 10 then.": what was talked of just before says what for. */
function agreed(sentence: Sentence, from: number, to: number, before: Sentence[]): Event | null {
  if (!/\d/.test(sentence.text.slice(from, to)) && !AGREED_DAY.test(sentence.text)) return null;
  for (const { text } of before.toReversed()) {
    const event = eventPhrase(text, 0, 0);
    if (event) return { what: event, kind: 'appointment' };
    const visit = VISIT.exec(text);
    if (visit)
      return { what: tidy(text.slice(visit.index).replace(/\?/g, ''), 60), kind: 'appointment' };
  }
  return { what: 'appointment', kind: 'appointment' };
}

/** The words around an event noun: "museum board presentation", "my first marathon". */
function eventPhrase(text: string, from: number, to: number): string | null {
  const words = wordsOf(text);
  const places = words
    .map((word, at) => ({ word, at }))
    .filter(({ word }) => EVENTS.has(word.folded) && !(word.start >= from && word.end <= to))
    .sort((a, b) => Math.abs(a.word.start - from) - Math.abs(b.word.start - from));
  for (const { word, at } of places) {
    let first = at;
    while (first > 0 && at - first < 3) {
      const other = words[first - 1]!;
      const gap = text.slice(other.end, words[first]!.start);
      if (gap !== ' ' && gap !== '-') break;
      if (
        POSSESSIVES.has(other.folded) ||
        CLOSED.has(other.folded) ||
        VERBS.has(other.folded) ||
        /^(?:a|an|the|my|our|your)$/.test(other.folded)
      )
        break;
      if (other.start < to && other.end > from) break;
      first -= 1;
    }
    const next = words[at + 1];
    const tail =
      next && EVENTS.has(next.folded) && text.slice(word.end, next.start) === ' '
        ? next.end
        : word.end;
    return tidy(text.slice(words[first]!.start, tail).replace(FOREIGN_ARTICLE, ''), 60);
  }
  return null;
}

function withoutDate(text: string, from: number, to: number, start: number): string {
  const kept =
    start >= to
      ? text.slice(start)
      : text.slice(start, Math.max(start, from)) + text.slice(Math.max(to, start));
  return kept
    .replace(/\?/g, '')
    .replace(/\s+(?:on|at|by|this|next|the)\s*(?=[,.!?]|$)/giu, '')
    .replace(/\s+([,.!?])/g, '$1')
    .replace(/\s+(?:on|at)\s+(?=(?:to|for|and)\b)/giu, ' ');
}
