// What was written to one person is not told to another: names, addresses, numbers and links go, or the whole
// text does. A text passes only when every word of it is known to tell nothing: a plain word, ours, or one that
// many were told.
import { isCommonWord, isGiven, isSurname, isWordName } from '../language/name-lists.ts';
import { isSmallWord } from '../language/languages.ts';
import { unquoted } from '../language/quotes.ts';
import { fold, plain } from '../language/tokens.ts';
import { TEMPLATES } from './suggest-templates-text.ts';

/** Somebody an answer was written to, as they are on record. */
export type Person = { contact_id: string; names: string[]; addresses: string[] };

export type Audience = {
  /** First name of whom the answer is for now; empty when unknown. */
  first_name: string;
  /** Folded words that are ours: of the organization, its members and its canned replies. */
  ours: ReadonlySet<string>;
  /** How many people were told a word or a number. */
  told: (word: string) => number;
};

/** Numbers, links and the like that so many people were told are ours: opening hours, a web address. */
const PUBLIC = 3;
/** A word of no list that so many people were told is a word of the trade. */
const USUAL = 2;
const LONGEST = 500;

const GREETING =
  /^((?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hola|estimad[oa]|buen[oa]s (?:d[ií]as|tardes|noches)|bonjour|bonsoir|salut|ch[eè]re?|hallo|guten (?:tag|morgen|abend)|liebe[r]?|ol[aá]|oi|bom dia|boa (?:tarde|noite)|thanks|thank you|gracias|merci|danke|obrigad[oa])[,]?)[ ]+([^\n,.!?:;]{1,60})(?=[,.!?:;\n]|$)/iu;

/** Number-like, with @, or with a dot or slash inside: what names a thing in the world. */
const SPECIFIC = /\d|@|:\/\/|\/|\p{L}\.\p{L}|_|#/u;
/** Digits that belong together although people write spaces between them. */
const NUMBER = /[+(]?\d[\d ().:/-]*\d|\d/gu;

/** The text as it may be said to somebody else, or null when it cannot. */
export const forOthers = (text: string, person: Person, audience: Audience): string | null => {
  const { greeting, rest } = readdressed(unquoted(plain(text)).trim(), person, audience);
  if (rest === '' || rest.length > LONGEST || namesPerson(rest, person)) return null;
  const numbers = rest.match(NUMBER) ?? [];
  if (numbers.some((number) => !isPublic(number, person, audience))) return null;
  const words = wordsOf(rest.replace(NUMBER, ' '));
  return words.every((word) => mayBeSaid(word, person, audience)) ? greeting + rest : null;
};

/** What `told` counts: the words and numbers of an answer, each once. */
export const toldBy = (text: string): Set<string> => {
  const said = unquoted(plain(text));
  const numbers = (said.match(NUMBER) ?? []).map(digitsOf);
  return new Set([...numbers, ...wordsOf(said.replace(NUMBER, ' ')).map(({ folded }) => folded)]);
};

/** Who is greeted or thanked by name at the beginning is now who is written to; the rest is what is left. */
const readdressed = (text: string, person: Person, { first_name }: Audience) => {
  const [all, greeting, whom] = GREETING.exec(text) ?? [];
  if (all === undefined || greeting === undefined || whom === undefined)
    return { greeting: '', rest: text };
  const words = wordsOf(whom);
  const isNamed =
    words.length <= 3 &&
    (namesPerson(whom, person) || words.some(({ folded }) => !isPlainWord(folded)));
  if (!isNamed) return { greeting: '', rest: text };
  const name = first_name.trim();
  return {
    greeting: name === '' ? greeting.replace(/,$/, '') : `${greeting} ${name}`,
    rest: text.slice(all.length),
  };
};

type Word = {
  text: string;
  folded: string;
  isCapital: boolean;
  isFirst: boolean;
  isCalled: boolean;
};

/** The pieces between spaces, without the signs around them. */
const wordsOf = (text: string): Word[] => {
  let isFirst = true;
  return [...text.matchAll(/\S+/gu)].flatMap(([piece]) => {
    const bare = piece.replace(/^[^\p{L}\p{N}@#]+|[^\p{L}\p{N}]+$/gu, '');
    const starts = isFirst;
    isFirst = /[.!?:\n]$/u.test(piece) || (isFirst && bare === '');
    if (bare === '') return [];
    return [
      {
        text: bare,
        folded: fold(bare.replace(/'s$/u, '')),
        isCapital: /^\p{Lu}/u.test(bare),
        isFirst: starts,
        // "Rexo, ..." and "..., Rexo!" call somebody.
        isCalled: /[,!]$/u.test(piece),
      },
    ];
  });
};

const mayBeSaid = (word: Word, person: Person, { ours, told }: Audience): boolean => {
  if (SPECIFIC.test(word.text)) return told(word.folded) >= PUBLIC && !isOfPerson(word, person);
  return word.folded
    .split(/[-'/]/)
    .filter(Boolean)
    .every((part) => mayPartBeSaid({ ...word, folded: part }, ours, told));
};

const mayPartBeSaid = (
  { folded, isCapital, isFirst, isCalled }: Word,
  ours: Audience['ours'],
  told: Audience['told'],
): boolean => {
  if (ours.has(folded) || folded.length === 1) return true;
  const isName = isGiven(folded) || isSurname(folded);
  const isPlain = isPlainWord(folded);
  // "will" is a word, "Will" in the midst of a sentence is somebody; many are called Maria.
  if (isName && !isPlain && !isSmallWord(folded)) return false;
  if (isWordName(folded) && isCapital && !isFirst) return false;
  if (isPlain || isSmallWord(folded)) return true;
  if (told(folded) >= USUAL) return true;
  // Of no list and told to nobody else: a word of another language, unless it looks like a name.
  return !isCapital && !isCalled && !isFirst && folded.length >= 3;
};

const isPlainWord = (folded: string): boolean =>
  isCommonWord(folded) || isWordName(folded) || isSmallWord(folded) || TEMPLATE_WORDS.has(folded);

/** The only list of plain words of other languages than English that there is. */
const TEMPLATE_WORDS = new Set(
  Object.values(TEMPLATES)
    .flatMap((occasions) => Object.values(occasions).flat())
    .flatMap((text) => fold(plain(text)).match(/\p{L}+/gu) ?? []),
);

const digitsOf = (number: string): string => number.replace(/\D/g, '');

const isPublic = (number: string, person: Person, { told }: Audience): boolean => {
  const digits = digitsOf(number);
  if (told(digits) < PUBLIC) return false;
  return (
    digits.length < 4 || !person.addresses.some((address) => digitsOf(address).includes(digits))
  );
};

const isOfPerson = ({ folded }: Word, { addresses }: Person): boolean =>
  addresses.some((address) => fold(address).includes(folded));

/** Whether a name on record stands in a text, in any case and with any accents. */
const namesPerson = (text: string, { names, addresses }: Person): boolean => {
  const folded = ` ${fold(plain(text)).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const isIn = (name: string): boolean => {
    const bare = fold(plain(name))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (bare === '') return false;
    // Not every script puts spaces between words.
    return folded.includes(/^[\p{Script=Latin}\p{N} ]+$/u.test(bare) ? ` ${bare} ` : bare);
  };
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/).filter(isOwnWord)]);
  return [...parts, ...addresses].some(isIn);
};

/** A piece of a name that is no plain word: "Acme", but not the "and" of "Stone and Sons". */
const isOwnWord = (word: string): boolean => fold(word).length >= 2 && !isSmallWord(fold(word));
