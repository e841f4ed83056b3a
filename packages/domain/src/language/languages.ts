// The language that the contact writes, as an ISO 639-1 code.

import { eld } from 'eld/extrasmall';
import type { Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { evidence, fold, tokens } from './tokens.ts';

/** How many of the last inbound messages are read: people answer in the language they are at home in. */
const WINDOW = 8;
const MIN_LETTERS = 12;

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(fold));
}

/** Frequent small words, which short messages hold and a detector of letter groups misses; Hindi in Latin letters. */
const SMALL_WORDS: Record<string, Set<string>> = {
  en: words(
    `the and you is are was to of for it my your have has with this that what when where how can could would will do
    does did not i'm i am im we they be at on there please thanks thank hi hello yes need want get got u ur pls its
    it's don't dont about just if any from still here who been out up back call me tomorrow today ok sorry`,
  ),
  es: words(
    `el la los las un una de que y en es por para con se su mi tu lo le me te no si como pero hola gracias buenos
    buenas dias tardes quiero necesito tengo tiene puede esta estoy soy cuando donde cuanto muy ya hay favor usted
    ustedes porque del al mas bien hoy manana nos ese esta esto cita`,
  ),
  fr: words(
    `le la les un une des de du et est je vous nous pour avec dans sur pas ne que qui ce cette mon ma mes votre vos
    bonjour merci bonsoir salut svp oui non suis avez ai est-ce c'est j'ai d'un d'une plait au aux mais tres quel
    quelle demain aujourd'hui voudrais serait possible moi si il elle on`,
  ),
  de: words(
    `der die das den dem ein eine einen und ist ich sie wir nicht mit fur auf von zu im am haben habe hat bin sind
    kann konnen bitte danke hallo guten tag morgen gruss grusse noch auch aber wie wann was wo mein meine ihr ihre
    uns mir mich es bei nach um oder schon nur heute`,
  ),
  pt: words(
    `o a os as um uma de do da que e em para com nao por se eu voce voces meu minha seu sua ola oi bom dia boa tarde
    noite obrigado obrigada preciso quero tenho tem pode esta estou sou quando onde quanto muito ja mas mais pra ta
    vc tudo bem hoje amanha isso aqui`,
  ),
  hi: words(
    `hai hain hoon hun hu ka ki ke ko se mein main mera meri mere mujhe aap aapka aapki aapke kya kab kaise kahan nahi
    nahin haan ji kar karo karna karke raha rahi rahe tha thi bhai yaar abhi kal aaj bhi toh wala wali chahiye kitna
    kitne namaste namaskar dhanyavaad shukriya bol bolo sakte sakta sakti gaya gayi hoga hogi lekin aur bahut thik
    theek accha sab koi kuch iska uska apna hua ho`,
  ),
  ru: words(
    `и в не на я что мне у меня нужна нужно нужен можно как это вы вас здравствуйте привет спасибо когда сколько добрый
    день по за для есть ли но с`,
  ),
  it: words(
    `il lo gli di che e un una per con non sono mi ho ha ciao grazie buongiorno buonasera vorrei posso come quando dove
    anche ma della del nel alla sul questo questa siamo`,
  ),
  nl: words(
    `de het een en van ik je jij u niet is dat op te voor met hoi dag bedankt graag kan wil heb hebben ben zijn ook
    maar nog wat wanneer mijn naar bij om`,
  ),
};

const SMALL = new Set(Object.values(SMALL_WORDS).flatMap((set) => [...set]));

/** True for a frequent small word of some language, which says nothing of what a text is about. */
export const isSmallWord = (folded: string): boolean => SMALL.has(folded);

type Guess = { language: string; sure: boolean };

/**
 * The language of the contact's last messages, when there is enough text to tell.
 * @param turns - the conversation in order of time
 * @param region - ISO 3166 country of the contact, which tells Indonesian from Malay
 */
export function findLanguage(turns: PlainTurn[], region?: string): Sourced<string> | undefined {
  const recent = turns
    .filter(({ turn, text }) => turn.direction === 'inbound' && /\p{L}{2}/u.test(text))
    .slice(-WINDOW);
  const text = recent
    .map((turn) => stripped(turn.text))
    .join('\n')
    .slice(-2000);
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  if (letters < MIN_LETTERS && !/[^\p{Script=Latin}\P{L}]/u.test(text)) return undefined;
  const guess = byOwnScript(text) ?? bySmallWords(text) ?? byLetterGroups(text, letters);
  if (!guess?.sure) return undefined;
  const value =
    guess.language === 'ms' && region !== 'MY' && region !== 'SG' && region !== 'BN'
      ? 'id'
      : guess.language;
  const best = recent.toSorted((a, b) => a.text.length - b.text.length).at(-1);
  return best && { value, evidence: evidence(best.turn, 0, best.turn.body.length) };
}

/** Without addresses, links and names of files, which are in no language. */
function stripped(text: string): string {
  return text
    .slice(0, 600)
    .split(/\s+/)
    .filter((word) => !/[@/]|\.\p{L}{2}/u.test(word))
    .join(' ');
}

/** Scripts that one language mainly uses. */
function byOwnScript(text: string): Guess | null {
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return { language: 'ja', sure: true };
  if (/\p{Script=Hangul}{2}/u.test(text)) return { language: 'ko', sure: true };
  if (/\p{Script=Han}{2}/u.test(text)) return { language: 'zh', sure: true };
  if (/\p{Script=Thai}{2}/u.test(text)) return { language: 'th', sure: true };
  if (/\p{Script=Greek}{3}/u.test(text)) return { language: 'el', sure: true };
  if (/\p{Script=Hebrew}{3}/u.test(text)) return { language: 'he', sure: true };
  return null;
}

/** The language whose small words prevail: two at least, and clearly more than of any other language. */
function bySmallWords(text: string): Guess | null {
  const found = tokens(text);
  const counts = Object.entries(SMALL_WORDS)
    .map(([language, set]) => ({
      language,
      count: found.filter(({ folded }) => set.has(folded)).length,
    }))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || !second || first.count < 2) return null;
  const clear = first.count >= second.count * 1.6 && first.count >= found.length * 0.12;
  return clear ? { language: first.language, sure: true } : null;
}

function byLetterGroups(text: string, letters: number): Guess {
  const result = eld.detect(text);
  return {
    language: result.language,
    sure: letters >= 20 && result.language !== '' && result.isReliable(),
  };
}
