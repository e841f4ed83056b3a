// A place where the contact may have said their own name, and the name that is chosen among them.

import type { Turn } from '../enrichment/fields.ts';
import type { ReadName } from './name-shape.ts';

/** A name with the place where it was said. */
export type Candidate = {
  first?: string;
  last?: string;
  /** 4 asked to be called, 3 said outright, 2 introduced, 1 hinted. */
  weight: number;
  turn: Turn;
  start: number;
  end: number;
  /** True when the given name is in the name lists and no plain word. */
  known: boolean;
  /** "mrs" and the like. */
  title?: string;
  /** True for a signature, which may also be the reader's name after "Thanks,". */
  signed?: boolean;
};

/** A candidate from a name that was read. */
export function candidate(
  turn: Turn,
  name: ReadName,
  weight: number,
  start = name.start,
): Candidate {
  const { first, last, end, known, title } = name;
  return { first, last, weight, turn, start, end, known, ...(title ? { title } : {}) };
}

/** A span of a turn. */
export type Place = { turn: Turn; start: number; end: number };

/** A name with the places that its two parts were read from. */
export type ChosenName = { first?: string; last?: string; firstFrom: Place; lastFrom: Place };
