// Every place of a conversation where the contact may have said their own name, each with its weight.

import { answers } from './name-answers.ts';
import { candidate, type Candidate } from './name-candidate.ts';
import { openingName } from './name-openings.ts';
import { confirmedNames, confirms } from './name-confirmations.ts';
import { asked, type Asked } from './name-questions.ts';
import { ownStatements } from './name-statements.ts';
import type { PlainTurn } from './plain-turns.ts';

/** The candidates of all inbound turns, in order of time. */
export function nameCandidates(turns: PlainTurn[]): Candidate[] {
  const found: Candidate[] = [];
  let question: Asked = null;
  let previous: PlainTurn | undefined;
  const questions: PlainTurn[] = [];
  let replies = 0;
  for (const current of turns) {
    if (current.turn.direction === 'outbound') {
      question = asked(current.text);
      previous = current;
      questions.push(current);
      replies = 0;
      continue;
    }
    replies += 1;
    const pending = replies <= 2 ? question : null;
    const own = ownStatements(
      current,
      pending,
      previous === undefined,
      replies === 1 && previous?.text.includes('?') === true,
    );
    const isOpen =
      previous === undefined ||
      !previous.text.includes('?') ||
      pending === 'own' ||
      pending === 'booking';
    const opening =
      own.length === 0 && pending !== 'other' ? openingName(current.text, isOpen) : null;
    if (opening) own.push(candidate(current.turn, opening, 2));
    found.push(...own);
    if (pending && own.every(({ signed }) => signed)) found.push(...answers(current, pending));
    if (own.length > 0) question = null;
    if (replies === 1 && confirms(current.text)) {
      found.push(...questions.slice(-2).flatMap((one) => confirmedNames(one, current)));
    }
  }
  return found;
}
