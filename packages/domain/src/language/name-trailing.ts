// Names that stand before their phrase: "Ana here", "Ana Berg speaking", "main Ana bol rahi hoon".

import type { Turn } from '../enrichment/fields.ts';
import { candidate, type Candidate } from './name-candidate.ts';
import { greetingLength } from './name-cues.ts';
import { CERTAIN_TRAIL, LEAD, TRAILING_CUES } from './name-cues-world.ts';
import { isGiven, isRiskyName, looksLikeName } from './name-lists.ts';
import { readName } from './name-reader.ts';
import type { ReadName } from './name-shape.ts';
import { fold, sentences } from './tokens.ts';

/** A given name that is also a word, but says nothing of anybody: Earl, Grace. */
function isPlainlyGiven({ first }: ReadName): boolean {
  const folded = fold(first ?? '');
  return isGiven(folded) && !isRiskyName(folded);
}

/** "Hi Bob - " before the name. */
const DASHED = /^[^-]{1,40} - /;
/** Without any of these no backward cue is there. */
const TRAILS =
  /here|speaking|calling|texting|writing|messaging|emailing|side|line|name|nombre|hier|ici|habla|aqu|por ac|appareil|apparat|telefon|bol|kar |hoo|hu|naam|nam /i;

/** "Ana here", "Ana Berg speaking", "Ana is my name": the name opens the clause that the phrase closes. */
export function trailing(turn: Turn, text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!TRAILS.test(text)) return found;
  for (const { start, end } of sentences(text)) {
    const clause = text.slice(start, Math.min(end, start + 160));
    for (const pattern of TRAILING_CUES) {
      const match = pattern.exec(clause);
      if (!match || match.index > 60) continue;
      const head = clause.slice(0, match.index);
      const cut = Math.max(
        head.lastIndexOf(',') + 1,
        DASHED.exec(head)?.[0].length ?? 0,
        greetingLength(head),
        LEAD.exec(head)?.[0].length ?? 0,
      );
      const anchor = start + match.index;
      const upTo = text.slice(0, anchor);
      const name = [upTo, upTo.toLowerCase()]
        .map((form) => readName(form, start + cut, form === upTo ? 'bare' : 'strong', true))
        .find((read) => read?.end === anchor);
      const sure =
        name &&
        (name.known ||
          name.last !== undefined ||
          isPlainlyGiven(name) ||
          CERTAIN_TRAIL.test(match[0]) ||
          (start === 0 && looksLikeName(fold(name.first ?? ''))) ||
          (start === 0 && /^\p{Lu}/u.test(text.slice(cut).trim())));
      if (sure) found.push(candidate(turn, name, 2));
    }
  }
  return found;
}
