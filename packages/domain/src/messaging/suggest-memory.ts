// What is known of the contact, when they ask for it.
import { similarities, termsOf } from './suggest-similarity.ts';
import type { Suggestion } from './suggestion.ts';

const LEAST = 0.35;
const LEAD: Record<string, string> = {
  en: 'What I have noted: {fact}. Is that still right?',
  es: 'Tengo anotado: {fact}. ¿Sigue siendo así?',
  fr: 'J’ai noté : {fact}. Est-ce toujours exact ?',
  de: 'Bei mir steht: {fact}. Stimmt das noch?',
  pt: 'Tenho anotado: {fact}. Ainda está certo?',
};

/** The line that has most of the words of a question, offered to be confirmed. */
export const findMemory = (text: string, language: string, memory: string[]): Suggestion[] => {
  if (!text.includes('?') || new Set(termsOf(text)).size < 2) return [];
  const lines = memory.filter((line) => line.length <= 160);
  const fits = similarities(text, lines);
  const best = fits.indexOf(Math.max(...fits));
  if (best < 0 || fits[best]! < LEAST) return [];
  const fact = lines[best]!.replace(/[.\s]+$/, '');
  const body = (LEAD[language] ?? LEAD['en']!).replace('{fact}', () => fact);
  return [{ body, confidence: 0.4 + 0.4 * fits[best]!, source: 'memory' }];
};
