import type { Catalogue, CatalogueLevel, Population } from '../../server/disclosure/catalogue.ts';
import { classify } from '../../server/disclosure/classify.ts';
import { makeGate } from '../../server/disclosure/gate.ts';
import { makeLayer, type Layer, type Wish } from '../../server/disclosure/layer.ts';
import { solveLayer, type Solved } from '../../server/disclosure/solve-layer.ts';
import { ALL_RULES, type Switches } from '../../server/disclosure/switches.ts';

/** A population by hand: its atoms, its level (a nation when not said), and the names of its parts. */
export type HandMade = {
  atoms: readonly number[];
  level?: CatalogueLevel;
  split?: string;
  parts?: readonly string[][];
};

/**
 * What the rules make of populations and counts given by hand: [name, 'exact' | 'bounded' | 'silent'].
 * `vectors`: counts by atom; `least`: the threshold.
 */
export function solveUnits(
  units: Readonly<Record<string, HandMade>>,
  vectors: readonly (readonly number[])[],
  { least = 5, switches = {} }: { least?: number; switches?: Partial<Switches> } = {},
): Record<string, string> {
  const layer = layerOf(units, vectors, least);
  // Numbers of people are nobody's answers.
  const rules = { ...ALL_RULES, gate: vectors[0]?.length !== 1, ...switches };
  const steps = solveLayer({
    layer,
    groups: [],
    isUnsafe: () => false,
    least,
    sunk: [],
    switches: rules,
    ...(rules.gate ? { gate: makeGate(vectors, least) } : {}),
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return namesOf(step.value, Object.keys(units));
}

function layerOf(
  units: Readonly<Record<string, HandMade>>,
  vectors: readonly (readonly number[])[],
  least: number,
): Layer {
  const names = Object.keys(units);
  const populations = Object.entries(units).map(([key, { atoms, level, split, parts }]): Population => ({
    key,
    level: level ?? 'nation',
    institution: '',
    field: '',
    degree: '',
    split: split ?? '',
    splitValue: '',
    target: 0,
    atoms,
    parts: (parts ?? []).map((way) => way.map((name) => names.indexOf(name))),
  }));
  const weights = vectors.map((vector) => vector.reduce((sum, count) => sum + count, 0));
  const counts = populations.map(({ atoms }) =>
    (vectors[0] ?? []).map((_, answer) => atoms.reduce((sum, atom) => sum + (vectors[atom]?.[answer] ?? 0), 0)),
  );
  const rule = { threshold: least, categories: 1, slack: 2 };
  // A vector of one place is a number of answers, judged by its size alone.
  const isNumber = vectors[0]?.length === 1;
  const wishOf = (vector: readonly number[]): Wish => {
    if (isNumber) return (vector[0] ?? 0) >= least ? 'exact' : 'few';
    return ({ exact: 'exact', homogeneous: 'bounded', small: 'hidden', empty: 'absent' } as const)[
      classify(vector, rule)
    ];
  };
  const catalogue: Catalogue = {
    splits: [],
    atoms: vectors.map((_, index) => ({ key: String(index), institution: '', degree: '', values: [], current: true })),
    populations,
    indexOf: new Map(names.map((name, index) => [name, index])),
    fieldOf: new Map(),
    commonLevels: [],
  };
  return makeLayer({
    catalogue,
    weights,
    people: weights,
    counts,
    wishes: counts.map(wishOf),
    thresholds: populations.map(() => least),
    isSafe: (vector, threshold, slack) =>
      isNumber ? (vector[0] ?? 0) >= threshold : classify(vector, { ...rule, threshold, slack }) === 'exact',
  });
}

function namesOf({ layer, standings }: Solved, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, standings[layer.unitOf[index] ?? -1] ?? 'absent']));
}
