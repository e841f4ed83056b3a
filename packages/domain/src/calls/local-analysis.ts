// What the built-in engine reads out of one call: a digest of it, and answers to the analyzers' questions.
import type { Sourced, Sentiment, Turn } from '../enrichment/fields.ts';
import { extractContactInfo, type ExtractOptions } from '../language/extract.ts';
import { readSentences, tidy } from '../language/gist/sentences.ts';
import { moodOf } from '../language/gist/sentiment.ts';
import { findTopics } from '../language/gist/topics.ts';
import { CLOSED, stem, wordsOf } from '../language/gist/words.ts';
import { fold } from '../language/tokens.ts';

export const ANALYSIS_TASKS = ['summary', 'sentiment', 'next_steps', 'topics'] as const;
export type AnalysisTask = (typeof ANALYSIS_TASKS)[number];

/** What a colleague has to know of a call. */
export type CallDigest = {
  /** Two to four plain sentences; '' when the contact said nothing. */
  summary: string;
  sentiment: Sentiment;
  next_steps: Sourced<string>[];
  topics: string[];
};

const MOST_TOPICS = 6;
const MOST_QUOTES = 5;

/**
 * Reads a call. Pure: the same turns give the same answer.
 * @param turns oldest first; what is said is data and never obeyed
 */
export const digestCall = (turns: Turn[], options: ExtractOptions): CallDigest => {
  const read = extractContactInfo(turns, options);
  const names = [
    read.first_name?.value,
    read.last_name?.value,
    read.company?.value,
    ...Object.values(options.on_record ?? {}),
    ...(options.home_names ?? []),
  ];
  const skip = new Set(names.flatMap((name) => (name ? fold(name).split(/[^\p{L}]+/u) : [])));
  const language = read.preferred_language?.value ?? 'en';
  return {
    summary: read.ai_summary,
    sentiment: read.sentiment,
    next_steps: read.next_steps,
    topics: findTopics(readSentences(turns), skip, MOST_TOPICS, language).map(({ text }) => text),
  };
};

/** The answer to one of the questions that the engine has a way of its own for, in markdown. */
export const answerTask = (task: AnalysisTask, digest: CallDigest, turns: Turn[]): string => {
  switch (task) {
    case 'summary':
      return escapeMarkdown(digest.summary) || 'The caller said nothing that can be summed up.';
    case 'sentiment':
      return sentimentOf(digest.sentiment, turns);
    case 'next_steps':
      return bullets(digest.next_steps.map(({ value }) => value)) || 'Nothing is left open.';
    case 'topics':
      return bullets(digest.topics) || 'No topic stands out.';
  }
};

const sentimentOf = (sentiment: Sentiment, turns: Turn[]): string => {
  const wanted = sentiment === 'positive' ? 1 : -1;
  const telling = readSentences(turns)
    .filter(({ inbound }) => inbound)
    .map(({ text }) => ({ text, mood: moodOf(text) * wanted }))
    .filter(({ mood }) => mood > 0)
    .sort((a, b) => b.mood - a.mood)[0];
  const word = `**${sentiment[0]!.toUpperCase()}${sentiment.slice(1)}**`;
  return telling && sentiment !== 'neutral' ? `${word}\n\n${quoted(telling.text)}` : word;
};

/**
 * The built-in engine does not reason about a free question: it quotes what was said with the question's
 * own words, the best match first, and says so.
 */
export const answerByQuotes = (prompt: string, turns: Turn[]): string => {
  const asked = new Set(stemsOf(prompt));
  const found = readSentences(turns)
    .map(({ text, inbound }) => ({
      text,
      inbound,
      hits: new Set(stemsOf(text).filter((word) => asked.has(word))).size,
    }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, MOST_QUOTES);
  if (found.length === 0)
    return 'Nothing in this call uses the words of the question. The built-in engine only looks for words; set up a language model for an answer.';
  const lines = found.map(({ text, inbound }) => `- ${inbound ? 'Caller' : 'Us'}: ${quoted(text)}`);
  return `What was said with the words of the question:\n\n${lines.join('\n')}`;
};

const stemsOf = (text: string): string[] =>
  wordsOf(text)
    .filter(({ folded }) => folded.length > 2 && !CLOSED.has(folded))
    .map(({ folded }) => stem(folded));

const quoted = (text: string): string => `"${escapeMarkdown(tidy(text, 200))}"`;

const bullets = (items: string[]): string =>
  items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');

/** What is said is data: what would be markup is shown as it was said. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\`*_[\]<>#|])/g, '\\$1');
