// What happens on a day that a sentence names: a birthday, an event, a deadline, an appointment; or nothing worth keeping.

import { type Sentence, tidy } from './sentences.ts';
import { CLOSED, POSSESSIVES, VERBS, wordsOf } from './words.ts';

export type Event = { what: string; kind: 'event' | 'deadline' | 'appointment' };

const EVENTS = new Set(
  `birthday anniversary wedding party opening closing deadline move moving-day moving flight trip presentation
  exam exams finals interview surgery concert race marathon competition tournament conference festival vacation holiday
  graduation baptism communion funeral ceremony recital audition launch inspection hearing trial housewarming reunion
  gala show exhibition exhibit fair convention workshop class lesson retreat premiere screening game match camp
  checkup check-up scan operation delivery installation arrival departure lease visit appointment meeting board
  demo webinar viewing showing fitting consultation baby due renewal expiry christening shower prom quinceanera
  cumpleanos boda fiesta cita reunion comunion mudanza entrega examen viaje geburtstag hochzeit termin umzug besuch
  prufung reise feier anniversaire mariage fete rendez-vous demenagement livraison voyage aniversario casamento festa
  consulta mudanca viagem prova`.split(/\s+/),
);

const VISIT =
  /\b(?:come (?:by|over|in|round|around|to)|swing by|stop by|pop (?:by|in|over)|drop (?:by|off|in)|pick (?:it |them |that )?up|meet(?: up)?|measure|visit|install|deliver|arrive|land|fly|move in|move out|start(?: work)?|hand over|collect|leave for)\b/iu;
const AGREED =
  /\b(?:booked|confirmed|see you|works(?: for (?:me|us))?|you're (?:in|on|down)|scheduled|reserved|it is\b|suits?|i'll be there|will be there|expecting you)/iu;
const BY =
  /\b(?:by|before|no later than|until|till|latest|deadline(?: is)?|due(?: on| by)?|needs? (?:it|them|this|to be done|to be ready)[^.]{0,20}|antes del?|bis(?: zum)?|avant(?: le)?|at[ée](?: o)? dia) (?:the )?$/iu;
const TURNS =
  /((?:my |our |his |her )?(?:[\p{L}'-]+ ){0,2}[\p{L}'-]+) (?:is turning|turns|will be|wird|cumple) (\d{1,3})\b/iu;
const BIRTHDAY =
  /((?:my|our|his|her) (?:[\p{L}-]+ ){0,2}[\p{L}-]+'?s|\p{L}[\p{L}.]*(?: \p{Lu}\p{L}+)?'s|my|our) (?:\d+(?:st|nd|rd|th) )?birthday/iu;
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
  before: Sentence | undefined,
): Event | null {
  const { text } = sentence;
  const turns = TURNS.exec(text);
  if (turns && Number(turns[2]) < 120)
    return {
      what: tidy(`${turns[1]} turns ${turns[2]}`.replace(/^(?:my|our) /i, ''), 60),
      kind: 'event',
    };
  const birthday = BIRTHDAY.exec(text);
  if (birthday) {
    const whose =
      birthday[1]!.toLowerCase() === 'my'
        ? 'their birthday'
        : `${birthday[1]!.replace(/^(?:my|our|i) /i, '')} birthday`;
    return { what: tidy(whose, 60), kind: 'event' };
  }
  if (sentence.asks && !sentence.inbound) return null;
  const deadline = BY.exec(text.slice(0, from)) ?? /^\s*at the latest/i.exec(text.slice(to));
  if (deadline) return { what: `deadline: ${tidy(text, 80)}`, kind: 'deadline' };
  const event = eventPhrase(text, from, to);
  if (event) return { what: event, kind: 'event' };
  const visit = VISIT.exec(text);
  if (visit)
    return { what: tidy(withoutDate(text, from, to, visit.index), 70), kind: 'appointment' };
  if (READY.test(text) && !sentence.asks) return { what: tidy(text, 70), kind: 'appointment' };
  if (AGREED.test(text))
    return {
      what: `appointment: ${tidy(before && before.index === sentence.index - 1 ? before.text : text, 60)}`,
      kind: 'appointment',
    };
  return null;
}

/** The words around an event noun: "museum board presentation", "my first marathon". */
function eventPhrase(text: string, from: number, to: number): string | null {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (!EVENTS.has(word.folded) || (word.start >= from && word.end <= to)) continue;
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
    return tidy(text.slice(words[first]!.start, tail), 60);
  }
  return null;
}

function withoutDate(text: string, from: number, to: number, start: number): string {
  const kept =
    start >= to
      ? text.slice(start)
      : text.slice(start, Math.max(start, from)) + text.slice(Math.max(to, start));
  return kept
    .replace(/\s+(?:on|at|by|this|next|the)\s*(?=[,.!?]|$)/giu, '')
    .replace(/\s+([,.!?])/g, '$1')
    .replace(/\s+(?:on|at|by)\s+(?=(?:to|for|and)\b)/giu, ' ');
}
