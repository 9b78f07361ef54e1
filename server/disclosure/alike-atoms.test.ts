import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeAlike, ofMembers, type World } from './alike-atoms.ts';
import { certainAnswers, type Certain } from './certain-answers.ts';
import { makeKnowledge, type Fact } from './propagate.ts';

const WIDTH = 2;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Atoms with their counts of two answers, and exact facts on some of them together. */
function worldOf(counts: readonly (readonly number[])[], sums: readonly (readonly number[])[]): World {
  const facts = sums.map((atoms): Fact => {
    const told = [0, 1].map((answer) => sum(atoms.map((atom) => counts[atom]?.[answer] ?? 0)));
    return { atoms, coefficients: null, low: told, high: told };
  });
  return { facts, sizes: counts.map(sum), truth: counts.flat(), width: WIDTH };
}

function certainOf({ facts, sizes, truth, width }: World): readonly Certain[] {
  const steps = certainAnswers(makeKnowledge(sizes, width, facts), truth, 0);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
const sorted = (certain: readonly Certain[]): string[] => certain.map(({ atom, answer }) => `${atom} ${answer}`).sort();

describe('atoms that the same facts hold', () => {
  const counts = [
    [2, 1],
    [1, 2],
    [3, 0],
  ];

  test('are one where they are of one place, with the people of both', () => {
    const { world, members } = mergeAlike(worldOf(counts, [[0, 1], [0, 1, 2], [2]]), ['a', 'a', 'b']);
    expect(members).toEqual([[0, 1], [2]]);
    expect([...Array.from(world.sizes)]).toEqual([6, 3]);
    expect(Array.from(world.truth)).toEqual([3, 3, 3, 0]);
    expect(world.facts.map(({ atoms }) => Array.from(atoms))).toEqual([[0], [0, 1], [1]]);
  });

  test('are two where a fact holds one of them, or where they are of two places', () => {
    expect(mergeAlike(worldOf(counts, [[0], [0, 1]]), ['a', 'a', 'b']).members).toEqual([[0], [1], [2]]);
    expect(mergeAlike(worldOf(counts, [[0, 1]]), ['a', 'c', 'b']).members).toEqual([[0], [1], [2]]);
  });

  test('are two where a fact counts them otherwise', () => {
    const world = worldOf(counts, [[0, 1]]);
    const facts = world.facts.map((fact) => ({ ...fact, coefficients: [1, 2] }));
    expect(mergeAlike({ ...world, facts }, ['a', 'a', 'b']).members).toEqual([[0], [1], [2]]);
  });

  test('what is certain of both is certain of each who answered so', () => {
    const all = worldOf(
      [
        [2, 0],
        [1, 0],
        [3, 3],
      ],
      [[0, 1], [2]],
    );
    const merged = mergeAlike(all, ['a', 'a', 'b']);
    expect(merged.members[0]).toEqual([0, 1]);
    expect(sorted(ofMembers(certainOf(merged.world), merged, all))).toEqual(['0 0', '1 0']);
  });
});

test('what is certain without them is certain with them, where all that is known speaks of whole places', () => {
  const count = fc.tuple(fc.nat(4), fc.nat(4));
  const places = fc.array(fc.array(count, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 });
  const subsets = fc.array(fc.nat(15), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(places, subsets, (drawn, masks) => {
      const counts = drawn.flat();
      const names = drawn.flatMap((of, place) => of.map(() => String(place)));
      const sums = masks.map((mask) =>
        [...names.keys()].filter((atom) => (mask >> Number(names[atom] ?? 0)) & 1 && sum(counts[atom] ?? []) > 0),
      );
      const all = worldOf(
        counts,
        sums.filter((atoms) => atoms.length > 0),
      );
      const merged = mergeAlike(all, names);
      const without = sorted(certainOf(all));
      expect(sorted(ofMembers(certainOf(merged.world), merged, all))).toEqual(expect.arrayContaining(without));
    }),
  );
});
