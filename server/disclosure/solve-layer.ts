import {
  createElimination,
  areParallel,
  insert,
  isNothing,
  remainder,
  sumOf,
  watch,
  type Elimination,
  type Vector,
} from './elimination.ts';
import { FIRST_PRIME, SECOND_PRIME } from './modular.ts';
import { toldAtoms, toldGroups, toldRows, type DefinableGroup, type IsUnsafe } from './definable-groups.ts';
import type { Layer } from './layer.ts';
import { hideForLeftovers, type Standing } from './leftovers.ts';
import type { Switches } from './switches.ts';
import { thinPairs } from './thin-pairs.ts';

export type Solved = {
  layer: Layer;
  /** By unit. */
  standings: readonly Standing[];
  system: Elimination;
};

/** Hides more units, given what would be published; none = it may be. */
export type Gate = (solved: Solved, hidden: ReadonlySet<number>) => Generator<void, readonly number[]>;

export type SolveFacts = {
  layer: Layer;
  groups: readonly DefinableGroup[];
  isUnsafe: IsUnsafe;
  /** Differences of fewer answers than this must not be told; 0 where a wider layer has seen to it. */
  least: number;
  /** What earlier releases have published. */
  sunk: readonly Vector[];
  switches: Switches;
  /** Called last. */
  gate?: Gate;
};

/**
 * Which units of a layer are published exactly. In the fixed order each is published unless something
 * protected could then be told: units that may not be shown, differences of a few people, and what a
 * round of checks has found. Repeated with more hidden until every check is content; each round hides
 * more, so it ends.
 *
 * Source: secondary suppression by exact elimination (docs/statistics.md).
 * Example: a 12, b 7, c 3, d 20 → all 42, d and a are published, and c is kept from being told by hiding b.
 */
export function* solveLayer(given: SolveFacts): Generator<void, Solved> {
  const { layer, switches } = given;
  const facts = { ...given, sunk: given.sunk.map((vector) => answeringPart(layer, vector)) };
  const hidden = new Set<number>();
  const found = new Map<string, Vector>();
  const pairs =
    facts.least > 0 && switches.thinPairs
      ? thinPairs(layer, (unit) => layer.units[unit]?.wish === 'exact', facts.least)
      : [];
  for (;;) {
    const solved = yield* publishInOrder(facts, hidden, [...pairs, ...found.values()]);
    yield;
    const rests = switches.leftovers ? hideForLeftovers(layer, [...solved.standings]) : [];
    for (const unit of rests) hidden.add(unit);
    if (rests.length > 0) continue;
    const told = toldVectors(facts, solved.system);
    const fresh = told.filter((vector) => !found.has(nameOf(vector)));
    for (const vector of fresh) found.set(nameOf(vector), vector);
    if (fresh.length > 0) continue;
    const last = lastOf(solved, told);
    if (last !== null) hidden.add(last);
    if (last !== null) continue;
    const more = facts.gate ? yield* facts.gate(solved, hidden) : [];
    for (const unit of more) hidden.add(unit);
    if (more.length > 0) continue;
    if (switches.secondary) confirm(facts, solved, hidden);
    yield;
    return solved;
  }
}

/**
 * What is told although it is protected is told of other multiples of its atoms than one: the last unit that
 * was published with one of these atoms goes. null: nothing is told, or only by earlier releases.
 */
function lastOf({ layer, standings }: Solved, told: readonly Vector[]): number | null {
  const atoms = new Set(told.flatMap(({ plus, minus }) => [...plus, ...minus]));
  const last = layer.units.findLastIndex(
    (unit, index) => standings[index] === 'exact' && !unit.settled && unit.atoms.some((atom) => atoms.has(atom)),
  );
  return last < 0 ? null : last;
}

/** Units between which others are let in. */
const UNITS_A_STEP = 250;

function* publishInOrder(
  { layer, sunk, switches }: SolveFacts,
  hidden: ReadonlySet<number>,
  extra: readonly Vector[],
): Generator<void, Solved> {
  const system = createElimination(
    layer.weights.length,
    FIRST_PRIME,
    layer.units.filter(({ wish }) => wish === 'exact').length + sunk.length + 1,
  );
  for (const vector of [...sunk, ...settledVectors(layer)]) insert(system, vector);
  if (switches.secondary) {
    for (const [unit, { atoms }] of layer.units.entries()) {
      if (isProtected(layer, unit, hidden)) protect(system, sumOf(atoms));
    }
    for (const vector of extra) protect(system, vector);
  }
  yield;
  const standings: Standing[] = [];
  for (const [unit, { wish, atoms, settled }] of layer.units.entries()) {
    if (unit % UNITS_A_STEP === UNITS_A_STEP - 1) yield;
    if (settled) {
      standings.push(settled);
      continue;
    }
    if (hidden.has(unit) || wish !== 'exact') {
      standings.push(wish === 'bounded' && !hidden.has(unit) ? 'bounded' : 'silent');
      continue;
    }
    const vector = sumOf(atoms);
    const rest = remainder(system, vector);
    const told = !isNothing(rest) && system.watched.some(({ print }) => areParallel(print, rest, system.prime));
    if (!told) insert(system, vector);
    standings.push(told ? 'silent' : 'exact');
  }
  return { layer, standings, system };
}

/** Watches a vector, unless it can be told already: then nothing more can be lost. */
function protect(system: Elimination, vector: Vector): void {
  if (!isNothing(remainder(system, vector))) watch(system, vector);
}

/**
 * Looks once more, modulo another prime, that nothing hidden can be told. What holds modulo one prime
 * and not modulo the other would be chance, once in millions of releases: then nothing is published.
 */
function confirm({ layer, sunk }: SolveFacts, { standings }: Solved, hidden: ReadonlySet<number>): void {
  const before = createElimination(layer.weights.length, SECOND_PRIME, sunk.length + 1);
  for (const vector of [...sunk, ...settledVectors(layer)]) insert(before, vector);
  const system = createElimination(layer.weights.length, SECOND_PRIME, sunk.length + layer.units.length);
  for (const vector of sunk) insert(system, vector);
  for (const [unit, { atoms }] of layer.units.entries()) if (standings[unit] === 'exact') insert(system, sumOf(atoms));
  for (const [unit, { atoms }] of layer.units.entries()) {
    const isTold = isProtected(layer, unit, hidden) && isNothing(remainder(system, sumOf(atoms)));
    if (isTold && !isNothing(remainder(before, sumOf(atoms)))) throw new Error('a hidden figure could be told');
  }
}

/** Whether a unit must not be told. What is dark has been seen to on the numbers of answers. */
function isProtected({ units }: Layer, unit: number, hidden: ReadonlySet<number>): boolean {
  const { wish, settled } = units[unit] ?? { wish: 'absent', settled: null };
  if (wish === 'hidden' || wish === 'few' || wish === 'bounded' || hidden.has(unit)) return settled !== 'exact';
  return wish === 'exact' && (settled === 'silent' || settled === 'bounded');
}

/** What was published before this layer was asked. */
function settledVectors({ units }: Layer): Vector[] {
  return units.flatMap(({ settled, atoms }) => (settled === 'exact' ? [sumOf(atoms)] : []));
}

function toldVectors({ layer, groups, isUnsafe, least, switches }: SolveFacts, system: Elimination): Vector[] {
  if (!switches.definableGroups || !switches.secondary) return [];
  const told = toldGroups(layer, system, groups, isUnsafe);
  return least > 0 ? [...told, ...toldAtoms(layer, system, least), ...toldRows(layer, system, least)] : told;
}

/** Atoms without answers are no part of the system. */
function answeringPart({ weights }: Layer, { plus, minus }: Vector): Vector {
  const answers = (atom: number): boolean => (weights[atom] ?? 0) > 0;
  return { plus: plus.filter(answers), minus: minus.filter(answers) };
}

function nameOf({ plus, minus }: Vector): string {
  return `${plus.join()}-${minus.join()}`;
}
