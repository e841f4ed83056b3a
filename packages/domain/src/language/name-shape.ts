// What a name is once it has been read.

/**
 * How much the words before a name prove: after `strong` ("my name is") nearly any word is a name, after `fair`
 * ("I'm", "this is") an unknown word needs a capital and a fitting continuation, and a `bare` name
 * (an answer, a signature) must stand alone.
 */
export type Trust = 'strong' | 'fair' | 'bare';

export type ReadName = {
  first?: string;
  last?: string;
  start: number;
  end: number;
  /** "Mrs." and the like, folded. */
  title?: string;
  /** True when the given name is in the name lists and no plain word. */
  known: boolean;
};
