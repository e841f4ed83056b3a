// The contact's own e-mail address: written, or spoken ("john dot smith at gmail dot com") where that is safe.

import type { Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import type { Place } from './name-candidate.ts';
import { evidence } from './tokens.ts';

/** RFC 5321 dot-atom of up to 64 characters, a domain of labels, a top-level domain of letters. */
const WRITTEN =
  /(?<![\p{L}\p{N}._%+@-])[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,24}(?![\p{L}\p{N}@]|\.[a-z])/giu;
const SPOKEN =
  /(?<![\p{L}\p{N}@.])((?:[a-z0-9]{1,30}(?:[._-]|\s?(?:\(dot\)|\[dot\])\s?|\s(?:dot|underscore|dash|hyphen)\s)){0,4}[a-z0-9]{1,30})(?:\s?(?:\(at\)|\[at\]|@)\s?|\sat\s)([a-z0-9-]{2,40})(?:\s?(?:\(dot\)|\[dot\]|\.)\s?|\sdot\s)(com|net|org|edu|co\suk|co\sdot\suk|co\.uk|de|fr|es|com\sdot\sbr|com\.br|io|in|us|ca|me|mx|it|nl|app|dev|biz|info|ai|se|no|dk|pl|ch|be|pt|eu|com\sdot\sau|com\.au|com\sdot\smx|example)(?![\p{L}\p{N}])/giu;
const PROVIDERS = new Set([
  'gmail',
  'googlemail',
  'yahoo',
  'ymail',
  'hotmail',
  'outlook',
  'live',
  'icloud',
  'aol',
  'protonmail',
  'proton',
  'msn',
  'gmx',
  'web',
  'mail',
  'me',
  'comcast',
  'orange',
  'uol',
  'terra',
]);
const SEPARATOR: Record<string, string> = { dot: '.', underscore: '_', dash: '-', hyphen: '-' };
const ASKED = /\b(?:e-?mail|correo|courriel|e-?mailadresse|endereço eletrônico)\b/i;
const ADDRESS_WORD = /\b(?:e-?mail|mail|correo|address|reach me|contact me)\b/i;
/** Before an address: it belongs to somebody else. */
const OTHERS =
  /\b(?:(?:his|her|their|your|ur|company's|boss'?s?|wife|husband|partner|friend|accountant|lawyer|attorney|assistant|secretary|manager|boss|landlord|agent|realtor|broker|mom|mum|mother|dad|father|son|daughter|brother|sister|colleague|coworker|co-worker|roommate|insurer|bookkeeper|spouse|fiancee?|girlfriend|boyfriend|client|supplier|vendor|school|team|support|husband's|wife's|friend's|esposa|esposo|marido|mujer|jefe|contador|femme|mari|comptable|frau|mann|chef)(?:'s|s)?\b[^.!?\n]{0,40}|(?:got|received|came|message|email|e-mail|mail|spam)\s(?:an? \w+ )?from\s[^.!?\n]{0,20})$/i;
/** Copy or write to somebody else who is named. */
const COPIED =
  /\b(?:[Cc][Cc]|[Bb]cc|[Ff]orward|[Ff]wd|[Cc]opy|[Cc]opied|[Cc]ontact|[Ee]-?mail|[Mm]ail|[Ww]rite|[Ww]rote|[Aa]sk|[Tt]ell|[Ii]nvite|[Mm]essage)(?:\s(?:it|this|that|them|one))?(?:\s(?:to|in|also))?(?:\s(?:my|our|the|his|her)\s(?!e-?mail|address|gmail|work|personal|own)|\s(?!It\b|At\b)\p{Lu}\p{L}+\s)[^.!?\n]{0,40}$|\b[Cc][Cc]:?\s$/u;
const MINE = /\b(?:my|mine|me|mi|mon|mein|meine|meu|mera|i'm|i am)\b[^.!?\n]{0,40}$/i;
const THEIRS_AFTER =
  /^[\s,)]*(?:(?:that|it|this)(?:'s| is) (?:not mine|(?:my|his|her|their) (?:wife|husband|boss|friend|mom|dad|son|daughter|accountant|assistant|partner)|his|hers|theirs)|is (?:my (?:wife|husband|boss|friend|accountant|assistant|partner|mom|dad|son|daughter)|his|hers|theirs|yours|your))/i;
/** After or before an address: it is wrong, old or no longer used. */
const DISOWNED_BEFORE =
  /\b(?:not|isn't|no longer|don't use|dont use|old|wrong|instead of|used to be|previous|never)\b[^.!?\n,]{0,24}$|\b(?:stop|remove|delete|unsubscribe|quit)\b[^.!?\n,]{0,60}$/i;
const DISOWNED_AFTER =
  /^[\s,]*(?:is (?:wrong|old|dead|not|no longer|outdated)|doesn't|does not|bounced|isn't|anymore)/i;
const ROLE = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)@/i;

/**
 * The last address that the contact gave as their own.
 * @param turns - the conversation in order of time; only inbound text is read
 */
export function findEmail(
  turns: PlainTurn[],
): { found: Sourced<string>; place: Place } | undefined {
  let found: { value: string; stated: boolean; place: Place } | undefined;
  let wasAsked = false;
  let outboundAddresses = '';
  for (const { turn, text } of turns) {
    if (turn.direction === 'outbound') {
      wasAsked = ASKED.test(text.slice(-400));
      outboundAddresses += ` ${text.includes('@') ? text.toLowerCase() : ''}`;
      continue;
    }
    for (const { value, start, end } of [...written(text), ...spoken(text, wasAsked)]) {
      if (ROLE.test(value) || isOthers(text, start, end)) continue;
      const stated = wasAsked || MINE.test(text.slice(Math.max(0, start - 60), start));
      if (!stated && outboundAddresses.includes(value.toLowerCase())) continue;
      if (found?.stated && !stated) continue;
      found = { value, stated, place: { turn, start, end } };
    }
  }
  if (!found) return undefined;
  const { value, place } = found;
  return { found: { value, evidence: evidence(place.turn, place.start, place.end) }, place };
}

type Address = { value: string; start: number; end: number };

function written(text: string): Address[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(WRITTEN)]
    .filter((match) => !match[0].includes('..'))
    .map((match) => ({
      value: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** Spoken addresses count after an e-mail was asked for or is mentioned, or at a well-known provider. */
function spoken(text: string, wasAsked: boolean): Address[] {
  if (!/\bat\b|\(at\)|\[at\]|@/i.test(text) || !/dot|\./i.test(text)) return [];
  const found: Address[] = [];
  for (const match of text.matchAll(SPOKEN)) {
    const [whole, local = '', host = '', top = ''] = match;
    if (/^\S+@\S+\.\S+$/.test(whole)) continue;
    const domain = host.toLowerCase();
    const named = ADDRESS_WORD.test(text.slice(Math.max(0, match.index - 60), match.index));
    if (!PROVIDERS.has(domain) && !((wasAsked || named) && /dot|\)|\]/i.test(whole))) continue;
    const value = `${join(local)}@${domain}.${join(top)}`.toLowerCase();
    if (/^[a-z0-9][a-z0-9._-]*@[a-z0-9.-]+$/.test(value)) {
      found.push({ value, start: match.index, end: match.index + whole.length });
    }
  }
  return found;
}

function join(spelled: string): string {
  return spelled
    .replace(
      /[([\s](dot|underscore|dash|hyphen)[)\]\s]?/gi,
      (_, word: string) => SEPARATOR[word.toLowerCase()] ?? '',
    )
    .replace(/\s/g, (_, at: number) => (/\p{L}|\p{N}/u.test(spelled[at - 1] ?? '') ? '' : ''));
}

function isOthers(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  const clause = before.slice(Math.max(0, before.search(/[.!?\n][^.!?\n]*$/) + 1));
  const after = text.slice(end, end + 40);
  if (DISOWNED_BEFORE.test(clause) || DISOWNED_AFTER.test(after) || THEIRS_AFTER.test(after))
    return true;
  if (COPIED.test(clause) || isNamedBefore(text.slice(start, end), before)) return true;
  if (!OTHERS.test(clause)) return false;
  const tail = clause.slice(-30);
  const own =
    /\b(?:my|mine)(?:\s(?:e-?mail|work|personal|own|address|gmail|best|new|correct|primary|main|business))?\b/i;
  return (
    !own.test(tail) ||
    /\bmy\s(?!e-?mail|work|personal|own|address|gmail|best|new|correct|primary|main|business)/i.test(
      tail,
    )
  );
}

/** "... to my accountant Petra? petra@...": the sentence before names its owner, who is somebody else. */
function isNamedBefore(address: string, before: string): boolean {
  const sentence = /([^.!?\n]+)[.!?]\s*$/.exec(before)?.[1];
  if (!sentence || !OTHERS.test(sentence)) return false;
  const owner = /^\p{L}+/u.exec(address)?.[0].toLowerCase();
  return [...sentence.matchAll(/\p{Lu}\p{L}+/gu)].some(([name]) => name.toLowerCase() === owner);
}
