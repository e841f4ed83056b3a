// The phrases with which people say their own name, by language, as one table.

import { CLAUSE, cue, SELF, type NameCue } from './name-cue.ts';
import { WORLD_CUES } from './name-cues-world.ts';

const RELATIVE = `mum|mom|mummy|mother|dad|father|wife|husband|hubby|daughter|son|sister|brother|girlfriend|boyfriend|fianc[eé]e?|partner|neighbou?r|tenant|landlord|landlady|assistant|pa|secretary|colleague|friend|mate|roommate|flatmate|housemate|aunt|auntie|uncle|cousin|niece|nephew|nan|gran|grandma|grandmother|grandpa|grandson|granddaughter|stepmom|stepdad|carer|agent|lawyer|account holder|account owner|owner|patient|customer|client|buyer|seller|bride|groom|homeowner|driver|guy|girl|lady|one`;
const ADVERB = `(?:\\s(?:actually|really|just|still|now|again|officially|legally|simply|in fact|btw|uh|um|er|like|ehm))?`;
const IS = `(?:'?s| is| iz| id| si|is| would be| will be| should be| be|=)?`;

/** Forward cues: the name follows the phrase. */
const CUES: NameCue[] = [
  // English
  cue(
    `(?:my|mi|me)\\s{0,2}(?:full |own |real |legal |actual |complete |whole )?na?m?e?(?<=nam|name|nme)${IS}${ADVERB}`,
    'strong',
    3,
  ),
  cue(`my (?:first|given|christian) name${IS}${ADVERB}`, 'strong', 3, { part: 'first' }),
  cue(
    `(?:my|and|the|with)?\\s?(?:last name|surname|family name|lastname)${IS}${ADVERB}`,
    'strong',
    3,
    { part: 'last', clause: false },
  ),
  cue(`(?:the )?name(?:'s| is)${ADVERB}`, 'fair', 2, CLAUSE),
  cue(`(?:full |your |contact )?name(?:\\s?[:=]|\\s-)`, 'strong', 3, CLAUSE),
  cue(
    `(?:the )?name (?:for|on) (?:the |my |this )?[a-z]{3,15}(?: is| should be| will be|:)`,
    'fair',
    2,
  ),
  cue(`(?:you|u) (?:have|got|saved|listed|know) me (?:down |saved |listed )?as`, 'strong', 2),
  cue(`under my (?:own )?name`, 'fair', 3),
  cue(`(?:hello|hi|hey|yo|hiya) this`, 'fair', 2, SELF),
  cue(`(?<=^|\\n)(?:full )?name`, 'fair', 2),
  cue(`first ?name(?: is)?\\s?[:=]?`, 'strong', 3, { part: 'first', clause: true }),
  cue(`(?:i'?m|i am) (?:called|named)`, 'strong', 3),
  cue(`i (?:usually |mostly |just |also )?(?:go|goes) by(?: the name)?`, 'strong', 4, {
    part: 'first',
  }),
  cue(
    `(?:they|people|everyone|everybody|friends|my friends|most people|folks|you can|you may|u can|you could|feel free to|please|pls|just|but) (?:just |also |usually |all )?calls? me`,
    'fair',
    4,
    { part: 'first' },
  ),
  cue(`call me`, 'fair', 4, { clause: true, part: 'first' }),
  cue(
    `(?:you're|you are|ur|your|you've been) (?:speaking|talking|chatting|texting|dealing) (?:to|with)`,
    'fair',
    2,
  ),
  cue(`(?:i'?m|i am|iam|im|i m|am|ima)${ADVERB}`, 'fair', 2, SELF),
  cue(
    `(?:it's me|its me|it is me|it's only me|this is|this's|thisis|dis is|it's|its|it is|tis|'tis|this be)${ADVERB}`,
    'fair',
    2,
    CLAUSE,
  ),
  cue(
    `(?:i'?m|i am|im|this is|it's|its|it is) (?:(?:your|ur|his|her|their|the) |\\p{L}{2,15}'?s )(?:\\p{L}+ )?(?:${RELATIVE})|this is (?:patient|customer|client|tenant|resident|member|student)`,
    'fair',
    2,
    SELF,
  ),
  cue(
    `(?:signed|yours truly|yours sincerely|yours faithfully|sincerely|kind regards|best regards|warm regards|many thanks|regards|best wishes|all the best|respectfully|cordially)`,
    'bare',
    2,
    CLAUSE,
  ),
];

/** One test that spares most messages the cues of other languages. */
const WORLD =
  /llam|nombre|apellido|soy|habl|escrib|salud|parte|dicen|d[ií]ga|appel|nomme|prénom|prenom|nom\b|suis|c'est|\bc |ici|hei(?:ß|ss)|nenn|name|\bich|hier|sag|nome|chamo|chama|chame|sou|aqui|fala|é|mer[ae] |myself|mi chiamo|sono|qui |naam|heet|ben |met |dit is|heter|navn|namn|jag|jeg|det |nazywam|imi|mówi|adım|nama|зовут|им[яі]|звати/i;

const ALL_CUES = [...CUES, ...WORLD_CUES];

/** The cues that may occur in a text. */
export function cuesFor(text: string): NameCue[] {
  return WORLD.test(text) ? ALL_CUES : CUES;
}

const GREETING = `respected sir|dear sir|hallöchen|hej|hi|hii+|hey+|heya|hello|helo|hellow|hullo|hiya|yo|sup|greetings|howdy|ahoy|morning|afternoon|evening|good (?:morning|afternoon|evening|day)|gm|hi there|hello there|hey there|hey guys|hi guys|hi all|hi team|hey y'all|hola|buenas|buenos (?:dias|días)|buenas (?:tardes|noches)|bonjour|bonsoir|salut|coucou|hallo|guten (?:tag|morgen|abend)|moin|servus|oi|ola|olá|opa|bom dia|boa (?:tarde|noite)|ciao|buongiorno|buonasera|namaste|namaskar|ji|salaam|salam|hoi|dag|привет|здравствуйте`;
const LINK = `lol|haha|hehe|lmao|omg|and|so|but|because|cause|cuz|since|also|well|yes|yeah|yep|yea|ya|sure|ok|okay|k|of course|no|actually|sorry|oh|ah|um|uh|hmm|ps|thanks|thank you|please|btw|by the way|again|absolutely|certainly|anyway|y|si|sí|et|und|oui|ja|sim|haan|ji|claro|right|correct|great|cool|perfect|first|ps`;
const OPENING = new RegExp(
  `(?:^|[.!?,;:\\n()>"*|\\]-]|\\p{Extended_Pictographic}\\ufe0f?|(?<![\\p{L}'])(?:${GREETING}|${LINK})|(?<![\\p{L}'])(?:hi|hey|hello|hiya|morning|dear|hola|bonjour|hallo|oi|tell|ask) \\p{L}{2,15})\\s*$`,
  'iu',
);
const GREETED = new RegExp(
  `(?:^\\s*|(?<![\\p{L}'])(?:${GREETING})(?: (?:there|guys|all|team|everyone|again|sir|madam|maam|ma'am|folks|\\p{L}+))?[\\s,.!-]*)$`,
  'iu',
);
const GREETS = new RegExp(`^\\s*(?:${GREETING})(?![\\p{L}'])`, 'iu');
const SALUTATION =
  /^\s*(?:hi|hey|hello|hiya|good morning|morning|dear|hola|bonjour|hallo|oi)\s\p{L}{2,15}[!.,\n][\s!.,]{0,3}/iu;
const GREETING_START = new RegExp(
  `^\\s*(?:(?:${GREETING}|ok|okay|yes|yeah|yep|sure|oh|ah|um|well|so|and|btw|sorry|no)(?![\\p{L}'])(?: (?:there|guys|all|team|everyone))?[\\s,.!-]*){1,3}`,
  'iu',
);

/** True when a message opens with a greeting. */
export function greets(text: string): boolean {
  return GREETS.test(text);
}

/** The length of a greeting with the name of the one greeted ("Hi Sarah! "), 0 without one. */
export function salutationLength(text: string): number {
  return SALUTATION.exec(text)?.[0].length ?? 0;
}

/** True when a clause can start at this place: after punctuation, a greeting or a linking word. */
export function startsClause(text: string, at: number): boolean {
  return OPENING.test(
    text.slice(Math.max(0, at - 40), at).replace(/^\S*(?=\s)/, at > 40 ? '' : '$&'),
  );
}

/** True when the message opens here, or a greeting stands just before. */
export function isGreeted(text: string, at: number): boolean {
  if (at > 60) return GREETED.test(text.slice(at - 40, at).replace(/^\S*/, '#'));
  return GREETED.test(text.slice(0, at));
}

/** The length of the greetings that a clause opens with, 0 without one. */
export function greetingLength(clause: string): number {
  return GREETING_START.exec(clause)?.[0].length ?? 0;
}
