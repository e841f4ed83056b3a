// In which language somebody writes, by their most frequent small words: enough to choose the cue tables.

import { set } from './words.ts';
import type { Sentence } from './sentences.ts';

const SMALL_WORDS: Record<string, Set<string>> = {
  en: set(`the a an and is are you i to of in it that for my me we do can have this with on was be not at so your but what
    how did if will just get hi hey thanks please would could`),
  es: set(`el la los las de que y en un una por para con no me mi su es lo se le como esta muy pero si ya hola gracias usted
    cuando tengo puede quiero buenos buenas dias tardes favor cuanto mas al del`),
  pt: set(`o a os as de que e em um uma por para com nao me meu minha seu e do da no na eu voce como muito mas sim ja ola
    obrigado obrigada quando tenho pode quero bom boa dia tarde favor quanto mais ao isso tudo`),
  fr: set(`le la les de des que et en un une pour avec ne pas je mon ma votre vous est ce il nous sur bonjour merci dans du
    au quand pouvez voudrais tres mais oui bien plus suis`),
  de: set(`der die das und ich wir sie ist nicht ein eine einen zu mit auf fur von dem den es mein meine ihr ihre haben
    bitte danke guten tag wann kann konnen mochte aber noch auch schon wie im am`),
  hi: set(`hai hain ho hoon hun mujhe mera meri mere aap ka ki ke ko se nahi nahin kya bhi toh na yaar ji chahiye karna kar
    kab kaise bahut theek thik acha accha raha rahi wala wali hum tum liye abhi bana sakte arre bas mein`),
};

const ENOUGH_SENTENCES = 200;

/** ISO 639-1 code of the language of the contact's own sentences; `en` when nothing says otherwise. */
export function writtenLanguage(sentences: Sentence[]): string {
  const counts = new Map<string, number>();
  const recent = sentences.filter(({ inbound }) => inbound).slice(-ENOUGH_SENTENCES);
  for (const { words } of recent) {
    for (const { folded } of words)
      for (const [language, small] of Object.entries(SMALL_WORDS))
        if (small.has(folded)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  const english = counts.get('en') ?? 0;
  return best && best[1] > english * 1.2 ? best[0] : 'en';
}

export const LANGUAGE_NAMES: Record<string, string> = {
  es: 'Spanish',
  pt: 'Portuguese',
  fr: 'French',
  de: 'German',
  hi: 'Hindi',
  it: 'Italian',
  nl: 'Dutch',
  pl: 'Polish',
  ru: 'Russian',
  uk: 'Ukrainian',
  ar: 'Arabic',
  zh: 'Chinese',
  ja: 'Japanese',
  ko: 'Korean',
  tr: 'Turkish',
  vi: 'Vietnamese',
  id: 'Indonesian',
};
