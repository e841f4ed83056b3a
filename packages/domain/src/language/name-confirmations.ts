// Names that our side says first and the contact confirms: "Is this Ana?" - "yes, speaking".

import { addresses } from './name-addresses.ts';
import { candidate, type Candidate } from './name-candidate.ts';
import { readName } from './name-reader.ts';
import type { ReadName } from './name-shape.ts';
import type { PlainTurn } from './plain-turns.ts';

/** Before the name in a question about who the contact is; a plain yes answers it. */
const ASKS_FOR =
  /(?<!\p{L})(?:[Ii]s (?:this|it|that)(?: still)?(?: the)?(?: right| correct)?(?: number for| person,?)?|[Tt]his is|[Aa]re you|[Aa]m [Ii] (?:speaking|talking|chatting|texting|through)(?: to| with)?(?: the right person,?)?|(?:[Mm]ay|[Cc]an|[Cc]ould) [Ii] (?:speak|talk) (?:to|with)|[Yy]our name is|[Yy]our name:|[Ii] have you(?: down)? as|[Yy]ou are|[Ss]o that's|[Tt]hat's|[Cc]onfirming(?: that)?(?: this is)?|[Ii]s your name|[Nn]ame is|[Ll]ooking for|[Hh]ablo con|[Ee]s usted|[Ee]res|[Ss]preche ich mit|[Ss]ind [Ss]ie|[Bb]ist du|[Ff]alo com(?: a| o)?|[ÉEée] (?:a|o)|[Vv]ous êtes(?: bien)?|[Tt]u es(?: bien)?|[Kk]ya main|[Aa]ap)\s(?=\p{Lu})/gu;
/** "Is Ana your first name?" */
const IS_YOUR_NAME = /(?<!\p{L})[Ii]s\s(?=\p{Lu}[\p{L}'-]+ your (?:first |given )?name\?)/gu;
/** The whole message is the name: "Ana?", "Hello Ana?" */
const NAME_ONLY =
  /^\s*(?:(?:hi|hey|hello)[\s,]+)?(?=\p{Lu}[\p{L}'-]*(?:\s\p{Lu}[\p{L}'-]*){0,2}\s*\?\s*$)/iu;
/** What follows a name that was asked for. */
const ASKED_AFTER =
  /^\s*(?:'s (?:number|phone|cell)|your (?:first |given )?name|se baat|,? (?:right|correct|yes|is that (?:right|correct)))?\s*[?.!,]|^\s*$/i;

const LEAD_IN = `^(?:(?:hi|hey|hello|yes|yep|yeah|yup|ya|ok|okay|then|oh|sure|sí|si|oui|ja|sim|haan|hola)[\\s,.!]+){0,3}`;
/** The contact says that they are the one. */
const THAT_IS_ME = new RegExp(
  `${LEAD_IN}(?:that's me|thats me|that is me|it's me|its me|it is me|this is (?:she|he|her|him|me)(?=\\s*(?:$|[.,!?]))|speaking|you found (?:her|him|me)|it is i|the one and only|soy yo|c'est moi|sou eu|das bin ich|am apparat|yours truly)(?![\\p{L}'])`,
  'iu',
);
/** A yes, which counts only after a question for the name. */
const YES =
  /^\s*(?:yes|ya|yah|aye|mhm|yep|yeah|yup|yea|correct|right|that's right|thats right|i am|it is|it's|here|speaking|present|si|sí|oui|ja|genau|sim|isso|haan|ji|indeed|sure is|sure am)(?![\p{L}'])/iu;
const DENIES = /\b(?:wrong|not|isn't|no,|who(?:'s| is) (?:this|asking)|depends)\b/i;

/** True when the reply confirms a name or that the writer is the one who was addressed. */
export function confirms(text: string): boolean {
  return !DENIES.test(text) && (YES.test(text) || THAT_IS_ME.test(text));
}

/**
 * The name that the reply confirms.
 * @param question - our last message before the reply
 * @param reply - a message for which `confirms` holds
 */
export function confirmedNames(question: PlainTurn, reply: PlainTurn): Candidate[] {
  const name =
    askedName(question.text) ?? (THAT_IS_ME.test(reply.text) ? addressedIn(question) : null);
  return name ? [candidate(question.turn, name, 2)] : [];
}

function askedName(text: string): ReadName | null {
  const whole = NAME_ONLY.exec(text);
  const places = [
    ...(whole ? [whole[0].length] : []),
    ...[...text.matchAll(ASKS_FOR), ...text.matchAll(IS_YOUR_NAME)].map(
      (match) => match.index + match[0].length,
    ),
  ];
  for (const at of places) {
    const name = readPlain(text, at);
    const isQuestion = text.includes('?', name?.end ?? 0) || /[Ll]ooking for/.test(text);
    if (name && isQuestion && ASKED_AFTER.test(text.slice(name.end))) return name;
  }
  return null;
}

/** A name, also one with a possessive after it ("Ana's number"). */
function readPlain(text: string, at: number): ReadName | null {
  const possessive = /^\p{Lu}[\p{L}-]+(?='s (?:number|phone|cell))/u.exec(text.slice(at, at + 40));
  if (possessive) return readName(text.slice(0, at + possessive[0].length), at, 'bare', true);
  return readName(text, at, 'strong', true);
}

function addressedIn(question: PlainTurn): ReadName | null {
  const [address] = addresses([question], 'outbound').filter(({ greeted }) => greeted);
  return address?.name ?? null;
}
