// Whether the contact's messages are positive, neutral or negative: a small word list with negation.

import type { Sentiment } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

const POSITIVE = words(`
  thanks thank thx ty great good love loved lovely loves perfect awesome amazing excellent wonderful fantastic happy
  glad pleased excited nice best better helpful brilliant beautiful cool fun enjoy enjoyed enjoying appreciate
  appreciated grateful proud delighted superb yay yes! congrats congratulations impressed recommend thrilled sweet
  legend lifesaver super favorite favourite inspiring peaceful blessed relieved hope hopeful
  gracias genial perfecto excelente encantado encantada feliz bueno buena merci super parfait excellent génial content
  contente danke toll prima perfekt super freue schön obrigado obrigada ótimo otimo perfeito adorei maravilhoso
  dhanyavaad shukriya accha badhiya mast khush`);
const NEGATIVE = words(`
  bad terrible awful horrible worst worse hate hated angry annoyed annoying frustrated frustrating disappointed
  disappointing unacceptable ridiculous useless broken wrong late rude scam fraud complaint complain complained
  refund unhappy sad upset sick pain painful hurts hurt problem problems issue issues error fail failed failing lost
  stuck worried worry scared afraid stressed stress difficult struggling struggle tired exhausted cancel cancelled
  canceled waste dirty cold leak leaking damaged faulty poor nightmare shambles disgusting disgusted joke delayed
  ignored never ugh wtf furious mess overcharged confusing confused lonely depressed devastated
  mal malo mala terrible horrible pésimo enojado enojada molesto molesta problema queja roto tarde triste
  mauvais nul problème déçu déçue fâché cassé retard inadmissible honte triste
  schlecht schlimm problem kaputt enttäuscht ärgerlich sauer unverschämt spät traurig leider
  ruim péssimo pessimo problema reclamação quebrado atrasado decepcionado decepcionada absurdo vergonha
  kharab bekar galat dikkat problem gussa pareshan`);
const NEGATIONS =
  words(`not no never don't dont didn't didnt isn't isnt wasn't wasnt can't cant couldn't won't wont doesn't
  doesnt haven't havent hardly without nicht kein keine no ni sin pas sans não nao sem nahi nahin`);
const GOOD_SIGNS =
  /[\u{1F600}-\u{1F606}\u{1F60A}\u{1F60D}\u{1F618}\u{1F970}\u{1F44D}\u{1F64F}\u{1F389}\u{1F973}\u2764\u{1F49B}\u{1F49A}\u{1F499}]|:-?\)|:D|<3/gu;
const BAD_SIGNS =
  /[\u{1F620}-\u{1F622}\u{1F624}-\u{1F629}\u{1F62B}\u{1F62D}\u{1F621}\u{1F92C}\u{1F44E}\u{1F494}]|:-?\(/gu;

/** Courtesy alone makes nobody happy. */
const COURTESY = words(
  'thanks thank thx ty gracias merci danke obrigado obrigada dhanyavaad shukriya please good hope',
);
/** How much of the tone must be on one side. */
const MARGIN = 0.25;

/** The tone of one message: above zero is positive, below zero negative. */
function tone({ text, words: found }: PlainTurn): number {
  let sum = 0;
  for (const [index, { folded, text: written }] of found.entries()) {
    const word = folded;
    const sign =
      POSITIVE.has(word) || POSITIVE.has(written.toLowerCase())
        ? 1
        : NEGATIVE.has(word) || NEGATIVE.has(written.toLowerCase())
          ? -1
          : 0;
    if (sign === 0) continue;
    const before = found.slice(Math.max(0, index - 3), index);
    const negated = before.some(
      (other) => NEGATIONS.has(other.text.toLowerCase()) || other.folded.endsWith("n't"),
    );
    const weight = COURTESY.has(word) ? 0.4 : 1;
    sum += negated ? -sign * 0.7 * weight : sign * weight;
  }
  sum += (text.match(GOOD_SIGNS)?.length ?? 0) * 0.6 - (text.match(BAD_SIGNS)?.length ?? 0) * 0.8;
  return sum;
}

/**
 * The tone of the contact's side of the conversation; the later half counts double.
 * @param turns - the conversation in order of time
 */
export function findSentiment(turns: PlainTurn[]): Sentiment {
  const inbound = turns.filter(({ turn }) => turn.direction === 'inbound');
  let positive = 0;
  let negative = 0;
  for (const [index, message] of inbound.entries()) {
    const weight = index >= inbound.length / 2 ? 2 : 1;
    const value = Math.max(-2, Math.min(2, tone(message))) * weight;
    if (value > 0) positive += value;
    else negative -= value;
  }
  const total = positive + negative;
  const enough = Math.max(1, inbound.length * 0.12);
  if (total < enough) return 'neutral';
  const balance = (positive - negative) / total;
  if (balance > MARGIN && positive >= 1.2) return 'positive';
  if (balance < -MARGIN && negative >= 1) return 'negative';
  return 'neutral';
}
