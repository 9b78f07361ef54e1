import { expect, test } from '@jest/globals';
import type { Catalogue, Population } from './catalogue.ts';
import { createElimination, insert, sumOf } from './elimination.ts';
import { makeLayer, type Settled } from './layer.ts';
import type { Standing } from './leftovers.ts';
import type { Solved } from './solve-layer.ts';
import { makeWindowGate } from './window-gate.ts';

// Two men of a degree that its round shows, who answered differently: each knows what the other answered, with
// the window or without it. The men, women and next year of another degree are in no doubt of that kind.
const TWO = [1, 1];
const OTHERS = [
  [6, 6],
  [6, 6],
  [5, 5],
];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

type Shown = Pick<Population, 'atoms'> & Partial<Pick<Population, 'split' | 'window'>>;

function solvedOf(vectors: readonly (readonly number[])[], shown: readonly Shown[]): Solved {
  const place = { institution: 'i', field: '1', target: 20, parts: [], splitValue: '' };
  const populations = shown.map(({ atoms, split = '', window }, index): Population => ({
    ...place,
    key: String(index),
    level: 'degree',
    degree: String(index),
    split,
    atoms,
    ...(window === undefined ? {} : { window }),
  }));
  const catalogue: Catalogue = {
    splits: ['gender'],
    atoms: vectors.map((_, atom) => ({
      key: String(atom),
      institution: 'i',
      degree: atom === 0 ? 'a' : 'b',
      values: [atom === 2 ? 'female' : 'male'],
      current: true,
      round: atom === 3 ? '2021' : '2020',
    })),
    populations,
    indexOf: new Map(),
    fieldOf: new Map(),
    commonLevels: [],
  };
  const counts = populations.map(({ atoms }) => [0, 1].map((at) => sum(atoms.map((atom) => vectors[atom]?.[at] ?? 0))));
  const layer = makeLayer({
    catalogue,
    weights: vectors.map(sum),
    people: vectors.map(sum),
    counts,
    wishes: populations.map(() => 'exact'),
    thresholds: populations.map(() => 5),
    isSafe: () => true,
    settled: (index): Settled | null => (populations[index]?.window === undefined ? 'exact' : null),
  });
  const system = createElimination(vectors.length);
  for (const { atoms } of layer.units) insert(system, sumOf(atoms));
  return { layer, standings: layer.units.map((): Standing => 'exact'), system };
}

/** Windows that the gate hides, by their years. */
function hiddenIn(shown: readonly Shown[], first: readonly number[] = TWO): (string | undefined)[] {
  const vectors = [first, ...OTHERS];
  const solved = solvedOf(vectors, shown);
  const steps = makeWindowGate(vectors, 5)(solved, new Set());
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { units, catalogue } = solved.layer;
  return step.value.map((unit) => catalogue.populations[units[unit]?.members[0] ?? -1]?.window);
}

const rounds: readonly Shown[] = [{ atoms: [0] }, { atoms: [0, 1, 2] }];
const window: Shown = { atoms: [1, 2, 3], window: '2020-2021' };

test('a window stands beside people whose doubt nobody proves, where that was so without it', () => {
  expect(hiddenIn([...rounds, window])).toEqual([]);
});

test('no window stands beside them where a round shows splits of the cell', () => {
  expect(hiddenIn([...rounds, { atoms: [0, 1], split: 'gender' }, window])).toEqual(['2020-2021']);
});

test('windows stand beside splits where everybody has a proof', () => {
  expect(hiddenIn([...rounds, { atoms: [0, 1], split: 'gender' }, window], [3, 3])).toEqual([]);
});
