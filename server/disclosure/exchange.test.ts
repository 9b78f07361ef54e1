import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exchangeIndex, movesOf, type Exchangeable } from './exchange-index.ts';
import type { KnownWorlds } from './exchange-lift.ts';
import { isPossible, otherMoves } from './exchange-search.ts';
import { withoutDoubt, type Doubtless } from './exchange.ts';

type Small = { counts: number[]; in: string; held?: number[]; near?: number };

/** Atoms by their counts and the letters of the sums that they are part of; all may be partners. */
function worldOf(atoms: readonly Small[], bounds: Exchangeable['bounds'] = []): Exchangeable {
  const names = [...new Set(atoms.flatMap(({ in: of }) => [...of]))];
  return {
    counts: atoms.map(({ counts }) => counts),
    facts: atoms.map(({ in: of }) => [...of].map((name) => names.indexOf(name)).toSorted((a, b) => a - b)),
    held: atoms.map(({ held = [] }) => held),
    bounds,
    near: [atoms.map(() => 0)],
  };
}

function found(given: Exchangeable, insiders = true, steps = 200_000): Doubtless[] {
  return finished(withoutDoubt(given, { least: 5, insiders, steps }));
}
function finished<Found>(steps: Generator<void, Found>): Found {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
const sure = (atoms: readonly Small[], insiders = true): number[] => [
  ...new Set(found(worldOf(atoms), insiders).map(({ atom }) => atom)),
];

describe('whose answer nobody proves to be in doubt', () => {
  test('nobody where a degree answered variously', () => {
    expect(sure([{ counts: [4, 3, 3], in: 'd' }])).toEqual([]);
  });

  test('everybody of a degree of one answer', () => {
    expect(sure([{ counts: [0, 8], in: 'd' }])).toEqual([0]);
  });

  test('the others of a group, for the only one of them who answered otherwise', () => {
    expect(found(worldOf([{ counts: [1, 4], in: 'd' }]))).toEqual([{ atom: 0, answer: 1 }]);
  });

  test('D10: women of a degree whose people gave 4 and 5 while no woman gave 5', () => {
    const atoms = [
      { counts: [0, 0, 0, 0, 3, 0], in: 'ndw' },
      { counts: [0, 0, 0, 0, 1, 5], in: 'nd' },
      { counts: [0, 0, 0, 5, 4, 0], in: 'nw' },
      { counts: [5, 4, 3, 2, 2, 4], in: 'n' },
    ];
    expect(sure(atoms)).toContain(0);
    expect(sure(atoms.map((one) => ({ ...one, in: one.in.replace('w', '') })))).toEqual([]);
  });

  const square = (count: number): Small[] => [
    { counts: [count, 0], in: 'am' },
    { counts: [0, count], in: 'aw' },
    { counts: [0, count], in: 'bm' },
    { counts: [count, 0], in: 'bw' },
  ];

  test('two men and two women of two degrees may have changed places, but any one knows all the others', () => {
    expect(sure(square(1), false)).toEqual([]);
    expect(sure(square(1))).toEqual([0, 1, 2, 3]);
    expect(sure(square(2))).toEqual([]);
  });

  test('four and four where fields and institutions are divided', () => {
    const cell = (unit: string, man: number, woman: number): Small[] =>
      (
        [
          ['m', man],
          ['w', woman],
        ] as const
      ).map(([who, answer]) => ({
        counts: [answer === 0 ? 2 : 0, answer === 1 ? 2 : 0],
        in: `${unit}${[...unit.slice(1)].map((of) => (who === 'm' ? of : of.toUpperCase())).join('')}`,
      }));
    // Unit, institution by gender, field by gender.
    const atoms = [...cell('1if', 0, 1), ...cell('2ig', 1, 0), ...cell('3jf', 1, 0), ...cell('4jg', 0, 1)];
    expect(sure(atoms)).toEqual([]);
    expect(sure(atoms.slice(0, 6)).length).toBe(6);
  });

  test('a bound leaves as many in doubt as it leaves room', () => {
    const atoms = [
      { counts: [8, 0], in: 'd', held: [0] },
      { counts: [3, 4], in: 'd' },
    ];
    expect(found(worldOf(atoms, [{ answer: 0, room: 2 }]))).toEqual([]);
    expect(found(worldOf(atoms, [{ answer: 0, room: 0 }]))).toEqual([{ atom: 0, answer: 0 }]);
  });

  test('a few people of whom only who answered what is open', () => {
    expect(sure([{ counts: [1, 1, 1], in: 'd' }])).toEqual([0]);
    expect(
      sure([
        { counts: [1, 1, 1], in: 'd' },
        { counts: [1, 0, 0], in: 'd' },
      ]),
    ).toEqual([]);
  });
});

const tiny = fc
  .record({
    facts: fc.array(fc.subarray([0, 1, 2, 3, 4]), { minLength: 2, maxLength: 5 }),
    answers: fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { minLength: 3, maxLength: 7 }),
    bound: fc.option(fc.record({ atoms: fc.subarray([0, 1, 2, 3, 4]), answer: fc.nat(2), room: fc.nat(2) })),
  })
  .map(({ facts, answers, bound }): Exchangeable => {
    const counts = facts.map(() => [0, 0, 0]);
    for (const [atom, answer] of answers) {
      const own = counts[atom % counts.length];
      if (own) own[answer] = (own[answer] ?? 0) + 1;
    }
    return {
      counts,
      facts,
      held: facts.map((_, atom) => (bound?.atoms.includes(atom) ? [0] : [])),
      bounds: bound ? [{ answer: bound.answer, room: bound.room }] : [],
      near: [facts.map(() => 0)],
    };
  });

const sumOf = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);

/** All ways in which atoms can have answered, as many people each. */
function* allWorlds(sizes: readonly number[], width: number): Generator<number[][]> {
  const [size, ...rest] = sizes;
  if (size === undefined) {
    yield [];
    return;
  }
  for (const own of ways(size, width)) for (const others of allWorlds(rest, width)) yield [own, ...others];
}
function ways(size: number, width: number): number[][] {
  if (width === 1) return [[size]];
  return Array.from({ length: size + 1 }, (_, first) => first).flatMap((first) =>
    ways(size - first, width - 1).map((rest) => [first, ...rest]),
  );
}

/** What is published of a world: sums of facts; and whether its bounds stand. */
function told({ facts }: Exchangeable, counts: readonly (readonly number[])[]): string {
  const sums = [0, 1, 2, 3, 4].map((fact) =>
    [0, 1, 2].map((answer) => sumOf(counts.map((own, atom) => (facts[atom]?.includes(fact) ? (own[answer] ?? 0) : 0)))),
  );
  return JSON.stringify(sums);
}
function inBound({ held, bounds = [] }: Exchangeable, counts: readonly (readonly number[])[]): number[] {
  return bounds.map(({ answer }, bound) =>
    sumOf(counts.map((own, atom) => (held?.[atom]?.includes(bound) ? (own[answer] ?? 0) : 0))),
  );
}
function fitting(given: Exchangeable): number[][][] {
  const published = told(given, given.counts);
  const least = inBound(given, given.counts).map((count, bound) => count - (given.bounds?.[bound]?.room ?? 0));
  return [...allWorlds(given.counts.map(sumOf), 3)].filter(
    (world) =>
      told(given, world) === published && inBound(given, world).every((count, bound) => count >= (least[bound] ?? 0)),
  );
}

/** Places of which all the others' answers are certain, for an outsider and for whoever knows one answer. */
function certain(given: Exchangeable, worlds: readonly number[][][]): Set<string> {
  const names = new Set<string>();
  const insiders = given.counts.flatMap((own, atom) =>
    own.flatMap((count, answer) => (count > 0 ? [{ atom, answer }] : [])),
  );
  for (const insider of [null, ...insiders]) {
    const left = insider ? worlds.filter((world) => (world[insider.atom]?.[insider.answer] ?? 0) > 0) : worlds;
    for (const [atom, own] of given.counts.entries()) {
      for (const [answer, count] of own.entries()) {
        const known = insider?.atom === atom ? 1 : 0;
        const at = insider?.atom === atom && insider.answer === answer ? 1 : 0;
        const others = sumOf(own) - known;
        if (count - at < others || others === 0) continue;
        if (left.every((world) => (world[atom]?.[answer] ?? 0) - at >= others)) names.add(`${atom}:${answer}`);
      }
    }
  }
  return names;
}

describe('beside all worlds that there can be', () => {
  test('nobody whom it takes for doubtful is certain, for outsiders and every insider', () => {
    fc.assert(
      fc.property(tiny, (given) => {
        const doubtless = new Set(found(given).map(({ atom, answer }) => `${atom}:${answer}`));
        for (const name of certain(given, fitting(given))) expect(doubtless).toContain(name);
      }),
      { numRuns: 400 },
    );
  });

  test('nor with worlds that were found while less was published', () => {
    fc.assert(
      fc.property(tiny, fc.nat(4), (given, later) => {
        const known: KnownWorlds = new Map();
        const less = { ...given, facts: given.facts.map((of) => of.filter((fact) => fact !== later)) };
        finished(withoutDoubt(less, { least: 5, known, steps: 200 }));
        const doubtless = finished(withoutDoubt(given, { least: 5, known, steps: 200 }));
        const names = new Set(doubtless.map(({ atom, answer }) => `${atom}:${answer}`));
        for (const name of certain(given, fitting(given))) expect(names).toContain(name);
      }),
      { numRuns: 400 },
    );
  });

  test('no few people have told all their answers', () => {
    fc.assert(
      fc.property(tiny, (given) => {
        const doubtless = new Set(found(given).map(({ atom }) => atom));
        const worlds = fitting(given);
        for (const [atom, own] of given.counts.entries()) {
          const ofAtom = new Set(worlds.map((world) => world[atom]?.join()));
          if (sumOf(own) > 0 && sumOf(own) < 5 && ofAtom.size === 1) expect(doubtless).toContain(atom);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every exchange is another world in which the person answered otherwise', () => {
    let tried = 0;
    fc.assert(
      fc.property(tiny, (given) => {
        const index = exchangeIndex(given);
        const published = told(given, given.counts);
        for (const [group, { counts }] of index.groups.entries()) {
          for (const answer of [0, 1, 2].filter((one) => (counts[one] ?? 0) > 0)) {
            for (const move of movesOf(index, group, answer)) {
              for (const world of [0, 1, 2, 3].flatMap((others) => [...otherMoves(index, move, others)])) {
                if (!isPossible(index, world)) continue;
                const other = index.groups.map((one) => [...one.counts]);
                for (const { group: of, from, to } of world) {
                  const own = other[of];
                  if (own) [own[from], own[to]] = [(own[from] ?? 0) - 1, (own[to] ?? 0) + 1];
                }
                tried += 1;
                expect(Math.min(...other.flat())).toBeGreaterThanOrEqual(0);
                const grouped = { ...given, facts: index.groups.map(({ facts }) => facts) };
                expect(told(grouped, other)).toBe(published);
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(tried).toBeGreaterThan(30);
  });
});
