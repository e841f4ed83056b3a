// The phrases with which people say their own name, by language, as one table.

import type { Trust } from './name-reader.ts';

export type NameCue = {
  pattern: RegExp;
  trust: Trust;
  /** How much a name found so weighs: 4 asked to be called, 3 said outright, 2 introduced, 1 hinted. */
  weight: number;
  /** True when the phrase counts only at the start of a clause ("I'm Ana", not "if I'm Ana"). */
  clause: boolean;
  /** True when only the speaker can be meant ("I'm"), whatever was asked before. */
  self: boolean;
  /** Which part of the name follows. */
  part: 'full' | 'first' | 'last';
};

function cue(
  source: string,
  trust: Trust,
  weight: number,
  options: Partial<NameCue> = {},
): NameCue {
  const gap = trust === 'strong' ? `[\\s:=,"*(-]{0,5}` : `[\\s,:]{1,3}`;
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}'])(?:${source})(?![\\p{L}\\p{N}])${gap}`, 'giu'),
    trust,
    weight,
    clause: false,
    self: false,
    part: 'full',
    ...options,
  };
}

const RELATIVE = `mum|mom|mummy|mother|dad|father|wife|husband|hubby|daughter|son|sister|brother|girlfriend|boyfriend|fianc[eé]e?|partner|neighbou?r|tenant|landlord|landlady|assistant|pa|secretary|colleague|friend|mate|roommate|flatmate|housemate|aunt|auntie|uncle|cousin|niece|nephew|nan|gran|grandma|grandmother|grandpa|grandson|granddaughter|stepmom|stepdad|carer|agent|lawyer|account holder|account owner|owner|patient|customer|client|buyer|seller|bride|groom|homeowner|driver|guy|girl|lady|one`;
const ADVERB = `(?:\\s(?:actually|really|just|still|now|again|officially|legally|simply|in fact|btw))?`;
const IS = `(?:'?s| is| iz| id| si|is| would be| will be| should be| be|=)?`;
const CLAUSE = { clause: true };
const SELF = { clause: true, self: true };

/** Forward cues: the name follows the phrase. */
export const CUES: NameCue[] = [
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
  cue(`(?:full |your |contact )?name\\s?[:=]`, 'strong', 3, CLAUSE),
  cue(
    `(?:the )?name (?:for|on) (?:the |my |this )?[a-z]{3,15}(?: is| should be| will be|:)`,
    'fair',
    2,
  ),
  cue(`(?:you|u) (?:have|got|saved|listed|know) me (?:down |saved |listed )?as`, 'strong', 2),
  cue(`under my (?:own )?name`, 'fair', 3),
  cue(`hello this|hi this|hey this`, 'fair', 2, SELF),
  cue(`first ?name\\s?[:=]`, 'strong', 3, { part: 'first', clause: true }),
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
    `(?:this is|this's|thisis|dis is|it's|its|it is|tis|it's me|its me|'tis|this be)${ADVERB}`,
    'fair',
    2,
    CLAUSE,
  ),
  cue(
    `(?:i'?m|i am|im|this is|it's|its|it is) (?:(?:your|ur|his|her|their|the) |\\p{L}{2,15}'?s )(?:\\p{L}+ )?(?:${RELATIVE})`,
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
  // Spanish
  cue(`(?:yo )?me llamo`, 'strong', 3),
  cue(`mi nombre(?: completo)?(?: es)?`, 'strong', 3),
  cue(`mi apellido(?: es)?|de apellido`, 'strong', 3, { part: 'last' }),
  cue(
    `(?:yo )?soy|le habla|te habla|les habla|habla|le escribe|te escribe|le saluda|te saluda`,
    'fair',
    2,
    CLAUSE,
  ),
  cue(
    `(?:pueden?|puedes) (?:llamarme|decirme)|me (?:dicen|llaman|conocen como)|d[ií]ga(?:n)?me|dime|ll[aá]m[ae](?:n)?me`,
    'fair',
    4,
    {
      part: 'first',
    },
  ),
  // French
  cue(`(?:je )?m'appel+e|je me nomme`, 'strong', 3),
  cue(`mon (?:nom|prénom|prenom)(?: complet)?(?: est| c'est)?`, 'strong', 3),
  cue(`je suis|moi,? c'est|c'est|ici`, 'fair', 2, SELF),
  // German
  cue(`ich hei(?:ß|ss)e|ich nenne mich`, 'strong', 3),
  cue(`mein (?:voller |vollständiger )?(?:name|nachname|vorname)(?: ist| lautet)?`, 'strong', 3),
  cue(`ich bin(?: der| die)?|hier ist|hier spricht|hier schreibt`, 'fair', 2, SELF),
  // Portuguese
  cue(`(?:o )?meu nome(?: completo)?(?: é| e|é)?`, 'strong', 3),
  cue(`(?:eu )?me chamo|chamo-me`, 'strong', 3),
  cue(
    `(?:eu )?sou(?: o| a)?|aqui (?:é|e|fala|quem fala é|quem fala e)(?: o| a)?|quem fala (?:é|e)(?: o| a)?`,
    'fair',
    2,
    CLAUSE,
  ),
  // Italian and Dutch
  cue(`(?:io )?mi chiamo|il mio nome (?:è|e)`, 'strong', 3),
  cue(`sono|qui è`, 'fair', 2, SELF),
  cue(`mijn naam is|ik heet`, 'strong', 3),
  cue(`ik ben|je spreekt met|u spreekt met`, 'fair', 2, SELF),
  // Hindi in Latin letters
  cue(`(?:mera|mer[ae]|my) (?:naam|nam)(?: hai| hain)?`, 'strong', 3),
  cue(`(?:main|mein|mai|me)`, 'fair', 2, SELF),
  cue(`mujhe|log mujhe`, 'fair', 2, SELF),
  // Russian, Chinese, Japanese, Arabic, Hindi in their own letters
  cue(`меня зовут|мо[её] имя`, 'strong', 3),
];

/** Cues of scripts without spaces: the name is what the group holds. */
export const INLINE_CUES: RegExp[] = [
  /(?:我叫|我的名字是|我名叫)(?<name>[\p{Script=Han}]{2,4}?)(?=$|[,.!?\s，。！、]|我|想|是)/u,
  /(?:私の名前は|名前は)(?<name>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}?)(?=です|と申|と言|といい|$|[,.!\s。])/u,
  /(?<![\p{L}])اسمي\s(?<name>[\p{Script=Arabic}]{2,15})/u,
  /मेरा नाम\s(?<name>[\p{Script=Devanagari}]{2,15}(?:\s[\p{Script=Devanagari}]{2,15})?)\sहै/u,
];

/** Backward cues: the name stands before the phrase, alone in its clause. */
export const TRAILING_CUES: RegExp[] = [
  /\s(?:here|speaking|calling|texting|over here|on the line|this side)(?=\s*(?:$|[.,!?;:\n(-]|\b(?:from|with|at|again|regarding|re|about|just|i|im|i'm|i'd|we|how|can|could|do|the|your|wanted|want|need|checking|and|to|following|is the|got|back)\b|\p{Extended_Pictographic}))/iu,
  /,?\s(?:is|'s|es|is actually) (?:my|mi) (?:full |first )?(?:name|nombre)\b/iu,
  /\s(?:hier|ici|al habla|aqui|aquí|à l'appareil|am apparat)(?=\s*(?:$|[.,!?;\n]|von|de|del|da))/iu,
  /\s(?:bol|baat kar) (?:raha|rahi|rha|rhi|raha|rahe)\b/iu,
  /\s(?:naam|nam) hai(?: mera| meraa)?(?=\s*(?:$|[.,!\n]))/iu,
];

const GREETING = `hi|hii+|hey+|heya|hello|helo|hellow|hullo|hiya|yo|sup|greetings|howdy|ahoy|morning|afternoon|evening|good (?:morning|afternoon|evening|day)|gm|hi there|hello there|hey there|hey guys|hi guys|hi all|hi team|hey y'all|hola|buenas|buenos (?:dias|días)|buenas (?:tardes|noches)|bonjour|bonsoir|salut|coucou|hallo|guten (?:tag|morgen|abend)|moin|servus|oi|ola|olá|opa|bom dia|boa (?:tarde|noite)|ciao|buongiorno|buonasera|namaste|namaskar|salaam|salam|hoi|dag|привет|здравствуйте`;
const LINK = `and|so|but|because|cause|cuz|since|also|well|yes|yeah|yep|yea|ya|sure|ok|okay|k|of course|no|actually|sorry|oh|ah|um|uh|hmm|ps|thanks|thank you|please|btw|by the way|again|absolutely|certainly|anyway|y|si|sí|et|und|oui|ja|sim|haan|ji|claro|right|correct|great|cool|perfect|first|ps`;
const OPENING = new RegExp(
  `(?:^|[.!?,;:\\n()>"*-]|\\p{Extended_Pictographic}\\ufe0f?|(?<![\\p{L}'])(?:${GREETING}|${LINK})|(?<![\\p{L}'])(?:hi|hey|hello|hiya|morning|dear|hola|bonjour|hallo|oi) \\p{L}{2,15})\\s*$`,
  'iu',
);
const GREETED = new RegExp(
  `(?:^\\s*|(?<![\\p{L}'])(?:${GREETING})(?: (?:there|guys|all|team|everyone|again|sir|madam|maam|ma'am|folks|\\p{L}+))?[\\s,.!-]*)$`,
  'iu',
);
const SALUTATION =
  /^\s*(?:hi|hey|hello|hiya|good morning|morning|dear|hola|bonjour|hallo|oi)\s\p{L}{2,15}[!.,\n][\s!.,]{0,3}/iu;
const GREETING_START = new RegExp(
  `^\\s*(?:(?:${GREETING}|ok|okay|yes|yeah|yep|sure|oh|ah|um|well|so|and|btw|sorry|no)(?![\\p{L}'])(?: (?:there|guys|all|team|everyone))?[\\s,.!-]*){1,3}`,
  'iu',
);

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
