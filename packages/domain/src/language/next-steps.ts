// What is to be done next: what the contact asked for, what they said they would do, what our side promised.

import type { Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { distinct, reported, sentenceCase, tidy } from './phrases.ts';
import { evidence, sentences } from './tokens.ts';

const LIMIT = 5;
const MAX = 90;
/** Older promises are kept or forgotten by now. */
const WINDOW = 16;

const REQUEST =
  /(?<![\p{L}'])(?:(?:can|could|would|will) (?:you|u)(?: guys)?(?: please| pls| also| maybe)*|please|pls|(?:i|we) (?:need|want|'d like|would like) (?:you|u) to|(?:i'd|we'd) like (?:you|u) to)\s+(?=\p{L})/iu;
const CONTACT_WILL =
  /(?<![\p{L}'])(?:i'll|i will|we'll|we will|i'm going to|i am going to|im going to|i'm gonna|im gonna|we're going to|i plan to|i'm planning to|we plan to|i need to|i have to|let me|gonna)\s+(?=\p{L})/iu;
const BUSINESS_WILL =
  /(?<![\p{L}'])(?:i'll|i will|we'll|we will|i'm going to|we're going to|our \p{L}+ will|let me|i am going to)\s+(?=\p{L})/iu;
const DEED =
  /^(?:also |just |then |probably |definitely |now |go and |try to |try and )*(?:send|call|ring|phone|text|email|e-mail|mail|message|share|schedule|book|reserve|order|pay|transfer|come|bring|pick|drop|check|confirm|ask|talk|speak|meet|visit|sign|review|look|update|change|move|cancel|refund|ship|deliver|prepare|get|give|let|find|fix|install|add|set|make|buy|apply|start|finish|register|submit|forward|invite|put|hold|arrange|follow|reply|respond|contact|reach|discuss|try|take|go|attend|join|return|fill|provide|resend|show|quote|research|keep|see)\b/i;
const IDLE =
  /^(?:also |just |then )*(?:let (?:you|u|me|us) know if|let me know|be |think|never|always|not |see (?:you|u)\b|take care|keep (?:it|you|that|going|in mind|doing|pushing|up)|get (?:it|there|through|back to it|some sleep)|have |make sure (?:you|to)|tell (?:you|u)|go(?: now)?$|check (?:it|that|them) out|look (?:into|at) it|try (?:it|that)|give (?:it|that) a (?:try|go|shot)|keep you (?:posted|updated)|do (?:it|my best)|try my best|see how|talk (?:to you|soon|later)|call it|say|let it|get the hang|find out|take (?:it|that) (?:easy|slow)|see if|see what|keep\b(?! (?:me|us|you|a|the|it (?:on|for))))/i;

/**
 * Up to five next steps, the latest first. Our own tasks read as orders, the contact's as "They will ...".
 * @param turns - the conversation in order of time
 */
export function findNextSteps(turns: PlainTurn[]): Sourced<string>[] {
  const found: Sourced<string>[] = [];
  for (const current of turns.slice(-WINDOW).toReversed()) {
    const steps = sentences(current.text).flatMap(({ start, end }) => stepIn(current, start, end));
    found.push(...steps);
  }
  return distinct(found, LIMIT);
}

function stepIn({ turn, text }: PlainTurn, start: number, end: number): Sourced<string>[] {
  const sentence = text.slice(start, end);
  if (sentence.length > 300) return [];
  const inbound = turn.direction === 'inbound';
  const [cue, make] = inbound
    ? REQUEST.test(sentence)
      ? ([REQUEST, order] as const)
      : ([CONTACT_WILL, promise] as const)
    : ([BUSINESS_WILL, order] as const);
  const match = cue.exec(sentence);
  if (!match) return [];
  const deed = sentence.slice(match.index + match[0].length);
  if (
    !DEED.test(deed) ||
    IDLE.test(deed) ||
    /^\s*(?:if|when|maybe|should|do|did|what)\b/i.test(sentence)
  )
    return [];
  const value = make(
    tidy(
      deed.replace(
        /\s(?:please|pls|thanks|thank you|for me|ok|okay|right|haha|lol)?[\s?!.,]*$/i,
        '',
      ),
      MAX,
    ),
    inbound,
  );
  return value.split(' ').length < 2
    ? []
    : [{ value, evidence: evidence(turn, start + match.index, end) }];
}

function order(deed: string, inbound: boolean): string {
  return sentenceCase(reported(deed, inbound ? 'contact' : 'business'));
}

function promise(deed: string): string {
  return `They will ${reported(deed.replace(/^(?:also|just|then)\s/i, ''), 'contact')}`;
}
