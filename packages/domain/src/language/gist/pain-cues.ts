// Words by which somebody says that something is wrong, per language: `strong` ones alone are a complaint.

function either(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}'])(?:${list})(?![\\p{L}])`, 'iu');
}

export const PAIN_CUES: RegExp[] = [
  either(
    `broken|breaks? (?:down|again)|broke(?: down)?|fall(?:s|ing|en)? apart|fell (?:down|apart|off)|crack(?:ed|s)?|leak(?:s|ing|ed)?|stuck|jammed|wobbl(?:es|y|e|ing)|squeaks?|(?<!no )squeaky|rotten|rot under|mou?ld|chipped|tore my \\w+|damaged|scratched|torn|tore|ruined|burned|failing|faulty|defective|clicking noise|error \\w\\d+|keeps? (?:catching|breaking|falling|crashing|failing|losing|dropping|jamming|tripping|slipping|cutting out|turning off|beeping|dripping)|dead battery|dead on`,
  ),
  either(
    `(?:doesn'?t|does not|don'?t|isn'?t|won'?t|can'?t|didn'?t|not) (?:work(?:ing)?|close|open|fit|start|charge|load|sleep|arrive(?:d)?|turn on|find|connect|log ?in|pay for|afford)|stopped working|not working|didn'?t arrive|never (?:arrived|came|showed up)|nobody (?:came|called|has called|showed up|answers?|answered)|no one (?:came|called|showed up|answers?|has called)|no (?:hot water|heating|power|signal|internet)`,
  ),
  either(
    `(?:still|been|i'?ve been|are|am) waiting|(?:days?|weeks?|hours?|months?|minutes?) (?:too )?late|(?:is|was|are|were|running) late|delayed|delay|slips? by|pushed back|overdue|no (?:reply|answer|response)|where(?:'s| is) (?:my|the|our|it)`,
  ),
  either(
    `annoy(?:ed|ing)|disappointed|disappointing|frustrat(?:ed|ing)|unacceptable|ridiculous|fed up|angry|furious|upset (?:about|with|that)|complain(?:t|ts)?|unhappy with|rude|overcharged|wrong (?:order|size|color|colour|item|amount|address)|not happy|embarrassing|terrible|awful|trusted you`,
  ),
  either(
    `too expensive|can'?t afford|overpriced|over (?:the )?budget|tight budget|deposit not returned|charged (?:me )?twice`,
  ),
  either(
    `(?:a|the|one|small|big|another|my|our|have|got|having|same) (?:\\w+ )?(?:problem|issue|trouble)s?|^problem[.:]`,
  ),
  either(
    `worried (?:about|that)|nervous about|anxious about|stress(?:ed|ing|ful)(?: out)?|overwhelmed|struggl(?:e|ed|ing) (?:with|to)|afraid (?:of|that|to)|scared|frightened|burn(?:ed|t) out`,
  ),
  either(
    `hurts?|hurting|in pain|bad (?:hip|back|knee|week|day)|injur(?:y|ed)|allergic|toothache|(?:been|is|am|i'm|feeling) (?:sick|ill|unwell)|in (?:the )?hospital|insomnia|migraines?`,
  ),
  either(
    `lost (?:my|our) \\w+|(?:got|was|been) (?:laid off|fired|robbed|hacked|scammed|rejected|denied|dumped)|broke up|breakup|divorce|passed away|stolen|flooded|setback`,
  ),
  either(
    `no funciona|rot[oa]s?|quebrad[oa]s?|tarde|no (?:lleg[óo]|ha llegado)|molest[oa]|enojad[oa]|decepcionad[oa]|problema|demasiado caro|me duele|preocupad[oa]|se cay[óo]|hace ruido|fuga`,
  ),
  either(
    `ne (?:marche|fonctionne) (?:pas|plus)|cass[ée]e?s?|en retard|d[ée][çc]ue?|f[âa]ch[ée]e?|probl[èe]me|trop cher|inqui[èe]te?|j'ai mal|fuite|en panne`,
  ),
  either(
    `kaputt|funktioniert nicht|geht nicht|klemmt|defekt|zu sp[äa]t|versp[äa]tung|entt[äa]uscht|[äa]rgerlich|problem|zu teuer|sorgen?|undicht|tut weh|warte (?:noch|immer)`,
  ),
  either(
    `n[ãa]o funciona|quebrad[oa]s?|atrasad[oa]s?|atraso|chatead[oa]|decepcionad[oa]|muito caro|preocupad[oa]|d[óo]i|vazamento|n[ãa]o chegou`,
  ),
  either(`kharab|toot gaya|kaam nahi|nahi chal raha|dikkat|pareshan|khat khat|mehnga|der ho`),
];

/** The words are there, but nothing is wrong, or it is wrong with somebody else. */
export const NO_PAIN =
  /\b(?:no|not a|without|isn't a|any) (?:problems?|issues?|trouble|delay|complaints?|rush)\b|sorry (?:to hear|for your|about your|i)|\b(?:that|which|it) (?:sounds?|must|can be|looks)\b|\bproblem solv|\b(?:fixed|solved|sorted|resolved|no longer|not anymore|repaired|feeling (?:much )?better)\b|\bdon't worry\b|\bno worries\b|\bnothing to|^instead\b|\bi get how\b|\bwould'?ve\b|\b(?:it|this) (?:was|is) about\b|\bfor a long time\b|\bfeels? like\b|\bwaiting for (?:this|that)\b|\bnot? (?:scared|afraid|worried|nervous)|\bused to\b|\blove (?:it|him|her|them)\b|\bw(?:ith)? the scratched|\bno squeak|\bhop(?:e|ing) (?:you|ur)|\bbummer\b|\bscared to death|\bdon't be\b|\bmust (?:be|have been)\b|\b(?:both|kinda|little|bit) (?:stressful|scared|nervous)|\bcaps\b|never waiting|\bsin problema|\bkein problem|\bsem problema|\bpas de probl|nada grave|nichts dringendes dabei|disculpe la molestia|\bbreak(?:ing)? a leg\b|\b(?:stuck|stick) (?:with it|to it|together)\b|\btorn between\b|\b(?:movies?|films?|book|novel|series|episode|song|script|character|screenplay|plot|game)\b/iu;

/** A sentence about the reader or about people in general is no complaint of the sender. */
export const ABOUT_OTHERS =
  /^(?:you|your|you're|he|his|she|they|their|people|everyone|life|it's (?:ok|okay|normal|natural|tough|hard))\b|\b(?:you|your|you're|yourself)\b/iu;
