import { mergeAlike, ofMembers } from './alike-atoms.ts';
import { besideBounds } from './beside-bounds.ts';
import type { Atom } from './catalogue.ts';
import { certainAnswers, type Certain } from './certain-answers.ts';
import { fingerprint, type Layer } from './layer.ts';
import { rowOf } from './elimination.ts';
import { allRests } from './leftovers.ts';
import { makeKnowledge, type Fact } from './propagate.ts';
import { repairs } from './repair.ts';
import { RULES } from './rules.ts';
import type { Gate, Solved } from './solve-layer.ts';
import { commonCategory } from './top-code.ts';

/** Larger coefficients come only of long chains of subtractions, and say hardly anything of one atom. */
const LARGEST_COEFFICIENT = 40;

/**
 * Looks at what would be published of a cell with the eyes of somebody who knows who took part and how
 * many answered: counts are not negative, bounds leave two answers open. Gives the units to hide so that
 * nobody's answer is certain; asked again until there are none. `vectors`: true counts by atom;
 * `small`: the threshold of the question. `beside`: what is known without the cell, by other figures; what
 * follows from that alone no hiding can help.
 *
 * Source: data-dependent gate with its repair ladder (docs/statistics.md).
 */
export function makeGate(vectors: readonly (readonly number[])[], small: number, beside: readonly Fact[] = []): Gate {
  const stages = new Map<number, number>();
  return function* (solved, hidden) {
    const certain = yield* certainIn(solved, vectors, small);
    if (certain.length > 0) return repairs(solved, hidden, certain, stages);
    if (beside.length === 0) return [];
    return repairs(solved, hidden, yield* certainBeside(solved, vectors, small, beside), stages);
  };
}

/** What of a cell would be certain if it were published as solved. */
export function* certainIn(
  solved: Solved,
  vectors: readonly (readonly number[])[],
  small: number,
): Generator<void, Certain[]> {
  const world = worldOf(solved.layer, vectors);
  const facts = publishedFacts(solved, world);
  yield;
  return yield* certainFrom(solved.layer, world, facts, small);
}

/** What would be certain of it for somebody who knows other facts, and is not by those alone. */
function* certainBeside(
  solved: Solved,
  vectors: readonly (readonly number[])[],
  small: number,
  beside: readonly Fact[],
): Generator<void, Certain[]> {
  const world = worldOf(solved.layer, vectors);
  const facts = publishedFacts(solved, world);
  yield;
  const together = yield* certainFrom(solved.layer, world, [...facts, ...beside], small);
  if (together.length === 0) return [];
  const alone = yield* certainFrom(solved.layer, world, beside, small);
  const known = new Set(alone.map(({ atom, answer }) => `${atom}/${answer}`));
  return together.filter(({ atom, answer }) => !known.has(`${atom}/${answer}`));
}

/** True counts, by atom × width + answer. */
type World = { width: number; truth: Int32Array };

function worldOf(layer: Layer, vectors: readonly (readonly number[])[]): World {
  const width = layer.counts[0]?.length ?? 0;
  const truth = new Int32Array(layer.weights.length * width);
  for (const [atom, vector] of vectors.entries()) truth.set(vector, atom * width);
  return { width, truth };
}

/** What is told of counts by what is published, and by subtracting it. */
function publishedFacts({ layer, standings, system }: Solved, { width, truth }: World): Fact[] {
  const facts = standings.flatMap((standing, unit): Fact[] => {
    const { atoms, members } = layer.units[unit] ?? { atoms: [], members: [] };
    const counts = layer.counts[members[0] ?? -1] ?? [];
    if (standing === 'exact') return [{ atoms, coefficients: null, low: counts, high: counts }];
    return standing === 'bounded' ? [boundOf(layer, unit, counts)] : [];
  });
  const known = new Set(
    layer.units.flatMap(({ atoms }, unit) => (standings[unit] === 'exact' ? [fingerprint(atoms)] : [])),
  );
  for (const row of system.pivots.keys()) {
    const { columns, values } = rowOf(system, row);
    if (!values.every((value) => Math.abs(value) <= LARGEST_COEFFICIENT)) continue;
    const isPlain = values.every((value) => value === 1);
    const sums = Array.from({ length: width }, (_, answer) =>
      columns.reduce((total, atom, place) => total + (values[place] ?? 0) * (truth[atom * width + answer] ?? 0), 0),
    );
    if (isPlain && known.has(fingerprint(columns))) continue;
    known.add(fingerprint(columns));
    facts.push({ atoms: columns, coefficients: isPlain ? null : values, low: sums, high: sums });
  }
  for (const rest of allRests(layer, standings)) {
    const sums = Array.from({ length: width }, (_, answer) =>
      rest.reduce((total, index) => total + (layer.counts[index]?.[answer] ?? 0), 0),
    );
    const atoms = rest.flatMap((index) => layer.catalogue.populations[index]?.atoms ?? []);
    if (!known.has(fingerprint(atoms.toSorted((a, b) => a - b))))
      facts.push({ atoms, coefficients: null, low: sums, high: sums });
  }
  return facts;
}

function* certainFrom(
  { weights, catalogue }: Layer,
  { width, truth }: World,
  facts: readonly Fact[],
  small: number,
): Generator<void, Certain[]> {
  const all = { facts: [...facts, ...besideBounds(facts)], sizes: weights, truth, width };
  const merged = mergeAlike(all, catalogue.atoms.map(placeOf));
  const { world } = merged;
  const certain = yield* certainAnswers(makeKnowledge(world.sizes, width, world.facts), world.truth, small);
  return ofMembers(certain, merged, all);
}

/** Whose people are told apart by splits alone. */
function placeOf({ institution, degree, round = '', current }: Atom): string {
  return [round, institution, degree, current].join('/');
}

/** What a bound says of a unit: two at most answered otherwise. */
export function boundOf(layer: Layer, unit: number, counts: readonly number[]): Fact {
  const { atoms, n } = layer.units[unit] ?? { atoms: [], n: 0 };
  const common = commonCategory(counts);
  const low = counts.map((_, answer) => (answer === common ? n - RULES.slack : 0));
  return { atoms, coefficients: null, low, high: counts.map((_, answer) => (answer === common ? n : RULES.slack)) };
}
