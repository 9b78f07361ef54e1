import { sum } from '../statistics/figure.ts';
import { openParts, withoutKnown, type OpenPart } from './open-parts.ts';
import { possibleWorld } from './possible-world.ts';
import { makeKnowledge, propagate, type Fact } from './propagate.ts';

/** People whom nothing published tells apart, as one: how many gave each answer, and the facts that they are part of. */
export type Alike = { counts: readonly number[]; facts: readonly number[] };

/** Below this weight nothing else counts as possible; so does what shrinks so fast. */
const HARDLY = 0.03;
const SHRINKING = 0.8;
/** Rounds of fitting, and those for whom that leaves it open. */
const ROUNDS = 120;
const MORE_ROUNDS = 1200;
/** Groups are known in turn, a sixteenth at a time, so that any two are told apart by some turn. */
const SHARES = 16;

/**
 * Groups of people alike for whom it is not sure that somebody else's answer stays in doubt, for an
 * outsider or for anybody who knows one person's answer. `bounds`: the facts, by answer; they are those
 * of `groups`.
 *
 * Within a group answers can change places, so that nobody's is certain where three at least answered
 * otherwise than most. Of the others the most undecided world must give some weight to another answer:
 * with nobody's answer known; with the only other answer of the group known; and with all the answers of
 * a sixteenth of the groups known, in so many turns that each group is known in one while each other one
 * is not. A turn knows far more than any one person, so what is in doubt then is in doubt for them; where
 * it is not, fewer are known at a time, down to one person.
 *
 * Example: two groups of one person each in a field of two, [1, 1] → in doubt for an outsider; whoever
 * knows the one knows the other, so both are named.
 */
export function* withoutDoubt(
  groups: readonly Alike[],
  bounds: readonly Pick<Fact, 'low' | 'high'>[],
  { least, insiders }: { least: number; insiders: boolean },
): Generator<void, number[]> {
  const width = groups[0]?.counts.length ?? 0;
  const members = bounds.map((): number[] => []);
  for (const [group, { facts }] of groups.entries()) for (const fact of facts) members[fact]?.push(group);
  const knowledge = makeKnowledge(
    groups.map(({ counts }) => counts.reduce((total, one) => total + one, 0)),
    width,
    bounds.map(({ low, high }, fact): Fact => ({ atoms: members[fact] ?? [], coefficients: null, low, high })),
  );
  yield* propagate(knowledge);
  const found = new Set<number>();
  for (const [group, { counts }] of groups.entries()) {
    const n = knowledge.sizes[group] ?? 0;
    const places = counts.map((_, answer) => group * width + answer);
    const isFixed = places.every((place) => knowledge.low[place] === knowledge.high[place]);
    // Whoever alone answered otherwise than the rest knows the rest.
    if (n > 0 && isFixed && (n < least || n - Math.max(...counts) < 2)) found.add(group);
  }
  for (const part of openParts(knowledge)) {
    yield;
    const looked = { part, groups, countsOf: (index: number) => groups[part.atoms[index] ?? -1]?.counts ?? [] };
    for (const group of yield* forOutsiders(looked)) found.add(group);
    if (insiders && found.size === 0) for (const group of yield* forInsiders(looked)) found.add(group);
  }
  return [...found];
}

type Looked = { part: OpenPart; groups: readonly Alike[]; countsOf: (index: number) => readonly number[] };

/** Nobody known, or the one other answer of the group itself. */
function* forOutsiders(looked: Looked): Generator<void, number[]> {
  const { part, countsOf } = looked;
  const indexes = [...part.atoms.keys()];
  const found = judged(
    looked,
    indexes.filter((index) => answersIn(countsOf(index)) === 1),
    () => 0,
  );
  const lone = indexes.filter((index) => hasOneOther(countsOf(index)));
  for (const which of [0, 1]) {
    yield;
    const of = which === 0 ? lone : lone.filter((index) => sum(countsOf(index)) === 2);
    const known = new Set(of.map((index) => index * part.width + otherAnswer(countsOf(index), which)));
    const all = judged(looked, of, (place) => Number(known.has(place)));
    // Knowing them all is more than anybody does: each by itself.
    for (const index of all) {
      const own = index * part.width + otherAnswer(countsOf(index), which);
      found.push(...judged(looked, [index], (place) => Number(place === own)));
      yield;
    }
  }
  return found.map((index) => part.atoms[index] ?? -1);
}

/** A share of the groups known at a time; of whom that leaves no doubt, more and more closely. */
function* forInsiders(looked: Looked): Generator<void, number[]> {
  const { part, countsOf } = looked;
  const indexes = [...part.atoms.keys()];
  const unanimous = indexes.filter((index) => answersIn(countsOf(index)) === 1);
  const found = new Set<number>();
  for (let unit = 1; unit < part.atoms.length; unit *= SHARES) {
    for (let turn = 0; turn < SHARES; turn += 1) {
      yield;
      const isKnown = (index: number): boolean => Math.floor(index / unit) % SHARES === turn;
      const live = unanimous.filter((index) => !isKnown(index) && !found.has(index));
      for (const index of yield* sureBeside(looked, indexes.filter(isKnown), live)) found.add(index);
    }
  }
  return [...found].map((index) => part.atoms[index] ?? -1);
}

/** Of these groups those that are sure for somebody who knows one person of the known ones. */
function* sureBeside(looked: Looked, known: readonly number[], live: readonly number[]): Generator<void, number[]> {
  const { part, countsOf } = looked;
  if (known.length === 0) return [];
  const all = new Set(known);
  const bad = judged(looked, live, (place) => {
    const index = Math.floor(place / part.width);
    return all.has(index) ? (countsOf(index)[place % part.width] ?? 0) : 0;
  });
  if (bad.length === 0) return [];
  yield;
  const found = new Set<number>();
  if (known.length === 1) {
    const [index = -1] = known;
    const given = [...countsOf(index).keys()].filter((answer) => (countsOf(index)[answer] ?? 0) > 0);
    for (const answer of given) {
      const own = index * part.width + answer;
      for (const one of judged(looked, bad, (place) => Number(place === own))) found.add(one);
    }
    return [...found];
  }
  const half = Math.ceil(known.length / 2);
  for (const some of [known.slice(0, half), known.slice(half)]) {
    for (const one of yield* sureBeside(looked, some, bad)) found.add(one);
  }
  return [...found];
}

/** Of these groups (by index in the part) those of whom the most undecided world leaves no doubt, when some people are known. */
function judged(looked: Looked, live: readonly number[], knownAt: (place: number) => number): number[] {
  if (live.length === 0) return [];
  const { part } = looked;
  // What bounds have fixed is nobody's doubt any more, and no longer part of the sizes.
  const known = Int32Array.from(part.middle, (middle, place) => (middle > 0 ? knownAt(place) : 0));
  const rest = withoutKnown(part, known);
  const quick = doubtless(looked, live, { known, rest, rounds: ROUNDS });
  return quick.length === 0 ? [] : doubtless(looked, quick, { known, rest, rounds: MORE_ROUNDS });
}

function doubtless(
  { part, countsOf }: Looked,
  live: readonly number[],
  { known, rest, rounds }: { known: Int32Array; rest: OpenPart; rounds: number },
): number[] {
  const { width } = part;
  const { halfway, world } = possibleWorld(rest, -1, rounds);
  const indexOf = new Map(rest.atoms.map((atom, index) => [atom, index]));
  return live.filter((index) => {
    const counts = countsOf(index);
    const common = counts.findIndex((count, answer) => count > (known[index * width + answer] ?? 0));
    const at = indexOf.get(part.atoms[index] ?? -1);
    if (at === undefined) return true;
    const doubt = (one: Float64Array): number =>
      counts.reduce((total, _, answer) => (answer === common ? total : total + (one[at * width + answer] ?? 0)), 0);
    const [before, after] = [doubt(halfway), doubt(world)];
    return after < HARDLY || (after < 1 && after < SHRINKING * before);
  });
}

function answersIn(counts: readonly number[]): number {
  return counts.filter((count) => count > 0).length;
}

function hasOneOther(counts: readonly number[]): boolean {
  return answersIn(counts) === 2 && sum(counts) - Math.max(...counts) === 1;
}

/** The answer that one person gave; of two people the one's or the other's. */
function otherAnswer(counts: readonly number[], which: number): number {
  const ones = [...counts.keys()].filter((answer) => counts[answer] === 1);
  return ones[which] ?? ones[0] ?? -1;
}
