// The contact's own name: collects every place where it may have been said and weighs them.

import type { Sourced } from '../enrichment/fields.ts';
import { addresses, ownSideNames, type Address } from './name-addresses.ts';
import type { Candidate, ChosenName, Place } from './name-candidate.ts';
import { nameCandidates } from './name-candidates.ts';
import type { PlainTurn } from './plain-turns.ts';
import { corrected, correctedAddresses, isNear } from './name-corrections.ts';
import { addressedName, echoedNames } from './name-echoes.ts';
import { withFamilyName, withGivenName } from './name-parts.ts';
import { evidence, fold } from './tokens.ts';

export type FoundName = {
  first_name?: Sourced<string>;
  last_name?: Sourced<string>;
  /** Where the contact said their own name, in order of time. */
  places: Candidate[];
};

const WRONG_NUMBER =
  /\b(?:wrong (?:number|person)|no (?:one|body) (?:here )?(?:by that name|with that name))\b/i;

/**
 * The contact's name, from what they say of themselves; how the business addresses them only supports it.
 * @param turns - the conversation in order of time
 * @param homeNames - folded names of our own organization, lines and agents
 * @param email - where the contact's own address stands, which may complete the name
 */
export function findName(turns: PlainTurn[], homeNames: Set<string>, email?: Place): FoundName {
  const spoken = addresses(turns, 'outbound');
  const ours = new Set([...ownSideNames(turns), ...homeNames, ...namesForUs(turns, spoken)]);
  const called = new Set(spoken.map(({ name }) => fold(name.first ?? '')).filter(Boolean));
  const said = [...nameCandidates(turns), ...correctedAddresses(turns, called)];
  const echoed = echoedNames(turns, spoken);
  const addressed = addressedName(spoken);
  const hints = [...echoed, ...(addressed && !isDenied(turns, addressed) ? [addressed] : [])];
  const all = [
    ...hints.filter((candidate) => !isOurs(candidate, ours)),
    ...said.filter(
      (candidate) => (candidate.weight > 1 && !candidate.signed) || !isOurs(candidate, ours),
    ),
  ];
  const winner = bestGroup(all.filter((candidate) => !isHomeName(candidate, homeNames)));
  if (!winner) return { places: said.filter((candidate) => candidate.title !== undefined) };
  const full = withFamilyName(withGivenName(winner, spoken, ours), turns, spoken, email);
  const name = corrected(full, turns);
  return {
    ...(name.first ? { first_name: sourced(name.first, name.firstFrom) } : {}),
    ...(name.last ? { last_name: sourced(name.last, name.lastFrom) } : {}),
    places: [...said, ...echoed].filter((candidate) => isOf(candidate, name)),
  };
}

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

/** Names with which the contact addresses us, more often than we address them so. */
function namesForUs(turns: PlainTurn[], spoken: Address[]): string[] {
  const counts = new Map<string, number>();
  const add = (address: Address, by: number) => {
    const name = fold(address.name.first ?? '');
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const address of addresses(turns, 'inbound')) {
    const { name, turn, greeted } = address;
    const signs = /\n\s*$/.test(turn.text.slice(0, name.start));
    if (greeted && !signs && /\p{L}/u.test(turn.text.slice(name.end))) add(address, 1);
  }
  for (const address of spoken) add(address, -1);
  return [...counts].filter(([name, count]) => name && count > 0).map(([name]) => name);
}

/** "Wrong number", "I'm not Ana", "this isn't Ana". */
function isDenied(turns: PlainTurn[], { first }: Candidate): boolean {
  const denial = new RegExp(
    `\\b(?:not|isn't|no)\\s${first?.replace(/[^\p{L}\s-]/gu, '.')}\\b`,
    'iu',
  );
  return turns.some(
    ({ turn, text }) =>
      turn.direction === 'inbound' && (WRONG_NUMBER.test(text) || denial.test(text)),
  );
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
  return group.some((candidate) => candidate.turn.direction === 'outbound');
}

function strength(group: Candidate[]): number {
  const top = Math.max(...group.map((candidate) => candidate.weight));
  return top * 10 + Math.min(group.length, 9);
}
