// What a conversation is about: the noun phrases that are specific and come back.

import { isGiven } from '../name-lists.ts';
import { MOOD_WORDS } from './sentiment-words.ts';
import type { Sentence } from './sentences.ts';
import { type Phrase, phraseAt, tells } from './phrases.ts';
import {
  CLOSED,
  DETERMINERS,
  GENERIC,
  isTelling,
  JOINERS,
  stem,
  type Word,
  wordsOf,
} from './words.ts';

export type Topic = { text: string; turns: number; days: number };

type Tally = {
  turns: Set<number>;
  days: Set<string>;
  weight: number;
  phrases: Map<string, number>;
  last: number;
};

const FEW_SENTENCES = 4;
/** "I'm a junior": who they are is no topic. */
const SELF = /\b(?:i'?m|i am|as) $/iu;

/**
 * The topics of a conversation, the most telling first.
 * @param language ISO 639-1 code of the language the contact writes
 * @param skip folded words that are no topic: names of the people
 */
export function findTopics(
  sentences: Sentence[],
  skip: Set<string>,
  limit: number,
  language: string,
): Topic[] {
  const isForeign = FOREIGN_NOUNS[language] !== undefined;
  // Without a table for the language every word looks like a noun: nothing is better than that.
  if (!isForeign && language !== 'en') return [];
  const tallies = new Map<string, Tally>();
  const length = sentences.at(-1)?.index ?? 0;
  const inboundCount = sentences.filter(({ inbound }) => inbound).length;
  for (const sentence of sentences) {
    // What only we say is no topic of theirs, unless they hardly speak.
    if (!sentence.inbound && inboundCount > FEW_SENTENCES) continue;
    const seen = new Set<string>();
    for (const phrase of isForeign ? foreignNouns(sentence.text, language) : phrasesOf(sentence)) {
      if (
        skip.has(phrase.head) ||
        !isTelling(phrase.head) ||
        MOOD_WORDS.has(phrase.head) ||
        isName(phrase)
      )
        continue;
      const key = stem(phrase.head);
      if (seen.has(key)) continue;
      seen.add(key);
      add(
        tallies,
        key,
        isForeign ? phrase.text : englishWording(phrase, sentence, skip),
        sentence,
        length,
      );
    }
  }
  return [...tallies.values()]
    .map((tally) => ({ tally, score: scoreOf(tally) }))
    .sort((a, b) => b.score - a.score || b.tally.last - a.tally.last)
    .slice(0, limit)
    .map(({ tally }) => ({ text: best(tally), turns: tally.turns.size, days: tally.days.size }));
}

function add(
  tallies: Map<string, Tally>,
  key: string,
  text: string,
  sentence: Sentence,
  length: number,
): void {
  const tally = tallies.get(key) ?? {
    turns: new Set(),
    days: new Set(),
    weight: 0,
    phrases: new Map(),
    last: 0,
  };
  tallies.set(key, tally);
  tally.turns.add(sentence.index);
  tally.days.add(sentence.turn.sent_at.slice(0, 10));
  const age = length === 0 ? 0 : (length - sentence.index) / length;
  tally.weight += (sentence.inbound ? 1 : 0.5) * 0.5 ** age;
  tally.last = sentence.index;
  tally.phrases.set(text, (tally.phrases.get(text) ?? 0) + 1);
}

/** The phrase without names, numbers and "-ing" in front, in lower case where a sentence begins. */
function englishWording(phrase: Phrase, sentence: Sentence, skip: Set<string>): string {
  const words = phrase.words.filter(({ folded }) => !skip.has(folded)).slice(-3);
  while (words.length > 1 && isOpeningWord(words) && words[0]!.start > 0) words.shift();
  return words
    .map((word) =>
      word.folded === word.text.toLowerCase() && !/\p{Lu}.*\p{Lu}/u.test(word.text)
        ? lower(word.text, sentence.text, word.start)
        : word.text,
    )
    .join(' ');
}

function scoreOf({ turns, days, weight }: Tally): number {
  return weight * Math.log2(1 + days.size) * (turns.size > 1 ? 1.5 : 1);
}

/** A person is no topic: "for Gus", "my brother Femi". */
function isName({ head, words }: Phrase): boolean {
  const last = words.at(-1)!.text;
  return /^\p{Lu}/u.test(last) && isGiven(head);
}

/** A number or "-ing" in front says nothing: "14 benches", "for visiting the shop"; but "10 year party". */
function isOpeningWord([first, second]: Word[]): boolean {
  if (/^\d/.test(first!.folded)) return !GENERIC.has(second!.folded);
  return /^(?:.{3,}ing|every|own)$/u.test(first!.folded);
}

/** The wording that comes back most; of equals the more exact one. */
function best({ phrases }: Tally): string {
  return [...phrases].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || b.split(' ').length - a.split(' ').length,
  )[0]![0];
}

/** Names keep their capitals; the first word of a sentence loses it. */
function lower(word: string, text: string, at: number): string {
  return at === 0 || /[.!?]\s*$/.test(text.slice(0, at)) ? word.toLowerCase() : word;
}

/** Phrases after an article, a possessive, a number or a preposition, where a noun must follow. */
function phrasesOf({ text, words }: Sentence): Phrase[] {
  const found: Phrase[] = [];
  let end = 0;
  words.forEach((word, at) => {
    const opens =
      DETERMINERS.has(word.folded) || JOINERS.has(word.folded) || /^\d+$/.test(word.folded);
    if (
      word.start < end ||
      !opens ||
      word.folded === 'to' ||
      SELF.test(text.slice(Math.max(0, word.start - 8), word.start))
    )
      return;
    const phrase = phraseAt(text, words, at + 1, false);
    if (!phrase || !tells(phrase) || CLOSED.has(phrase.head)) return;
    found.push(phrase);
    end = phrase.end;
  });
  return found;
}

/** Other languages: the noun after an article; in German every word with a capital inside a sentence. */
const ROMANCE_TIE = '(?: (?:de|del|da|do|di|en|à|em) \\p{L}{4,})?';
const FOREIGN_NOUNS: Record<string, RegExp> = {
  es: romance('el|la|los|las|un|una|unos|unas|mi|mis|su|sus|dos|tres|cuatro|cinco|seis'),
  pt: romance('o|a|os|as|um|uma|meu|minha|meus|minhas|seu|sua|do|da|no|na|dois|duas|tr[êe]s'),
  fr: romance('le|la|les|un|une|des|mon|ma|mes|votre|notre|du|au|deux|trois'),
  de: /(?<=[\p{L}\d,:] )\p{Lu}\p{Ll}{3,}/gu,
};
const FOREIGN_EMPTY = new Set(
  `favor gracias dias tardes noches semana semanas hora horas vez veces cosa cosas mañana numero nombre correo telefono precio
  dia tarde noite semana obrigado vez coisa nome telefone preco bonjour jour jours semaine heure heures fois chose merci nom
  prix numero frau herr herrn guten danke bitte ihnen ihre ihrer ihren ihrem tag woche wochen stunden uhr mann sohn name euro
  dollar grusse grussen nummer angebot montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar april juni
  juli august september oktober november dezember lunes martes miercoles jueves viernes sabado domingo misma mismo otra otro
  meisten paso confirmacion anunciado anos etwas noch sobre dank dame damen herren freundin arbeit seine deutsch leben zeit bild fotos foto hause problem frage unsere moment`.split(
    /\s+/,
  ),
);

function romance(articles: string): RegExp {
  return new RegExp(`(?<=(?:^|[^\\p{L}])(?:${articles}) )\\p{L}{4,}${ROMANCE_TIE}`, 'giu');
}

function foreignNouns(text: string, language: string): Phrase[] {
  return Array.from(text.matchAll(FOREIGN_NOUNS[language]!), (match) => {
    const words = wordsOf(match[0]);
    return {
      text: match[0],
      head: words[0]!.folded,
      start: match.index,
      end: match.index + match[0].length,
      words,
    };
  }).filter(({ head }) => !FOREIGN_EMPTY.has(head));
}
