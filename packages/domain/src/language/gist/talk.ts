// What the sentences of a summary are made from.

import type { Turn } from '../../enrichment/fields.ts';
import type { Known } from './gist.ts';
import type { Interest } from './interests.ts';
import type { Step } from './next-steps.ts';
import type { Pain } from './pain-points.ts';
import type { Sentence } from './sentences.ts';

/** What the other readers of the gist found, most telling first. */
export type Facts = {
  interests: Interest[];
  next_steps: Step[];
  pain_points: Pain[];
  sentiment: 'positive' | 'neutral' | 'negative';
};

/** A conversation with all that was read of it. */
export type Talk = {
  inbound: Turn[];
  outbound: Turn[];
  /** Sentences of the contact. */
  said: Sentence[];
  sentences: Sentence[];
  known: Known;
  facts: Facts;
  language: string;
  /** A long talk with no trade in it: friends. */
  isSocial: boolean;
};
