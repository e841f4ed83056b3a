// Reads a company's name at a given place of a text.

import { isCommonWord, isGiven, isOrganizationWord, isSurname } from './name-lists.ts';
import { isPlace } from './places.ts';
import { casing, fold } from './tokens.ts';

export type Span = { value: string; start: number; end: number };

/** One word of a company's name: letters, digits, an inner sign, or a connecting "&". */
const WORD =
  /(?:(?:St|Dr|Mt)\.(?= )|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['.&+-][\p{L}\p{M}\p{N}]+)*|&|\+)/uy;
/** Words that end a company's name in small letters. */
const STOP = new Set(
  `a an the and or but so if i im i'm i'd i've id ive u you your ur we we're were us our they he she it its it's is are
  was am be do does did can could would will should may might have has had need needs want wanted wants looking
  trying calling returning texting writing regarding re about for from with at in on by to of as here there now
  today tomorrow yesterday still just also already please pls thanks thx who what when where why how which that this
  these those my me mine his her their not no yes ok hi hey hello lol btw again since until because before after
  during while got get saw see sent send said say told know think hope love like if then than too very really
  y o de que para por con en und oder aber ich wir ist sind bin im bei mit für von et ou mais je nous est sont
  que pour avec e ou mas eu nós para com hai hoon hun ka ki ke ko se and/or doing checking following reaching
  interested asking inquiring wondering based located offering selling`.split(/\s+/),
);
/** Words that are no company although they follow "from" or "at". */
const GENERIC = new Set(
  `home work school office church gym store shop hotel airport hospital clinic bank restaurant online google facebook
  instagram craigslist yelp zillow website internet phone email the next door downstairs upstairs across here there
  now noon midnight night once least first last all best top moment time day week month year school college university
  accounting sales marketing support hr it billing reception maintenance housekeeping security unit apartment apt flat
  room number party event meeting class yesterday today tomorrow monday tuesday wednesday thursday friday saturday
  sunday scratch abroad overseas class uni house yours mine friends family mom dad customers clients people ads ad
  referral experience company business team peace night ease large risk length random`.split(/\s+/),
);
const LINKS = new Set([
  'and',
  'of',
  'de',
  'la',
  'le',
  'the',
  'du',
  'do',
  'da',
  'dos',
  'das',
  'des',
  'del',
  'für',
  'for',
  'und',
  'et',
  'y',
  'e',
  '&',
  '+',
]);

/**
 * Reads the company that is named at `from`.
 * @param text - message in plain signs
 * @param from - offset of the first letter
 * @param sure - true when the words before it say that a company follows ("I work for"), so that one word in small
 *   letters is enough
 */
export function readCompany(text: string, from: number, sure: boolean): Span | null {
  let at = from;
  const article =
    /^\s*(?:a company called |company called |(?:la )?empresa |(?:la )?soci[eé]t[eé] |(?:der |die )?firma |the |a |an |l'|der |die |das |dem )?/i.exec(
      text.slice(at, at + 30),
    );
  at += article?.[0].length ?? 0;
  const start = at;
  const capital = /^[\p{Lu}\p{N}]/u.test(text.slice(at, at + 1));
  const informative = capital && casing(text.slice(Math.max(0, at - 80), at + 80)) === 'mixed';
  const words: string[] = [];
  let end = at;
  while (words.length < 6) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (!word || !belongs(word, words, informative, text.slice(at + word.length))) break;
    words.push(word);
    end = at + word.length;
    at = end;
    if (text[at] !== ' ') break;
    at += 1;
  }
  while (words.length > 0 && LINKS.has(fold(words.at(-1) ?? ''))) {
    end -= (words.pop() ?? '').length + 1;
  }
  const value = text.slice(start, end).replace(/'s$/, (s) => (words.length > 1 ? s : ''));
  if (words.length === 0 || !isCompany(words, informative, sure)) return null;
  const generic = words.every((word) => isCommonWord(fold(word)));
  if (/^\s*(?:the|a|an)\s/i.test(article?.[0] ?? '') && !informative && generic) return null;
  return { value: informative ? value : titleCase(value), start, end };
}

function belongs(word: string, before: string[], informative: boolean, rest: string): boolean {
  const folded = fold(word);
  if (informative) {
    if (/^[\p{Lu}\p{N}]/u.test(word)) return !/^I(?:'|$)/.test(word);
    return before.length > 0 && LINKS.has(folded) && /^ [\p{Lu}\p{N}]/u.test(rest);
  }
  if (word === '&' || word === '+') return before.length > 0;
  if (folded === 'and')
    return (
      before.length > 0 &&
      before.length < 3 &&
      /^ [\p{L}]+(?: [\p{L}]+)?\s*(?:$|[.,!?\n(])/u.test(rest) &&
      !/^ (?:i|we|my|can|need|want|looking)\b/i.test(rest)
    );
  return !STOP.has(folded) && before.length < 4;
}

function isCompany(words: string[], informative: boolean, sure: boolean): boolean {
  const folded = words.map((word) => fold(word));
  const [first = ''] = folded;
  const whole = folded.join(' ');
  if (/^\d+$/.test(first) || first.length < 2 || GENERIC.has(whole) || isPlace(whole)) return false;
  if (words.length === 1 && (GENERIC.has(first) || first.length < 3))
    return /^[\p{Lu}\d]{2,5}$/u.test(words[0] ?? '') && !GENERIC.has(first) && informative;
  if (words.length === 2 && isPlace(first) && /^[\p{Lu}]{2}$/u.test(words[1] ?? '')) return false;
  const organization = folded.some((word) => isOrganizationWord(word));
  if (informative) return words.length > 1 || !isCommonWord(first) || sure;
  if (organization && words.length > 1) return true;
  const rare = folded.some((word) => !isCommonWord(word) && /\p{L}/u.test(word));
  if (words.length === 1) return rare && !isGiven(first) && (sure || !isSurname(first));
  return rare && (sure || !isPlace(first));
}

const ABBREVIATIONS: Record<string, string> = {
  gmbh: 'GmbH',
  hvac: 'HVAC',
  llc: 'LLC',
  llp: 'LLP',
  plc: 'PLC',
  usa: 'USA',
};

/** Small or all-capital text in the casing of a name. */
function titleCase(text: string): string {
  return text.toLowerCase().replace(/(?<![\p{L}'])\p{L}+/gu, (word) => {
    return ABBREVIATIONS[word] ?? word.charAt(0).toUpperCase() + word.slice(1);
  });
}
