// What words and signs say of a mood: weights from -3 to 3, in the languages the product reads.

function table(weight: number, list: string): [string, number][] {
  return list
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [word, weight]);
}

export const MOOD_WORDS = new Map<string, number>([
  ...table(
    3,
    `love loved loves adore amazing awesome fantastic perfect wonderful excellent brilliant incredible thrilled
    delighted ecstatic overjoyed superb outstanding lifesaver legend encanta encanto perfecto maravilloso excelente
    genial parfait magnifique adore wunderbar perfekt fantastisch großartig grossartig maravilhoso perfeito adoro badhiya
    mast sundar zabardast phenomenal`,
  ),
  ...table(
    2,
    `great happy glad thank thanks thankful grateful excited beautiful lovely nice proud pleased enjoy enjoyed
    fun best yay congrats congratulations appreciate blessed relieved helpful kind sweet gorgeous impressed solid
    gracias feliz contento contenta bueno hermoso bonito amable merci super heureux heureuse ravi content danke freue
    schön schon toll glücklich froh beruhigt obrigado obrigada otimo ótimo lindo shukriya dhanyavaad accha acha
    yesss yess wow woohoo cheers deal sold approved fixed stoked cool recommend success helped pastries adores`,
  ),
  ...table(
    1,
    `good fine  better well interested works hope hopeful easy safe thx ty bien gut bom theek`,
  ),
  ...table(
    -1,
    `late waiting wait slow expensive unfortunately nervous tired busy concerned sad missed missing stuck
    bad worry worried tarde caro lamentablemente malheureusement retard cher leider spät teuer infelizmente
    atrasado unsure difficult hard tough struggling`,
  ),
  ...table(
    -2,
    `angry annoyed annoying upset disappointed disappointing broken frustrated frustrating complaint complain
    unhappy problem issue fail failed fails failing failure crack cracked leak leaking leaks hurt hurts pain afraid
    scared anxious stressed stressful depressed lost rude refund ruined mess damaged damage damages unprofessional
    mad awful overcharged enojado enojada molesto molesta decepcionado decepcionada roto problema queja malo fâché fache
    déçu decu déçue decue cassé casse problème probleme wütend wutend enttäuscht enttauscht kaputt ärgerlich schlecht
    chateado decepcionado quebrado ruim pareshan kharab dikkat mushkil wobble broke`,
  ),
  ...table(
    -3,
    `terrible horrible worst unacceptable furious disgusting hate hated scam fraud useless ridiculous pathetic
    outraged appalling livid horrendous inaceptable pésimo pesimo inacceptable scandaleux unverschämt inakzeptabel
    inaceitavel péssimo pessimo trusted bakwas bekaar ghatiya devastated heartbroken`,
  ),
]);

/** Turns of phrase and signs, each counted twice at most. */
export const MOOD_SIGNS: [RegExp, number][] = [
  [/\b(?:nobody|no one) (?:has )?(?:call|came|come|show|answer|repl|bother)/giu, -3],
  [
    /\btrusted you\b|\bstill waiting\b|\bno (?:reply|answer|response)\b|\blet (?:me|us) down\b/giu,
    -2,
  ],
  [/\bwhere(?:'s| is) (?:my|our|the)\b|\bwaiting how long\b|\bhow much longer\b/giu, -1],
  [/[😀-😆😊😍🥰😘🤩🥳😁😎🙌👏🎉💛💚💙💜❤💖💕👍🙏✨🥹😄😃🤗💪]/gu, 2],
  [/(?:^|\s)(?::-?\)|:-?D|<3|;-?\))/g, 1],
  [/[😢😭😞😔😩😫😟😕☹🙁💔😰😥😣]/gu, -2],
  [/[😡😠🤬👎😤]/gu, -3],
  [/(?:^|\s):-?\(/g, -2],
];

export const NEGATORS = new Set(
  `not no never nothing without hardly isn't wasn't don't doesn't didn't can't couldn't won't
  wouldn't aren't weren't ain't dont doesnt didnt cant wont isnt kein keine keinen nicht nie pas jamais sans nunca sin
  tampoco ni não nao sem nahi nahin mat nobody none`.split(/\s+/),
);

export const BOOSTERS = new Set(
  `very really so extremely super absolutely totally completely incredibly truly honestly
  sehr wirklich muy très tres muito bahut`.split(/\s+/),
);
