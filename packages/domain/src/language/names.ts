// The contact's own name: collects every place where it may have been said and weighs them.

import type { Sourced, Turn } from '../enrichment/fields.ts';
import { addresses, ownSideNames } from './name-addresses.ts';
import { nameCandidates, type Candidate, type PlainTurn } from './name-candidates.ts';
import { corrected, isNear } from './name-corrections.ts';
import { addressedName, echoedNames } from './name-echoes.ts';
import { withFamilyName } from './name-parts.ts';
import { evidence, fold } from './tokens.ts';

export type FoundName = {
  first_name?: Sourced<string>;
  last_name?: Sourced<string>;
  /** Where the contact said their own name, in order of time. */
  places: Candidate[];
};

const NOT_ME =
  /\b(?:wrong (?:number|person)|(?:this|it) is(?:n't| not)|(?:i'm|i am) not|no (?:one|body) (?:here )?(?:by|with|named))\b/i;

/**
 * The contact's name, from what they say of themselves; how the business addresses them only supports it.
 * @param turns - the conversation in order of time
 * @param homeNames - folded names of our own organization, lines and agents
 * @param email - where the contact's own address stands, which may complete the name
 */
export function findName(turns: PlainTurn[], homeNames: Set<string>, email?: Place): FoundName {
  const ours = new Set([...ownSideNames(turns), ...homeNames]);
  const spoken = addresses(turns);
  const said = nameCandidates(turns);
  const echoed = echoedNames(turns, spoken);
  const addressed = addressedName(spoken);
  const hints = [...echoed, ...(addressed && !isDenied(turns) ? [addressed] : [])];
  const all = [
    ...hints.filter((candidate) => !isOurs(candidate, ours)),
    ...said.filter((candidate) => candidate.weight > 1 || !isOurs(candidate, ours)),
  ];
  const winner = bestGroup(all.filter((candidate) => !isHomeName(candidate, homeNames)));
  if (!winner) return { places: said.filter((candidate) => candidate.title !== undefined) };
  const name = corrected(withFamilyName(winner, turns, spoken, email), turns);
  return {
    ...(name.first ? { first_name: sourced(name.first, name.firstFrom) } : {}),
    ...(name.last ? { last_name: sourced(name.last, name.lastFrom) } : {}),
    places: [...said, ...echoed].filter((candidate) => isOf(candidate, name)),
  };
}

/** A name with the places that its two parts were read from. */
export type ChosenName = { first?: string; last?: string; firstFrom: Place; lastFrom: Place };
export type Place = { turn: Turn; start: number; end: number };

function sourced(value: string, place: Place): Sourced<string> {
  return { value, evidence: evidence(place.turn, place.start, place.end) };
}

function isOf(candidate: Candidate, name: ChosenName): boolean {
  const same = (a?: string, b?: string) =>
    a !== undefined && b !== undefined && fold(a) === fold(b);
  return same(candidate.first, name.first) || same(candidate.last, name.last);
}

function isOurs(candidate: Candidate, ours: Set<string>): boolean {
  return candidate.first !== undefined && ours.has(fold(candidate.first));
}

function isHomeName(candidate: Candidate, homeNames: Set<string>): boolean {
  return homeNames.has(fold([candidate.first, candidate.last].filter(Boolean).join(' ')));
}

function isDenied(turns: PlainTurn[]): boolean {
  return turns.some(({ turn, text }) => turn.direction === 'inbound' && NOT_ME.test(text));
}

/** The name that weighs most: candidates of one given name count together, the earliest wins a tie. */
function bestGroup(candidates: Candidate[]): ChosenName | null {
  const withFirst = candidates.filter((candidate) => candidate.first);
  const groups: Candidate[][] = [];
  for (const candidate of withFirst) {
    const home = groups.find((group) => group.some((member) => isSameFirst(member, candidate)));
    if (home) home.push(candidate);
    else groups.push([candidate]);
  }
  const strong = groups
    .filter((group) => isEnough(group))
    .toSorted((a, b) => strength(b) - strength(a))[0];
  const lone = candidates.filter((candidate) => !candidate.first && candidate.last);
  if (!strong) return lone[0] ? chosen(undefined, lone[0]) : null;
  const first = strong.toSorted(
    (a, b) => b.weight - a.weight || (b.first?.length ?? 0) - (a.first?.length ?? 0),
  )[0];
  const withLast = strong
    .filter((candidate) => candidate.last)
    .toSorted((a, b) => b.weight - a.weight);
  const others = withFirst.filter(
    (other) => first && other.last && (first.weight === 4 || isRespelled(first, other)),
  );
  return chosen(first, withLast[0] ?? lone[0] ?? others[0]);
}

/** "Jon" for "John": the same name spelled a little differently. */
function isRespelled(one: Candidate, other: Candidate): boolean {
  return isNear(fold(one.first ?? ''), fold(other.first ?? ''), 2);
}

function chosen(first: Candidate | undefined, last: Candidate | undefined): ChosenName | null {
  const place = first ?? last;
  if (!place) return null;
  return { first: first?.first, last: last?.last, firstFrom: place, lastFrom: last ?? place };
}

function isSameFirst(a: Candidate, b: Candidate): boolean {
  const one = fold(a.first ?? '');
  const two = fold(b.first ?? '');
  return one === two || one.startsWith(`${two} `) || two.startsWith(`${one} `);
}

/** One statement is enough; hints need each other. */
function isEnough(group: Candidate[]): boolean {
  const top = Math.max(...group.map((candidate) => candidate.weight));
  if (top >= 2) return true;
  return group.length >= 2 || group.some((candidate) => candidate.turn.direction === 'outbound');
}

function strength(group: Candidate[]): number {
  const top = Math.max(...group.map((candidate) => candidate.weight));
  return top * 10 + Math.min(group.length, 9);
}
