// One phrase with which people say their own name.

import type { Trust } from './name-shape.ts';

export type NameCue = {
  pattern: RegExp;
  trust: Trust;
  /** How much a name found so weighs: 4 asked to be called, 3 said outright, 2 introduced, 1 hinted. */
  weight: number;
  /** True when the phrase counts only at the start of a clause ("I'm Ana", not "if I'm Ana"). */
  clause: boolean;
  /** True when only the speaker can be meant ("I'm"), whatever was asked before. */
  self: boolean;
  /** Where a noun may follow, only a known given name counts: always, or when it is in small letters. */
  known: false | 'small' | 'always';
  /** Which part of the name follows. */
  part: 'full' | 'first' | 'last';
};

/**
 * A cue from the source of its pattern.
 * @param source - a regular expression without flags; it must stand between word boundaries
 * @param trust - how much it proves
 * @param weight - how much a name found so weighs
 */
export function cue(
  source: string,
  trust: Trust,
  weight: number,
  options: Partial<NameCue> = {},
): NameCue {
  const gap = trust === 'strong' ? `[\\s:=,"*(-]{0,5}` : `[\\s,:]{1,3}`;
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}'])(?:${source})(?![\\p{L}\\p{N}])${gap}`, 'giu'),
    trust,
    weight,
    clause: false,
    self: false,
    known: false,
    part: 'full',
    ...options,
  };
}

/** Counts only at the start of a clause. */
export const CLAUSE = { clause: true };
/** Says "I": only the speaker can be meant. */
export const SELF = { clause: true, self: true };
/** The same in a language where "I am" is often followed by a noun: the name must be a known one. */
export const SELF_KNOWN = { clause: true, self: true, known: 'small' } as const;
/** The same in German, where nouns have capitals. */
export const SELF_ALWAYS_KNOWN = { clause: true, self: true, known: 'always' } as const;
/** Says how the writer wants to be called: a given name. */
export const CALLED: Partial<NameCue> = { part: 'first' };
