// The words after which somebody names what they like, want or care about, per language.

/** `like`: a taste; `want`: something they want to have, buy or get done. */
export type InterestCue = { pattern: RegExp; kind: 'like' | 'want'; strength: number };

const ADVERBS =
  '(?:(?:really|also|absolutely|just|still|always|do|truly|both|totally|especially|simply|mostly|particularly|so|definitely|actually|all|even|rather|currently|now|thinking of) )*';
const I = `(?:^|[^\\p{L}'])(?:i|we|my (?:wife|husband|partner|son|daughter|kids|boys|girls|family|mom|mum|dad) and i) ${ADVERBS}`;
const IM = `(?:^|[^\\p{L}'])(?:i'?m|i am|we'?re|we are|been|have been|i've been|started|starting) ${ADVERBS}`;
const GET =
  '(?:order|book|buy|get|rent|replace|fix|repair|have|try|see|visit|learn|reserve|schedule|hire|build|make|plan|upgrade|set up|sign up for|arrange)';

function cue(kind: 'like' | 'want', strength: number, source: string): InterestCue {
  return { kind, strength, pattern: new RegExp(source, 'giu') };
}

/** No English cue without one of these: it spares most sentences the slow patterns. */
export const ENGLISH_HINT =
  /lov|ador|enjoy|cherish|lik|prefer|collect|into |passion|obsess|fond|keen|crazy|hooked|fan|interested|favo|hobb|looking|after|market|hunting|shopping|thinking|planning|saving|consider|need|want|wanna|hop|'d |would|quote|pric|estimate|figure|lead time|look at|do (?:you|u|ya)|(?:can|could) (?:you|u|ya|gus)/i;

/** English: the phrase that follows is read as a noun phrase or as "-ing" with its object. */
export const ENGLISH_CUES: InterestCue[] = [
  cue('like', 3, `${I}(?:love|adore|enjoy|cherish)s? `),
  cue('like', 2, `${I}(?:like|prefer|collect) `),
  cue(
    'like',
    3,
    `${IM}(?:(?:really|so|very|super|big) )?(?:into|passionate about|obsessed with|fond of|keen on|crazy about|hooked on|a (?:big|huge) fan of|fans? of) `,
  ),
  cue('like', 2, `${IM}interested in `),
  cue(
    'like',
    3,
    `(?:^|[^\\p{L}])(?:my|our) (?:(?:big|all-time|absolute|new) )?(?:favou?rite(?: \\p{L}+)?|hobb(?:y|ies)|passion) (?:is|are|include) `,
  ),
  cue('like', 2, `(?:^|[.!] )(?:love|loving|obsessed with) (?=the |a |an )`),
  cue(
    'want',
    2,
    `${IM}(?:looking (?:for|at (?:buying|getting))|after|in the market for|hunting for|shopping for|thinking (?:of|about) (?=an? |some |\\p{L}+ing |new )|planning|saving (?:up )?for|considering) `,
  ),
  cue(
    'want',
    2,
    `(?:^|[.!?,] |hi |hey )(?:looking for|interested in|need|want|after) (?=an? |some |\\d|\\p{L}+s )`,
  ),
  cue('want', 2, `${I}(?:need|want|wanted|would (?:like|love)) (?!to |all )`),
  cue('want', 2, `(?:^|[^\\p{L}'])(?:i|we)'d (?:really )?(?:like|love) (?!to )`),
  cue(
    'want',
    2,
    `(?:^|[^\\p{L}'])(?:(?:i|we)'d (?:like|love)|(?:i|we) (?:would like|would love|want|need|wanna|hope|am hoping|are hoping)|i'm hoping|like) to ${GET} `,
  ),
  cue(
    'want',
    2,
    `(?:^|[^\\p{L}'])(?:(?:quote|pricing|estimate|lead time)s? (?:for|on)|(?:price|figure) on|to look at) `,
  ),
  cue(
    'want',
    2,
    `(?:^|[^\\p{L}'])do (?:you|u|ya)(?: guys| also| ever| folks)? (?:make|sell|do|offer|stock|carry|build|repair|mend|rent|install|supply|buy)(?: out)? `,
  ),
  cue(
    'want',
    2,
    `(?:^|[^\\p{L}'])(?:can|could|would) (?:you|u|ya|gus)(?: guys| ever| please)? (?:make|build|repair|mend|install|source|supply) `,
  ),
];

/** Other languages: the words up to the end of the clause are the phrase, when they are few. */
export const OTHER_CUES: Record<string, InterestCue[]> = {
  es: [
    cue(
      'like',
      2,
      `(?:^|[^\\p{L}])(?:me|nos) (?:gusta|gustan|encanta|encantan|fascina|interesa|interesan)(?: mucho)? `,
    ),
    cue(
      'want',
      2,
      `(?:^|[^\\p{L}])(?:busco|buscamos|estoy buscando|estamos buscando|quiero|queremos|quisiera|quisi[ée]ramos|necesito|necesitamos|me gustar[íi]a|hacen|venden|presupuesto (?:para|de)) (?!que |saber |ver |ir |hablar |decir )`,
    ),
  ],
  pt: [
    cue(
      'like',
      2,
      `(?:^|[^\\p{L}])(?:adoro|adoramos|gosto (?:muito )?d[eoa]s?|gostamos d[eoa]s?) `,
    ),
    cue(
      'want',
      2,
      `(?:^|[^\\p{L}])(?:procuro|procuramos|estou procurando|quero|queremos|queria|gostaria de|preciso de|precisamos de|voc[êe]s (?:fazem|vendem|t[êe]m)|or[çc]amento (?:para|de)) (?!saber |ver |que |falar )`,
    ),
  ],
  fr: [
    cue(
      'like',
      2,
      `(?:^|[^\\p{L}])(?:j'adore|j'aime|nous aimons|je suis fan d[eu]|je pr[ée]f[èe]re|passionn[ée]e? (?:de|par)) `,
    ),
    cue(
      'want',
      2,
      `(?:^|[^\\p{L}])(?:je cherche|nous cherchons|je voudrais|j'aimerais|nous voudrions|je veux|j'ai besoin d'?(?:e |un |une )?|nous avons besoin de|vous (?:faites|vendez|proposez)|devis pour) ?(?!savoir |que |vous |voir |parler )`,
    ),
  ],
  de: [
    cue(
      'like',
      2,
      `(?:^|[^\\p{L}])(?:ich (?:liebe|mag)|wir (?:lieben|m[öo]gen)|ich interessiere mich f[üu]r|ich bevorzuge) `,
    ),
    cue(
      'want',
      2,
      `(?:^|[^\\p{L}])(?:ich (?:suche|brauche|m[öo]chte|h[äa]tte gern)|wir (?:suchen|brauchen|m[öo]chten|h[äa]tten gern)|machen sie auch|verkaufen sie|angebot f[üu]r|denken [üu]ber) (?!sie |ihnen |wissen |dass |fragen )`,
    ),
  ],
  hi: [cue('want', 2, `(?:^|[^\\p{L}])(?:mujhe|hume|hamein|humko) (?=[^.?!]{2,40} chahiye)`)],
};

/** What is wanted but says nothing about a person: money, answers, papers, the attention of the reader. */
export const NO_INTEREST = new Set(
  `help refund answer answers call callback call-back reply invoice receipt money update updates info details price quote
  time word address email number confirmation hand minute second favor favour advice break thing things way idea look
  chat talk sound sounds news photo photos picture pictures link question questions problem one ones bit lot feeling
  chance moment day week month year morning evening weekend sense support words story stories vibe everything attitude
  enthusiasm energy perspective positivity passion outlook dedication place part parts people friend friends person it
  someone somebody anyone anything something nothing everything success person you bits issue issues room stuff rest
  space sleep luck list color colors colour colours design reminder reaction work job best copy slot slots appointment
  estimate deposit challenge challenges process progress experience experiences open next em push thought second doubt drink place places favourites favorites goals plans travel-ideas being having getting seeing
  going making doing trying taking finding knowing hearing keeping giving looking putting saying thinking using helping`.split(
    /\s+/,
  ),
);
