// What the business asked just before: the contact's own name, somebody else's, or something else.

/** What a question was about. */
export type Asked = 'own' | 'booking' | 'first' | 'last' | 'other' | 'spelling' | null;

const SPELLING = /\b(?:spell(?:ing|ed)?|how do you (?:write|spell))\b/i;
const OWN_LAST =
  /\b(?:your|ur|the|an?d?) (?:last|family|sur) ?name\b|\bsurname\b|\blast name\b|^\s*(?:and )?(?:your )?last\s*\?|\btu apellido\b|\bsu apellido\b|\bnachname\b|\bnom de famille\b|\bsobrenome\b/i;
const OWN_FIRST =
  /\b(?:your|ur|the) (?:first|given) ?name\b|\bvorname\b|\bprénom\b|\bfirst name\b/i;
const OWN =
  /\b(?:your|ur|yr|yo?r) (?:good |full |complete |own |legal |first and last |first & last |first and the last )?name\b(?! of)|\band yours\s*\?|\byour details\b|\bfull name\b|\bfirst and last name\b|\bname and surname\b|\bwho am i (?:speaking|talking|chatting|texting|dealing)|\bwho(?:'s| is)? (?:this|dis)\b(?! for| from)|\bwho (?:are|r) (?:you|u)\b|\bwho is it\b|\bwho(?:'s| is) (?:asking|there|speaking|calling|texting|writing|contacting)\b|\bwho do i have (?:the pleasure|on)|\bwhom am i|\bwith whom am i|\bwho(?:m)? (?:may|should|shall|can) i say\b|\bwhat (?:should|shall|do|can|may|would you like me to) (?:i|we) call you\b|\bmay (?:i|we) (?:have|get|know|ask) (?:a |the )?name\b|\b(?:can|could|may) (?:i|we) (?:have|get|grab) (?:a |the |ur )?name\b|\bname,? please\b|^\s*name\s*\?|\band you are\b|\bhow (?:should|may|can|do) i address you\b|\bintroduce yourself\b|\bcómo (?:se|te) llamas?\b|\bcomo (?:se|te) llamas?\b|\b(?:su|tu) nombre\b|\bcon quién (?:hablo|tengo)|\bquién (?:habla|es|escribe)\b|\bme (?:regala|da|das|dice|dices) (?:su|tu) nombre|\bwer (?:ist|schreibt|spricht) (?:da|denn)|\bqui est-ce\b|\bc'est qui\b|\b(?:votre|ton) prénom\b|\bnome completo\b|\bnombre completo\b|\b(?:naam|nam) (?:batai|bata|kya)|\bkaun\b|\bà qui ai-je l'honneur|\bpoora na+m\b|\bqu?al (?:é )?(?:o )?seu nome\b|\bcomment (?:vous|tu) (?:vous |t')?appel|\bqui est à l'appareil\b|\b(?:ihr|ihren|dein|deinen) (?:vollständigen |vollen )?(?:vor)?namen?\b|\bwie (?:heißen|heissen|heißt|heisst) (?:sie|du)\b|\bmit wem spreche\b|\b(?:seu|o seu|teu) nome\b|\bcomo (?:você |voce )?se chama\b|\bcom quem (?:eu )?falo\b|\baap ?ka (?:shubh |kya )?na+m\b|\bkaun bol\b|\bnaam kya\b|\bil tuo nome\b|\buw naam\b/i;
const BOOKING =
  /\b(?:name|nombre|nom|namen|nome)\b[^.?!\n]{0,24}\b(?:for|on|under|para|pour|für|to put on)\b[^.?!\n]{0,12}\b(?:booking|reservation|appointment|order|account|policy|table|file|list|ticket|invoice|quote|delivery|pickup|pick-up|reserva|cita|réservation|termin|reservierung)\b|\b(?:under )?what name\b[^.?!\n]{0,40}\b(?:put|under|book|reserve|reservation|booking|appointment|order)\b|\b(?:what|which) name (?:should|shall|can|do|is|will|would)\b|\bunder (?:what|which) name\b|\b(?:what|which) name (?:is|goes|does|do)\b|\bvotre nom\b|\b(?:à )?quel nom\b|\b(?:auf|unter) (?:welchen|welchem|wessen) namen\b|\ba nombre de (?:quién|quien)\b|\bem nome de quem\b|\bkiske na+m\b|^\s*name\b(?! (?:your|the|a|an|some|of)\b)|\bname (?:and|\+|&) (?:e-?mail|phone|number)\b|\b(?:and|your|unit and|with) name\s*\?|\bwho(?:se)? (?:is the |name is the )(?:booking|reservation|appointment|order)\b/i;
const OTHER =
  /\b(?:who|whom|whose|name (?:your|the|a|some)|write on|print on|engrave|on the (?:cake|card|gift|jersey|tag|mug|shirt|plaque)|recipient|beneficiary|payee|receiver|contact(?:'s)? name|name of|names of|named|what(?:'s| is) (?:his|her|their|its)|(?:his|her|their|its) name|to which (?:person|contact)|which (?:artist|actor|director|doctor|song|movie|restaurant|hotel|therapist|event|album|person|contact)|what (?:song|movie|artist|restaurant|event|title)|any preference|who else|emergency contact|(?:guest|passenger|patient|child|pet|dog|cat|doctor|agent|friend|husband|wife|partner|mother|father|mom|dad|boss|manager|landlord|company|business|therapist|dentist|artist|singer|actor|director|movie|song|event|alarm|restaurant|salon|hotel|street|school|insurance|referr\w+)(?:'s|s'|s)? name|maiden|destinatario|a quién|à qui|an wen|para quem)\b/i;

/** A question about a work or a professional, which a name may answer. */
const ABOUT_OTHERS =
  /\b(?:artist|singer|band|actor|actress|director|song|album|movie|film|genre|title|stylist|therapist|doctor|dentist|event|recipient)s?\b[^.!]*\?/i;

/** Without any of these a message asks for no name. */
const ASKS =
  /\?|name|who|spell|nom\b|nombre|introduce|details|kaun|naam|nome|recipient|call you|address you|apell|heißen|heissen|gusto/i;

/**
 * What the last message of the business asked for, judged by its question.
 * @param text - outbound message in plain signs
 */
export function asked(text: string): Asked {
  const tail = text.slice(-600);
  if (!ASKS.test(tail)) return null;
  const other = tail.replace(OWN, ' ').replace(BOOKING, ' ');
  const isOther = OTHER.test(other) || ABOUT_OTHERS.test(other);
  const own = OWN.test(tail);
  if (isOther && !own) return OWN_LAST.test(tail) && !/name of/i.test(tail) ? 'last' : 'other';
  if (SPELLING.test(tail) && !OWN_LAST.test(tail)) return 'spelling';
  if (OWN_LAST.test(tail) && !OWN_FIRST.test(tail) && !/first and last/i.test(tail)) return 'last';
  if (own) return isOther && !/\?[^?]*$/.test(tail) ? 'other' : 'own';
  if (OWN_FIRST.test(tail)) return /last/i.test(tail) ? 'own' : 'first';
  if (BOOKING.test(tail)) return 'booking';
  return null;
}

const FILLER =
  /^(?:[\s,.!?:;"'*()-]|\+?\d[\d\s().-]{5,18}|\p{Extended_Pictographic}|(?:sure|sure thing|surely|yes|yeah|yep|yea|yup|ya|ok|okay|k|of course|certainly|absolutely|no problem|no worries|np|hi|hey|hello|hi there|oh|um|uh|well|so|sorry|right|it's called|its called|we're called|called|it's|its|it is|it s|that's|thats|that is|that would be|that'd be|that'll be|it would be|it'd be|put it under|put it down as|put|under|make it|make that|book it under|the name is|the name's|name is|name's|name|the name|names|this is|i'm|im|i am|iam|am|just|please|here|as|you can put|use|for|claro|con|a nombre de|é|ji|si|sí|sim|oui|ja|haan|ji|es|soy|sou|je suis|c'est|ich bin|a nombre de|au nom de|auf|my name|mine|mine is|mine's|me|\p{L}{2,15}'?s (?:wife|husband|mum|mom|dad|daughter|son|sister|brother|partner|assistant|pa|girlfriend|boyfriend),?|last name|surname|first name|last|first|full name|spelled|on)(?![\p{L}\p{N}']))+/iu;

/** The offset at which an answer's content starts: after "sure, it's ...". */
export function answerStart(text: string): number {
  return FILLER.exec(text)?.[0].length ?? 0;
}
