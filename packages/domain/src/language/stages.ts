// The pipeline stage, only from clear statements of the contact.

import type { PipelineStage, Sourced } from '../enrichment/fields.ts';
import type { PlainTurn } from './plain-turns.ts';
import { isSocial } from './social.ts';
import { evidence } from './tokens.ts';

/** Cues from the most to the least decided stage. Only the contact's own words count. */
const CUES: [PipelineStage, RegExp][] = [
  [
    'churned',
    /\b(?:(?:i(?:'m| am|'ve| have|'d like to| want to| need to| would like to|'ll)?|we(?:'re| are|'ve| have)?|please|pls)\s(?:\w+\s)?(?:cancel(?:l?ing|l?ed)?|terminat(?:e|ed|ing)|end(?:ing|ed)?|clos(?:e|ed|ing))\s(?:\w+\s){0,3}(?:membership|subscription|account|contract|service|plan|policy)|cancel (?:my|our) (?:membership|subscription|account|contract|service|plan|policy)|(?:i|we)(?:'ve| have)? (?:switched|moved) to (?:another|a different|your competitor|someone else)|(?:i|we)(?:'ve| have)? (?:already )?(?:went|gone) with (?:someone|somebody|another|a different)|(?:i|we)(?:'m| am|'re| are)? (?:no longer|not) (?:a (?:customer|member|client)|with you)|(?:i|we) (?:cancell?ed|left you)|not renewing|won't be renewing|kündige(?:n)? (?:meinen|meine|den|die)|kündigung|cancelar mi (?:membresía|suscripción|cuenta|contrato)|résilier mon|cancelar (?:minha|a) (?:assinatura|conta|matrícula))\b/iu,
  ],
  [
    'customer',
    /\b(?:(?:i'?m|i am|we are|we're|been) (?:a |an |your )?(?:\w+ )?(?:customer|member|client|subscriber|tenant|patient)\b(?! of (?:the|a))|member (?:no\.?|number|#|id)?\s?\d{3,}|my (?:current |existing )?(?:subscription|membership|invoice|order|account|policy|lease|contract|warranty|account manager|last (?:visit|appointment|order))\b|(?:i|we)(?:'ve| have| just| already)* (?:bought|ordered|purchased|paid|renewed|signed up|subscribed)\b[^.!?\n]{0,40}\b(?:you|your|order|invoice|weeks? ago|days? ago|last (?:week|month)|yesterday)|order (?:no\.?|number|#)\s?\w*\d{3,}|invoice (?:no\.?|number|#)?\s?\w*\d{2,}|(?:i|we) (?:have|had) (?:an?|the) (?:appointment|reservation|booking) (?:with you|on|at|for|today|tomorrow|yesterday)|you (?:guys )?(?:serviced|installed|repaired|delivered|cleaned)\b|(?:i|we) stayed with you|since (?:you|your (?:guys|team|technician)) (?:came|installed|fixed))/iu,
  ],
  [
    'qualified',
    /\b(?:my budget (?:is|of)|our budget|budget (?:is|of|around|about|up to)|pre-?approved|ready to (?:buy|book|sign|move forward|start|purchase)|(?:want|like|need) to (?:move forward|sign up|go ahead|proceed)|can we (?:book|schedule) (?:a|the) (?:demo|call|visit|site visit|inspection)|(?:need|want|would like|send me|get) (?:a |an )?(?:quote|estimate|proposal|offer)\b[^.!?\n]{0,60}\b(?:by|before|for (?:\d|the)|on (?:mon|tue|wed|thu|fri|sat|sun)|\d{1,3}\s?(?:k|users|seats|people|guests|sq|m2|units|vehicles|pallets)|\$|€|£))/iu,
  ],
  [
    'prospect',
    /\b(?:(?:i'?m|i am|we're|we are|very|also) (?:very |really |quite |still )?interested in|how much (?:is|are|does|do|would|for|will)|what(?:'s| is| are) (?:the|your) (?:price|cost|rate|pricing|prices|rates|fee|fees)|(?:send|share) (?:me |us )?(?:a |your |the )?(?:quote|pricing|price list|prices|estimate|brochure)|(?:get|have|need|want|like) (?:a |an )(?:free )?(?:quote|estimate|demo|trial|consultation)|looking (?:for (?:a|an|some|\d+)\b|to (?:buy|rent|hire|book))|cuánto (?:cuesta|cuestan|sale|vale)|combien (?:coûte|ça coûte)|quel (?:est le )?prix|was kostet|wie viel kostet|quanto (?:custa|fica|é)|kitne ka|kitna (?:lagega|hoga)|price kya)\b/iu,
  ],
  [
    'lead',
    /\b(?:do you (?:have|offer|do|guys|still|ship|take|sell|rent|know)|are you (?:open|taking|accepting)|is (?:it|this|the \w+) (?:still )?(?:available|open)|can you help|could someone|(?:got|saw|found) your (?:ad|number|listing|website|post|flyer)|tienen|avez-vous|haben sie|vocês têm|tem horário)\b/iu,
  ],
];
const NEGATED = /\b(?:not|never|don't|didn't|isn't|haven't|without|no|if|before)\b[^.!?\n]{0,18}$/i;

/**
 * The stage that the contact's own words show, the most decided one first; a cancellation counts only when nothing
 * later takes it back.
 * @param turns - the conversation in order of time
 */
export function findStage(turns: PlainTurn[]): Sourced<PipelineStage> | undefined {
  if (isSocial(turns)) return undefined;
  const inbound = turns.filter(({ turn }) => turn.direction === 'inbound');
  for (const [value, pattern] of CUES) {
    for (const { turn, text } of inbound.toReversed()) {
      const match = pattern.exec(text);
      if (!match || NEGATED.test(text.slice(Math.max(0, match.index - 24), match.index))) continue;
      if (value === 'lead' && inbound.length > 6) continue;
      return { value, evidence: evidence(turn, match.index, match.index + match[0].length) };
    }
  }
  return undefined;
}
