// The phrases with which people say their own name in languages other than English.

import {
  CALLED,
  CLAUSE,
  cue,
  SELF,
  SELF_ALWAYS_KNOWN,
  SELF_KNOWN,
  type NameCue,
} from './name-cue.ts';

/** Forward cues: the name follows the phrase. */
export const WORLD_CUES: NameCue[] = [
  // Spanish
  cue(`(?:yo )?me llamo`, 'strong', 3),
  cue(`mi nombre(?: completo)?(?: es)?`, 'strong', 3),
  cue(`mi apellido(?: es)?|de apellido`, 'strong', 3, { part: 'last' }),
  cue(`(?:yo )?soy(?: yo| la| el)?,?`, 'fair', 2, SELF_KNOWN),
  cue(`(?:le|te|les) habla|habla|(?:le|te) (?:escribe|saluda)|de parte de`, 'fair', 2, CLAUSE),
  cue(
    `(?:pueden?|puedes) (?:llamarme|decirme)|me (?:dicen|llaman|conocen como)`,
    'fair',
    4,
    CALLED,
  ),
  cue(`d[ií]ga(?:n)?me|ll[aá]m[ae](?:n)?me`, 'fair', 4, CALLED),
  cue(`(?:nombre|nom|nome|naam|nimi|imię)(?: completo| complet)?\\s?:`, 'strong', 3, CLAUSE),
  cue(`(?:prénom|prenom|vorname|voornaam|primeiro nome)\\s?:`, 'strong', 3, {
    part: 'first',
    clause: true,
  }),
  cue(
    `(?:nachname|apellidos?|nom de famille|sobrenome|cognome|achternaam|familienname)\\s?:`,
    'strong',
    3,
    { part: 'last', clause: true },
  ),
  // French
  cue(`(?:je )?m'appel+e|je me nomme`, 'strong', 3),
  cue(`mon (?:nom|prénom|prenom)(?: complet)?(?: est| c'est)?`, 'strong', 3),
  cue(`je suis`, 'fair', 2, SELF_KNOWN),
  cue(`moi,? c'est|c'est moi,?|c'est|c|ici`, 'fair', 2, CLAUSE),
  cue(`appel+ez[- ]moi|appel+e[- ]moi|(?:vous pouvez|tu peux) m'appeler`, 'fair', 4, CALLED),
  // German
  cue(`ich hei(?:ß|ss)e|ich nenne mich`, 'strong', 3),
  cue(`mein (?:voller |vollständiger )?(?:name|nachname|vorname)(?: ist| lautet)?`, 'strong', 3),
  cue(`ich bin(?:'?s)?,?(?: der| die)?`, 'fair', 2, SELF_ALWAYS_KNOWN),
  cue(`hier (?:ist|spricht|schreibt)(?: der| die)?`, 'fair', 2, CLAUSE),
  cue(`(?:nennen sie mich|nenn mich|nennt mich|sag(?:t|en sie)? einfach)`, 'fair', 4, CALLED),
  // Portuguese
  cue(`(?:o )?meu nome(?: completo)?(?: é| e|é)?`, 'strong', 3),
  cue(`(?:eu )?me chamo|chamo-me`, 'strong', 3),
  cue(`(?:eu )?sou(?: o| a| eu,?)?`, 'fair', 2, SELF_KNOWN),
  cue(
    `aqui (?:é|e|fala|quem fala é|quem fala e)(?: o| a)?|quem fala (?:é|e)(?: o| a)?|é(?: o| a)?`,
    'fair',
    2,
    CLAUSE,
  ),
  cue(`(?:pode|podem|pode-se) me chamar de|me chamam? de|me chame de`, 'fair', 4, CALLED),
  // Hindi in Latin letters
  cue(`mer[ae] (?:poora )?(?:naam|nam)(?: hai| hain)?`, 'strong', 3),
  cue(`myself`, 'fair', 2, SELF),
  // Italian, Dutch, Swedish, Norwegian, Danish, Polish, Turkish, Indonesian
  cue(`(?:io )?mi chiamo|il mio nome (?:è|e)`, 'strong', 3),
  cue(`sono|qui è`, 'fair', 2, CLAUSE),
  cue(`mijn naam is|ik heet`, 'strong', 3),
  cue(`ik ben|(?:je|u) spreekt met|met|dit is`, 'fair', 2, CLAUSE),
  cue(`jag heter|jeg heter|mitt namn (?:är|e)|mitt navn er|mit navn er`, 'strong', 3),
  cue(`jag är|jeg er|det är|det er`, 'fair', 2, CLAUSE),
  cue(`nazywam się|mam na imię|mówi`, 'strong', 3),
  cue(`benim adım|adım`, 'strong', 3),
  cue(`nama saya|namaku`, 'strong', 3),
  // Russian and Ukrainian
  cue(`меня зовут|мо[её] имя|мене звати`, 'strong', 3),
];

/** Cues of scripts without spaces or cases: the name is what the group holds. */
export const INLINE_CUES: RegExp[] = [
  /(?:我叫|我的名字是|我名叫)(?<name>[\p{Script=Han}]{2,4}?)(?=$|[,.!?\s，。！、]|我|想|是)/u,
  /(?:私の名前は|名前は)(?<name>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}?)(?=です|と申|と言|といい|$|[,.!\s。])/u,
  /(?<![\p{L}])اسمي\s(?<name>[\p{Script=Arabic}]{2,15})/u,
  /मेरा नाम\s(?<name>[\p{Script=Devanagari}\p{M}]{2,15}(?:\s[\p{Script=Devanagari}\p{M}]{2,15})?)\sहै/u,
];

/** What comes before the name of a backward cue and is no part of it. */
export const LEAD =
  /^\s*(?:(?:hi|hey|hello|yes|ok|hola|namaste|namaskar|ji|sir|madam|hallo|oi|bonjour)[\s,!.]+){0,2}(?:it's|its|it is|this is|main|mein|mai|me|mera|meraa|der|die|yahan|(?:\p{L}{2,15}'s|your|ur)\s(?:mum|mom|dad|wife|husband|friend|mate|sister|brother|son|daughter|neighbou?r|assistant|roommate|partner))\s+/iu;

/** Backward cues after which nothing but a name can have stood. */
export const CERTAIN_TRAIL = /\b(?:name|nombre|bol|kar|naam|nam)\b/i;

/** Backward cues: the name stands before the phrase, alone in its clause. */
export const TRAILING_CUES: RegExp[] = [
  /\s(?:here|speaking|calling|texting|writing|messaging|emailing|over here|on the line|this side)(?=\s*(?:$|[.,!?;:\n(-]|\b(?:from|with|at|again|regarding|re|about|just|i|im|i'm|i'd|we|how|can|could|do|the|your|wanted|want|need|checking|and|now|too|to|for|on|following|is the|got|back)\b|\p{Extended_Pictographic}))/iu,
  /,?\s(?:is|'s|es|is actually) (?:my|mi) (?:full |first )?(?:name|nombre)\b/iu,
  /\s(?:mein name|ist mein name)\b/iu,
  /\s(?:hier|ici|al habla|aqui|aquí|por acá|por aca|por aquí|à l'appareil|am apparat|am telefon)(?=\s*(?:$|[.,!?;\n]|von|vom|de|del|da|do))/iu,
  /\s(?:bol|baat kar) (?:raha|rahi|rha|rhi|rahe)\b/iu,
  /(?<=\b(?:main|mai|mein)\s[\p{L}\s]{2,40})\s(?:hoon|hun|hu|hoo)(?=\s*(?:$|[.,!\n]|aur\b|se\b))/iu,
  /\s(?:naam|nam) (?:hai|h)(?: mera| meraa)?(?=\s*(?:$|[.,!\n]))/iu,
];
