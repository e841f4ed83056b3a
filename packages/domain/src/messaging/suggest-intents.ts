// What a message wants, and in which language to answer it.
import type { Turn } from '../enrichment/fields.ts';
import { findLanguage } from '../language/languages.ts';
import { plainTurns } from '../language/plain-turns.ts';
import { fold, plain } from '../language/tokens.ts';

/** What a message can want, the most pressing first: a complaint that says thanks is a complaint. */
export const INTENTS = [
  'complaint',
  'cancel',
  'hours',
  'price',
  'place',
  'status',
  'call',
  'schedule',
  'thanks',
  'yes',
  'no',
  'greeting',
  'goodbye',
  'question',
] as const;
export type Intent = (typeof INTENTS)[number];

/** The languages that answers can be written in without a model. */
export const SPOKEN = ['en', 'es', 'fr', 'de', 'pt'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** Words that give an intent away, folded: lower case, no accents. Each starts at a word. */
const CUES: Record<Spoken, Partial<Record<Intent, string>>> = {
  en: {
    complaint: `complain|unhappy|disappoint|terrible|awful|unacceptable|refund|broken|not working|doesn't work|still waiting|nobody (?:called|answered)|wrong (?:order|item|size)|damaged|ridiculous|frustrat|angry|poor service|overcharged`,
    cancel: `cancel|reschedul|postpone|can(?:'t|not) make it|won't make it|running late|move (?:my|our|the) (?:appointment|booking|meeting)|change (?:my|our|the) (?:appointment|booking|time)`,
    schedule: `appointment|book(?:ing)?\\b|schedul|availab|free (?:on|at|this|next|tomorrow)|meet(?:ing)?\\b|reserv|slot|when can (?:i|we|you)|what time (?:can|could|would|works)|(?:this|next) (?:week|monday|tuesday|wednesday|thursday|friday)|tomorrow`,
    price: `price|cost|how much|quote|rate[s]?\\b|fee[s]?\\b|charge|expensive|cheap|discount|budget|estimate`,
    hours: `open(?:ing)? (?:hours|times?|on|today|tomorrow|until|late|at)|(?:are|r) (?:you|u) open|what time do you (?:open|close)|when do you (?:open|close)|hours\\b|closed (?:on|today)|close (?:at|today)`,
    place: `address|where are you|located|location|direction|parking|how do i get|find you`,
    status: `status|track(?:ing)?\\b|any (?:update|news)|when will (?:it|my|the|you)|has (?:it|my)|where is my|arrive|shipped|delivered|ready\\b|did you get|have you (?:received|got)`,
    call: `call me|give me a (?:call|ring)|phone me|can (?:we|you|i) (?:talk|call)|ring me|speak (?:to|with)`,
    thanks: `thank|thx|\\bty\\b|appreciate|cheers`,
    yes: `^(?:yes|yep|yeah|sure|ok(?:ay)?|sounds good|perfect|great|works for me|confirmed?|will do|deal|agreed)\\b`,
    no: `^(?:no|nope|not interested|no thanks?|no thank you)\\b`,
    greeting: `^(?:hi|hello|hey|good (?:morning|afternoon|evening))\\b`,
    goodbye: `^(?:bye|goodbye|see you|talk (?:soon|later)|have a (?:good|nice|great)|good night|take care)`,
  },
  es: {
    complaint: `queja|reclam|decepcion|terrible|inaceptable|reembolso|devolucion|roto|rota|no funciona|sigo esperando|nadie (?:me )?(?:llamo|contesto|respondio)|equivocad|danad|molest|enfadad|mal servicio`,
    cancel: `cancel|reprogram|aplaz|no (?:puedo|podre|voy a poder) (?:ir|llegar|asistir)|llego tarde|voy tarde|cambiar (?:mi|la|nuestra) (?:cita|reserva|hora)`,
    schedule: `cita\\b|reserv|agend|disponib|turno|reunion|cuando (?:puedo|podemos|puede)|a que hora (?:puedo|podemos|le|te)|manana|(?:proxim|est)[oa] (?:semana|lunes|martes|miercoles|jueves|viernes)`,
    price: `precio|cuanto (?:cuesta|vale|es|sale|cobr)|presupuesto|tarifa|costo|coste|descuento|\\bcaro|barat`,
    hours: `horario|a que hora (?:abren|abre|cierran|cierra)|(?:estan|esta) abiert|abren (?:el|los|hoy|manana)|cuando (?:abren|cierran)|cerrad`,
    place: `direccion|donde (?:estan|esta|se encuentra|queda)|ubicacion|como llego|aparcar|estacionamiento|parking`,
    status: `estado (?:de|del)|seguimiento|alguna (?:novedad|noticia)|cuando (?:llega|estara|va a)|donde esta mi|ya (?:llego|esta|salio)|recibi(?:o|eron)`,
    call: `llam[ae](?:me|nme)|me (?:puede|puedes|pueden) llamar|podemos hablar|hablar (?:con|por telefono)`,
    thanks: `gracias|agradec`,
    yes: `^(?:si|claro|vale|ok|perfecto|de acuerdo|confirmado|genial|por supuesto)\\b`,
    no: `^no(?:,|\\.|$| gracias| me interesa)`,
    greeting: `^(?:hola|buen[oa]s(?: dias| tardes| noches)?|buen dia)\\b`,
    goodbye: `^(?:adios|hasta (?:luego|manana|pronto)|nos vemos|buenas noches|que tenga)`,
  },
  fr: {
    complaint: `plainte|reclam|decu|deception|inadmissible|inacceptable|rembours|casse|ne (?:marche|fonctionne)|marche pas|j'attends toujours|personne (?:ne )?m|erreur|abime|endommag|mecontent|enerv|scandal`,
    cancel: `annul|reporter|decaler|deplacer (?:mon|le|notre) (?:rendez|rdv)|changer (?:mon|le|notre) (?:rendez|rdv|horaire)|peux pas venir|pourrai pas|en retard|empech`,
    schedule: `rendez-vous|rdv|reserv|disponib|creneau|reunion|quand (?:puis|pouvons|pouvez|peut)|a quelle heure (?:puis|peut|pouv)|demain|(?:semaine|lundi|mardi|mercredi|jeudi|vendredi) prochain|cette semaine`,
    price: `prix|combien|tarif|devis|cout|remise|reduction|\\bcher`,
    hours: `horaire|(?:etes|est)[- ](?:vous )?ouvert|ouvert(?:s|e)? (?:le|les|demain|aujourd)|a quelle heure (?:ouvr|ferm)|quand (?:ouvrez|fermez)|ferme`,
    place: `adresse|ou (?:etes|est|se trouve|vous)|situe|comment (?:venir|arriver)|parking|stationn`,
    status: `suivi|ou en est|des nouvelles|quand (?:arrive|sera|vais)|ou est m|avez-vous recu|est (?:il|elle) pret|livre`,
    call: `appel(?:ez|le|er)[- ]?moi|m'appeler|me rappeler|rappelez|par telephone|parler (?:a|avec)`,
    thanks: `merci|remerci`,
    yes: `^(?:oui|d'accord|ok|parfait|bien sur|entendu|super|ca marche|c'est bon)`,
    no: `^non\\b|pas interess`,
    greeting: `^(?:bonjour|bonsoir|salut|coucou|hello)\\b`,
    goodbye: `^(?:au revoir|a bientot|a demain|bonne (?:journee|soiree|nuit)|bon week)`,
  },
  de: {
    complaint: `beschwer|enttausch|unzufrieden|unverschamt|inakzeptabel|erstatt|geld zuruck|kaputt|defekt|funktioniert nicht|geht nicht|warte immer noch|niemand|falsche? (?:ware|lieferung|grosse)|beschadigt|argerlich|reklam`,
    cancel: `absag|stornier|verschieb|verleg|termin (?:andern|nicht)|kann (?:\\w+ )?nicht kommen|schaffe es nicht|verspat|spater kommen`,
    schedule: `termin\\b|termine\\b|buch(?:en|ung)|reservier|verfugbar|hatten sie zeit|haben sie zeit|wann (?:kann|konn|hatten|passt|haben)|um wie viel uhr|morgen\\b|(?:nachste|diese)[nr]? (?:woche|montag|dienstag|mittwoch|donnerstag|freitag)|treffen`,
    price: `preis|kost(?:et|en)|wie ?viel|angebot|kostenvoranschlag|gebuhr|rabatt|teuer|gunstig`,
    hours: `offnungszeit|geoffnet|(?:haben|seid|sind) (?:sie|ihr) (?:\\w+ )?(?:offen|auf)\\b|wann (?:offn|mach|schlie)|geschlossen`,
    place: `adresse|wo (?:sind|seid|ist|finde|befind)|anfahrt|standort|park(?:en|platz)|wie komme ich`,
    status: `status|sendung|stand der|neuigkeit|etwas neues|wann kommt|wo ist mein|schon (?:fertig|da|angekommen|verschickt)|erhalten\\b|geliefert`,
    call: `ruf(?:en sie|t)? mich|anrufen|ruckruf|zuruckrufen|telefonier|sprechen`,
    thanks: `dank`,
    yes: `^(?:ja|jap|klar|ok(?:ay)?|passt|perfekt|gerne|einverstanden|super|in ordnung)\\b`,
    no: `^(?:nein|ne|kein interesse|nicht interessiert)\\b`,
    greeting: `^(?:hallo|hi|hey|guten (?:tag|morgen|abend)|moin|servus|gruss gott)\\b`,
    goodbye: `^(?:tschuss|auf wiedersehen|bis (?:bald|morgen|dann|spater)|schonen (?:tag|abend)|gute nacht)`,
  },
  pt: {
    complaint: `reclam|decepcion|pessim|inaceitavel|reembolso|devolucao|quebrad|nao funciona|ainda (?:estou )?esperando|ninguem (?:me )?(?:ligou|respondeu|atendeu)|errad|danificad|chatead|insatisfeit`,
    cancel: `cancel|remarcar|adiar|desmarcar|nao (?:vou|posso|consigo) (?:poder )?(?:ir|chegar|comparecer)|atrasad|mudar (?:o|a|meu|minha) (?:horario|consulta|reserva)`,
    schedule: `marcar|agend|reserv|consulta|disponib|reuniao|quando (?:posso|podemos|pode)|que horas (?:posso|podemos|fica)|amanha|(?:proxim|est)[oa] (?:semana|segunda|terca|quarta|quinta|sexta)|horario (?:livre|disponivel)`,
    price: `preco|quanto (?:custa|e|fica|sai|cobra)|orcamento|valor|tarifa|desconto|\\bcaro|barat`,
    hours: `horario de|que horas (?:abre|fecha)|(?:estao|esta) abert|abre(?:m)? (?:no|aos|hoje|amanha)|quando (?:abre|fecha)|fechad|funcionamento`,
    place: `endereco|onde (?:fica|e|estao|voces)|localizacao|como (?:chego|chegar)|estacionamento`,
    status: `status|andamento|rastre|alguma (?:novidade|noticia)|quando (?:chega|fica|vai)|onde esta (?:o )?meu|ja (?:chegou|esta pronto|saiu)|receb(?:eu|eram)`,
    call: `me lig(?:a|ue)|ligar para mim|pode(?:m)? (?:me )?ligar|falar (?:com|por telefone)|me retorne`,
    thanks: `obrigad|agradec|valeu`,
    yes: `^(?:sim|claro|ok|perfeito|combinado|pode ser|com certeza|otimo|beleza)\\b`,
    no: `^nao(?:,|\\.|$| obrigad| tenho interesse)`,
    greeting: `^(?:ola|oi|bom dia|boa tarde|boa noite)\\b`,
    goodbye: `^(?:tchau|ate (?:logo|amanha|mais|breve)|abracos?)\\b`,
  },
};

const QUESTION = /\?/;

const compiled = new Map(
  SPOKEN.map((language) => [
    language as string,
    Object.entries(CUES[language]).map(
      ([intent, cues]) => [intent as Intent, new RegExp(`(?<![\\p{L}])(?:${cues})`, 'mu')] as const,
    ),
  ]),
);

/** What a text wants, the most pressing first; none of these when nothing is recognised. */
export const readIntents = (text: string, language: string): Intent[] => {
  const folded = plain(text)
    .split('\n')
    .map((line) => fold(line).trim())
    .join('\n')
    .slice(0, 4000);
  const found = new Set<Intent>(
    (compiled.get(language) ?? []).filter(([, cue]) => cue.test(folded)).map(([intent]) => intent),
  );
  if (QUESTION.test(folded)) found.add('question');
  return INTENTS.filter((intent) => found.has(intent));
};

/** Which of the spoken languages the contact writes: as it reads, as it is on record, as its words give away. */
export const speechOf = (turns: Turn[], preferred: string | null): Spoken => {
  const read = findLanguage(plainTurns(turns))?.value;
  const known = [read, preferred?.slice(0, 2).toLowerCase()].find(isSpoken);
  if (known) return known;
  const last = turns.at(-1)?.body ?? '';
  return SPOKEN.find((language) => readIntents(last, language).some(isTelling)) ?? 'en';
};

const isSpoken = (language: string | undefined): language is Spoken =>
  SPOKEN.some((spoken) => spoken === language);

/** A question mark is in every language. */
const isTelling = (intent: Intent): boolean => intent !== 'question';
