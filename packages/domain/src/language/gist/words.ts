// Words with their places, the stems by which they are compared, and the word classes that tell a noun phrase.

import { fold } from '../tokens.ts';

export type Word = { text: string; folded: string; start: number; end: number };

const WORD = /[\p{L}\p{M}\p{N}]+(?:['.&-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words and numbers of a text with their places. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A word without the endings of number and tense: enough to see that two words are the same. */
export function stem(folded: string): string {
  if (folded.length < 4) return folded;
  const base = folded
    .replace(/'s?$/, '')
    .replace(/(?:ies)$/, 'y')
    .replace(/(?<=[sxzh])es$/, '')
    .replace(/(?<=[^su])s$/, '');
  if (base.length < 6) return base;
  return base
    .replace(/(?:ing|ed|ings)$/, '')
    .replace(/(.)\1$/, '$1')
    .replace(/e$/, '');
}

export function set(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

export const DETERMINERS =
  set(`a an the my our your his her their this that these those some any another each every own
  no two three four five six seven eight nine ten new`);

export const POSSESSIVES = set('my our');

/** Prepositions that tie a second noun phrase to the first: "a table for eight in walnut". */
export const JOINERS = set('of for with in from on at about without near like under to');

/** Words of no class that a noun phrase holds: they end it. */
export const CLOSED =
  set(`i me mine myself we us ours ourselves you yours yourself he him himself she hers herself it its
  itself they them theirs themselves who whom whose which what where when why how that this these those there here
  am is are was were be been being do does did done doing have has had having can could will would shall should may
  might must ought and or but nor so yet if unless until till while because since though although as than then
  not never no none nothing something anything everything someone anyone everyone somebody anybody everybody
  too very really quite just only even still already also again ever often always sometimes usually maybe perhaps
  please thanks thank ok okay yes yeah no nope hi hey hello lol haha omg btw asap pls u ur im ive ill id dont doesnt
  didnt cant wont isnt arent wasnt its thats whats theres lets gonna wanna gotta kinda sorta
  to into onto of for with in from on at about without near under over by after before during between through
  against across along around behind beside beyond down off out up upon within per via away back together
  now today tomorrow yesterday tonight soon later ago once twice first last next more most less least much many few
  both all either neither same other others else instead especially actually honestly basically literally
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december it's i'm i've i'd i'll you're you've you'll we're we've we'll they're he's she's that's there's
  what's don't doesn't didn't can't couldn't won't wouldn't isn't aren't wasn't weren't haven't hasn't let's who's`);

/** Frequent verbs in the forms that follow a noun phrase and are not part of it. */
export const VERBS =
  set(`says said say tell told tells ask asked asks make made makes take took takes get got gets give gave gives
  go goes went gone come came comes know knew knows think thought thinks see saw sees want wants wanted need needs
  needed like likes liked love loves loved feel felt feels find found finds keep kept keeps let put puts seem seems
  seemed become became begin began start started starts stop stopped bring brought brings buy bought send sent sends
  leave left leaves lose lost pay paid meet met run ran sit sat stood speak spoke write wrote read show showed
  hear heard hope hoped help helped try tried turn turned turns call called use used work worked works move moved live lived
  believe remember remembered happen happened happens look looks looked arrive arrived arrives add added agree agreed
  break broke broken build built catch caught choose chose cost costs cut drive drove eat ate fall fell fly flew forget
  forgot grow grew hold held hit join joined learn learned laugh mean means meant miss missed open opened pick picked
  plan planned play played prefer preferred promise promised reach reached receive received rent return returned
  sell sold sound sounds sounded spend spent stay stayed suggest talk talked teach taught wait waited wake walk walked
  watch watched wear wore win won wish wonder worry finish finished fix fixed inspire inspired inspires enjoy enjoyed
  appreciate going coming making getting having taking doing looking being saying helping giving seeing trying
  bringing working feeling thinking waiting hoping moving wants goes makes gives reminds reminded brings keeps lets
  running waiting leaking missing falling leak leaks leaked follow follows followed hates hate dies died stands sits hang hung included attached ready available able gets`);

/** Nouns that say nothing of what a talk is about. */
export const GENERIC =
  set(`thing things stuff way ways time times lot lots bit kind kinds sort sorts day days week weeks month
  months year years hour hours minute minutes moment moments morning afternoon evening night nights weekend today date
  people person guy guys man woman men women folks friend friends everyone one ones number numbers name names word
  words message messages text texts email mail emails address phone call calls chat reply answer question questions
  picture pictures pic pics photo photos image images video link attachment idea ideas thought thoughts point points
  part parts place places side end start beginning top bottom middle front rest half couple few number amount
  fact case reason reasons problem problems issue issues help support chance opportunity experience experiences
  feeling feelings mind head heart hand hands eye eyes face life lives world story stories journey path change
  changes difference impact step steps goal goals dream dreams plan plans challenge challenges success progress
  job work love luck fun joy happiness hope courage strength power energy passion advice tip tips vibe vibes
  future past present need needs interest choice option options info information detail details example news update
  size price budget cost total money buck bucks dollar dollars worry rush hurry pleasure welcome wait look looks
  reminder sense sight view memory memories touch blast ton bunch bunches set piece pieces type types level
  something anything nothing everything someone kinda yesterday tomorrow tonight use good best better great
  nice awesome amazing cool wonderful beautiful perfect lovely happy sorry sure true big small little long short old
  new right wrong real hard easy free own many much more most other next last first second third same different
  favorite favourite special important able glad proud excited grateful thankful sir madam dear wow thanks mate dude
  hi hello hey bye goodnight luck regards cheers please person's self-expression positivity motivation determination
  inspiration creativity creative resilience self reaction reactions boost comfort happiness growth perspective attitude
  spot spots area areas bottom line list reward rewards result results effort efforts order state way's bye kindness
  peace calm setting mood mess deal break breaks while share surprise treat kick shot space room body focus breath
  member members others minds bond bonds connection connections understanding acceptance guidance skills skill
  yeah ppl min mins yrs wks nan fam guys tbh rd st ave street road lane em acc
  inch inches ft feet foot cm mm meter meters metre metres lbs pounds percent bf two three four five six seven eight nine ten
  wks hrs reminder tbh god dios gott dieu deus boss
  event events side alot lads grabs support-system step fun-time laugh laughs smile smiles reminders cause starting encouragement gratitude rest
  quote quotes tore aside
  tone skillset knowledge inspo mom's words' reminder's vision process decision decisions turn go`);

/** Adjectives that stand alone where a noun is cut off: "a safe, inviting place". */
export const ADJECTIVES =
  set(`latest nearest inspiring magical amazing thrilling fascinating stunning comforting encouraging touching stronger fitter closer bigger smaller easier happier kinder faster safe cheap strong pretty good bad nice great big small warm cold hot fresh clean quiet calm fun
  simple solid strong weak bright dark light heavy happy sad young old positive negative inviting supportive creative
  peaceful relaxing exciting amazing interesting challenging rewarding meaningful powerful deeper better healthier new
  unique different specific local modern white black green blue red brown current busy tough rough close open full empty
  soft loud fast slow quick early late private public personal mental physical emotional natural professional social
  real online virtual inclusive accepting loving welcoming hard-working delicious tasty healthy loyal brave restock`);

/** True for a word that can close a noun phrase and says something. */
export function isTelling(folded: string): boolean {
  return (
    folded.length > 2 &&
    !/^\d/.test(folded) &&
    /\p{L}/u.test(folded) &&
    !CLOSED.has(folded) &&
    !GENERIC.has(folded) &&
    !ADJECTIVES.has(folded) &&
    !VERBS.has(folded)
  );
}
