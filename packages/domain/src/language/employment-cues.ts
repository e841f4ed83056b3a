// The phrases with which people say where they work and as what.

const B = `(?<![\\p{L}\\p{N}'])`;

const E = `(?![\\p{L}\\p{N}'])`;

function phrase(source: string): RegExp {
  return new RegExp(`${B}(?:${source})${E}\\s?`, 'giu');
}

/** A company follows: said outright. */
export const WORKPLACE = phrase(
  `(?:i|we)(?:'m| am|'ve been| have been)?(?: currently| now| just| also| both)? (?:work|works|working|employed)(?: full time| part time| remotely| here)? (?:for|at|with|over at)|(?:got |was |been |just )?hired (?:at|by)|(?:(?:i|we) (?:have|own|run|started|opened)|we're|we are) (?:a|an|my own) (?:[\\p{L}-]+ ){1,3}(?:called|named)|calling from|texting from|writing from|emailing from|reaching out from|calling on behalf of|on behalf of|we at|us at|all of us at|here at|my (?:company|business|employer|firm|store|agency|practice|workplace)(?: is| name is|'s name is|'s)?(?: called| named)|my (?:company|business|employer|firm) is|our (?:company|firm|business) is(?: called)?|company(?: name)? ?[:=]|organi[sz]ation ?[:=]|employer ?[:=]|trabajo (?:en|para|con)|mi empresa(?: es| se llama)|je travaille (?:chez|pour|à)|mon entreprise(?: est| s'appelle)|ich arbeite (?:bei|für)|meine firma(?: ist| heißt)|(?:eu )?trabalho (?:na|no|em|para)|minha empresa(?: é| se chama)`,
);

/** A company may follow, or a car, a race, a person: only a capital or a business word makes it one. */
export const MAYBE_WORKPLACE = phrase(
  `(?:i|we)(?:'m| am)? (?:run|own|manage|joined|just joined|founded|cofounded|co-founded|operate|running|owning|started|opened|represent)|owner of|the owner of|i(?:'m| am)? (?:in|handle|do|lead|head|teach|drive|cook|coach|run|manage)(?: \\p{L}+){1,3} (?:at|for)|i teach at|(?:we're|we are)(?: with)?|(?:i'm|im|i am) with|here from|here with|(?:my|our) (?:company|business|shop|store|firm|studio|cafe|restaurant|salon|bakery|brewery|agency|practice|school|clinic|office)(?:,| is| -)?|(?:calling|texting|writing|ordering|asking|emailing) for|(?:invoice|bill)(?: it| this)? to|made out to|le (?:escribo|llamo) de|(?:llamo|escribo) de(?: parte de)?|wir von|wir sind|nous sommes|somos(?: de| da)?`,
);

/** A title follows. */
export const ROLE = phrase(
  `as an?|i mean|i(?:'m| am)?(?: currently| now)? (?:work|working|employed|serve|started|start)(?: here)? as|(?:just )?started as|i(?:'m| am)|im|soy|trabajo (?:como|de)|je suis|je travaille comme|ich bin|ich arbeite als|(?:eu )?sou|trabalho como|my (?:job title|title|role|job|position|occupation)(?: is|'s)|(?:job )?title ?[:=]|role ?[:=]|position ?[:=]|we're|i work in`,
);

/** After "I own": a thing, not a company. */
export const COMMON_NOUN = /^(?:[Aa]n?|[Mm]y own)\s(?!\p{Lu}\p{Ll})/u;

export const THIS_IS = /(?<![\p{L}'])(?:this is|it's|its)\s(?=\p{L})/giu;

/** Words without which no phrase about a workplace is there; most messages have none. */
export const WORKPLACE_WORDS = new Set(
  `work works working employed hired joined have calling texting writing emailing reaching behalf we us here my our company organization
  organisation employer run own manage founded cofounded operate running owning started opened represent owner with
  this it's its i'm im i am we're be invoice bill made llamo escribo wir nous somos order teach handle trabajo empresa travaille entreprise arbeite firma trabalho`.split(
    /\s+/,
  ),
);

/** The contact no longer works there, or somebody else does. */
export const NOT_NOW =
  /\b(?:used to|lost (?:my|our) job|formerly|former|previously|left|quit|no longer|laid off|fired from|don't|not|never|ex|until last|retired|he|she|they|husband|wife|friend|brother|sister|boss|son|daughter|who|if|should i|want to|like to|would|antes|ya no|früher|avant)\b[^.!?,;\n]{0,20}$/i;

export const JOINED =
  /^[\s,]{0,2}(?:here\s)?(?:over )?(?:from \p{L}+ at|at|for|with|w\/|from|of|@|en|de la (?:empresa|société|societe)|de chez|de|del|chez|de l'|du|bei|von der firma|von|der|na|no|da|do|em|à)(?!\p{L})\s?(?=\S)/iu;

export const ASKED_COMPANY =
  /\b(?:which|what|name of (?:the|your)|your) (?:company|business|practice|firm|organi[sz]ation|employer|workplace|shop|store|restaurant|salon|school)|for (?:a|your) (?:business|company)|who should (?:i|we) (?:invoice|bill)|where do you work|who do you work for|company name|qué empresa|quelle (?:entreprise|société)|welche firma|qual empresa\b/i;

export const ASKED_ROLE =
  /\bwhat do you do(?: for (?:work|a living))?\b|\byour (?:role|position|job|title|job title|occupation)\b|\bdo you do for work\b|\bline of work\b/i;
