// Words, phrases and signs that tell a mood, written down by hand: how strongly each speaks for it.
// A phrase is matched before its words; `*` at the end stands for any ending.

export const MOODS = [
  'happy',
  'neutral',
  'excited',
  'playful',
  'sad',
  'anxious',
  'frustrated',
  'bored',
  'angry',
] as const;
export type Mood = (typeof MOODS)[number];

/** Weight -> cues, per mood. 1 is enough alone; below, it takes company or emphasis. */
export const CUES: Partial<Record<Mood, [weight: number, cues: string][]>> = {
  happy: [
    [
      2,
      `thank you|thanks|thank u|thx|tysm|ty|much appreciated|appreciate*|grateful|congratulations|congrats|
       well done|good job|great job|nice job|nice work|good luck|best of luck|love this|love it|love that|
       love you|i love|so happy|happy for you|happy to|made my day|happy birthday|happy cake day|cheers|
       glad|proud of|so proud|relieved|what a relief|thank god|thank goodness|phew|can't thank|gracias|merci|danke|obrigad*`,
    ],
    [
      1.3,
      `love|loved|loves|loving|happy|happier|awesome|amazing|fantastic|wonderful|excellent|brilliant|
       beautiful|gorgeous|adorable|lovely|incredible|perfect|great|delightful|impressive|impressed|superb|
       enjoy*|favorite|favourite|hope|hoping|hopefully|hopeful|optimistic|proud|joy|joyful|blessed|cute|
       sweet|admire*|respect|inspiring|inspirational|legend|hero|genius|helpful|relief|pleased|satisfied|
       yay|bravo|kudos|best|fabulous|stunning|magnificent|delicious|heartwarming|wholesome|pretty good`,
    ],
    [
      0.9,
      `nice|good|cool|neat|sweetheart|welcome|liked|better|smart|talented|clever|solid|badass|fun|
       wish you|all the best|looking forward|works great|well said|well played|well put|props|deserve*|
       interesting|lucky|comfy|comfortable|gem|classy|kind of you|smile|smiling|win|respectable|cutest|helped`,
    ],
  ],
  excited: [
    [
      2.2,
      `so excited|excited|exciting|can't wait|cannot wait|cant wait|hyped|so hyped|stoked|pumped|thrilled|
       omg yes|let's go|lets go|lets goo*|let's goo*|psyched|woohoo|woo hoo|wooo*|yesss*|looking forward to this`,
    ],
    [0.9, `wow|omg|whoa|woah|hype|finally|epic|insane`],
  ],
  playful: [
    [
      2,
      `lol|lmao|lmfao|rofl|haha*|hahah*|hehe*|hilarious|xd|jk|just kidding|made me laugh|laughed|cracked me up|
       cracks me up|i'm dead|comedy gold|funniest`,
    ],
    [
      1.2,
      `funny|joke|jokes|joking|laugh|laughing|laughs|kidding|comedy|giggl*|chuckl*|amusing|pun|silly|teasing|prank*|meme|memes`,
    ],
  ],
  sad: [
    [
      2,
      `so sad|i'm sorry|im sorry|so sorry|sorry for your loss|sorry to hear|sorry you|sorry about|my condolences|condolences|rest in peace|heartbroken|
       heartbreaking|broke my heart|breaks my heart|makes me sad|feel sad|depressing|depressed|devastat*|
       i miss|miss you|miss him|miss her|miss them|tragic|tragedy|my bad|i apologize|apologies|sobbing|grieving|grief|mourn*|lost my|passed away|regret*|what a shame|feel bad for|poor guy|poor girl|poor thing`,
    ],
    [
      1.3,
      `sad|sadly|sorry|crying|cried|cry|tears|lonely|unhappy|disappoint*|disappointment|hopeless|miserable|
       hurt|hurts|painful|pain|unfortunately|unfortunate|rip|died|death|sadness|shame|ashamed|guilty|sucks|let down|broken|bummer|missed|loss|upset|sadder|saddest`,
    ],
  ],
  anxious: [
    [
      2,
      `afraid|terrified|terrifying|scared|scary|scares|worried|worries|worry|worrying|anxious|anxiety|nervous|panic*|
       freaking out|frightened|frightening|creepy|creeps me out|dread*|horrified|nightmare*|stressed|petrified|paranoid`,
    ],
    [
      1,
      `fear|fears|feared|horror|uneasy|unsettling|concerned|worrisome|yikes|danger*|threat*|overwhelmed|risky|tense`,
    ],
  ],
  frustrated: [
    [
      1.9,
      `annoying|annoyed|annoys|frustrat*|fed up|sick of|tired of|so tired of|irritat*|ridiculous|unacceptable|
       waste of time|waste of money|what's the point|pisses me off|grinds my gears|can't stand|cannot stand|
       give me a break|for the last time|how many times|still waiting|still not|makes no sense|doesn't make sense|
       doesn't make any sense|not cool|not ok|not okay|why can't|why cant|ugh*|smh|come on|shut up|stop it|overrated|not how|that's not|thats not`,
    ],
    [
      1.1,
      `terrible|worst|bad|wrong|stupid|dumb|lame|useless|garbage|trash|crap|crappy|nonsense|bullshit|bs|
       disagree|complain*|whining|unfair|weird|cringe*|pathetic|poor|boring excuse|lazy|ignorant|nope|
       awkward|problem|problems|failed|fails|fail|broken again|unnecessary|toxic|biased|delusional|hypocri*|overreact*|ruin*|unpopular|blame|ugly|inferior|idk why|no thanks|don't like|dont like|didn't like|doesn't work|not true|not funny|not good|not even|wtf is|why would|why do people`,
    ],
    [
      0.6,
      `isn't|doesn't|don't|dont|shouldn't|never|nobody|nothing|no one|too much|stop|should have|instead of|clearly`,
    ],
  ],
  bored: [
    [
      2,
      `bored|boring|so bored|yawn*|dull|nothing to do|meh|whatever|boredom|tedious|monotonous|snooze*`,
    ],
  ],
  angry: [
    [
      2.2,
      `fuck you|fuck off|fuck this|fuck that|go to hell|piss off|screw you|how dare|hate you|hate him|hate her|
       hate them|i hate|hate this|hate it|hate that|disgusting|disgusted|disgust*|furious|outrageous|enraged|pissed|pissed off|asshole*|assholes|
       bastard*|scum*|shut the fuck up|son of a bitch|makes me sick|makes me angry|so angry|angry|rage|raging|vile|repulsive|gross|burn in hell|despicable`,
    ],
    [
      1.3,
      `fuck|fucking|fucked|hate|hates|hated|idiot|idiots|moron*|bitch*|damn you|goddamn|awful|horrible|shit|shitty|dick|evil|sick|nasty|mad|liar*|racist*|kill|appalling|hell`,
    ],
  ],
};

/** Signs that are no words. */
export const SIGNS: [RegExp, Mood, number][] = [
  [/[😂🤣😹😜😝😛🤪😏😉]|:[pP]\b|;-?\)|\b[xX]D\b/u, 'playful', 1.6],
  [/[😀😃😄😁😊☺🙂🥰😍😘❤♥💕💖💗💙💚💛💜🙏👍👏🎂]|:-?\)|<3|\(:/u, 'happy', 1.5],
  [/[🤩🎉🥳🚀🔥🙌]/u, 'excited', 1.5],
  [/[😢😭😞😔☹🙁💔😿🥺]|:'?-?\(|\bD:/u, 'sad', 1.6],
  [/[😰😨😱😟😬🥶]/u, 'anxious', 1.5],
  [/[🙄😒😤😑😩😫🤦]/u, 'frustrated', 1.5],
  [/[😠😡🤬👿🖕]/u, 'angry', 1.8],
  [/[🥱😴]/u, 'bored', 1.5],
];

export const NEGATIONS = new Set(
  `not no never without hardly barely isn't aren't wasn't weren't don't doesn't didn't can't cannot couldn't
   won't wouldn't shouldn't ain't dont doesnt didnt isnt cant wont nor neither`.split(/\s+/),
);

export const INTENSIFIERS = new Set(
  `so very really extremely absolutely totally super incredibly truly such too insanely completely damn fucking freaking`.split(
    /\s+/,
  ),
);
