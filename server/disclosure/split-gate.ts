import type { Catalogue, Population } from './catalogue.ts';
import { withoutDoubt, type Alike } from './doubt.ts';
import { boundOf } from './gate.ts';
import { fingerprint, type Layer } from './layer.ts';
import type { Fact } from './propagate.ts';
import type { Gate, Solved } from './solve-layer.ts';

/**
 * The gate of splits beside totals that are settled: of the splits that could be published it keeps
 * those with which everybody's answer stays in doubt, also for somebody who knows one person's. They
 * are taken in steps, from what serves most: the nation, fields, institutions, an institution's fields.
 * `vectors`: true counts by atom; `least`: the threshold.
 */
export function makeSplitGate(vectors: readonly (readonly number[])[], least: number): Gate {
  let safe: ReadonlySet<string> | null = null;
  return function* (solved) {
    const { layer, standings } = solved;
    const nameOf = (unit: number): string => fingerprint(layer.units[unit]?.atoms ?? []);
    const splits = standings.flatMap((standing, unit) =>
      standing === 'exact' && layer.units[unit]?.settled === null ? [unit] : [],
    );
    // What is safe stays so when less is published.
    if (splits.every((unit) => safe?.has(nameOf(unit)) ?? false)) return [];
    const kept = yield* keep({ solved, vectors, least }, splits);
    safe = new Set([...kept].map(nameOf));
    return splits.filter((unit) => !kept.has(unit));
  };
}

type Question = { solved: Solved; vectors: readonly (readonly number[])[]; least: number };

function* keep(question: Question, splits: readonly number[]): Generator<void, ReadonlySet<number>> {
  const { layer } = question.solved;
  let kept = new Set<number>();
  for (const step of stepsOf(layer.catalogue.splits)) {
    const more = splits.filter((unit) => isOfStep(layer, unit, step));
    if (more.length > 0) kept = yield* keepSafe(question, kept, more, false);
  }
  return yield* keepSafe(question, new Set(), [...kept], true);
}

/** Adds as many of these units as are safe beside those that are kept. */
function* keepSafe(
  question: Question,
  kept: ReadonlySet<number>,
  more: readonly number[],
  insiders: boolean,
): Generator<void, Set<number>> {
  let left = [...more];
  while (left.length > 0) {
    const shown = new Set([...kept, ...left]);
    const alike = alikeIn(question, shown);
    const found = yield* withoutDoubt(alike.groups, alike.bounds, { least: question.least, insiders });
    if (found.length === 0) return shown;
    const away = new Set(found.flatMap((group) => near(question.solved.layer, left, alike.atoms[group]?.[0] ?? -1)));
    left = left.filter((unit) => !away.has(unit));
  }
  return new Set(kept);
}

/** The splits that go for an atom: all of its narrowest unit that is split; if it has none, all. */
function near(layer: Layer, left: readonly number[], atom: number): readonly number[] {
  for (const step of stepsOf(layer.catalogue.splits).toReversed()) {
    const found = left.filter((unit) => isOfStep(layer, unit, step, atom));
    if (found.length > 0) return found;
  }
  return left;
}

/** Atoms that no published unit tells apart, as one group, and what is told of the units. */
function alikeIn(
  { solved: { layer, standings }, vectors }: Question,
  splits: ReadonlySet<number>,
): { groups: Alike[]; bounds: Pick<Fact, 'low' | 'high'>[]; atoms: number[][] } {
  const factsOf: number[][] = vectors.map(() => []);
  const bounds: Pick<Fact, 'low' | 'high'>[] = [];
  for (const [unit, { atoms, members, settled }] of layer.units.entries()) {
    const counts = layer.counts[members[0] ?? -1] ?? [];
    if (standings[unit] === 'silent' || (settled === null && !splits.has(unit))) continue;
    for (const atom of atoms) factsOf[atom]?.push(bounds.length);
    bounds.push(standings[unit] === 'exact' ? { low: counts, high: counts } : boundOf(layer, unit, counts));
  }
  const answering = [...vectors.keys()].filter((atom) => (layer.weights[atom] ?? 0) > 0);
  const together = [...Map.groupBy(answering, (atom) => factsOf[atom]?.join() ?? '').values()];
  const groups = together.map((atoms): Alike => {
    const [first = -1] = atoms;
    const counts = (vectors[first] ?? []).map((_, answer) =>
      atoms.reduce((total, atom) => total + (vectors[atom]?.[answer] ?? 0), 0),
    );
    return { counts, facts: factsOf[first] ?? [] };
  });
  return { groups, bounds, atoms: together };
}

const LEVELS = ['nation', 'field', 'institution', 'institution_field'] as const satisfies Population['level'][];

type Step = { level: Population['level']; split: string };

function stepsOf(splits: readonly string[]): Step[] {
  return LEVELS.flatMap((level) => splits.map((split) => ({ level, split })));
}

function isOfStep({ catalogue, units }: Layer, unit: number, step: Step, atom: number | null = null): boolean {
  return (units[unit]?.members ?? []).some((member) => isOf(catalogue, member, step, atom));
}

function isOf({ populations, atoms, fieldOf }: Catalogue, member: number, step: Step, atom: number | null): boolean {
  const population = populations[member];
  if (population?.level !== step.level || population.split !== step.split) return false;
  if (atom === null) return true;
  const who = atoms[atom];
  return (
    (population.institution === '' || population.institution === who?.institution) &&
    (population.field === '' || population.field === fieldOf.get(who?.degree ?? ''))
  );
}
