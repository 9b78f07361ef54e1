import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '../engine/answer.ts';
import { protectRounds } from '../../test/support/attacker/protect-rounds.ts';
import { smallNation, type SmallNation } from '../../test/support/attacker/world.ts';
import { createElimination, insert, isNothing, remainder, sumOf } from './elimination.ts';
import type { ProtectedRelease } from './finish-release.ts';
import type { SafeTable } from './safe-table.ts';

const PLAIN = smallNation([], 1, 0);
/** A round: counts of three answers by degree, all of one field at one institution. */
const round = (degrees: Readonly<Record<string, readonly number[]>>): SmallNation => ({
  ...PLAIN,
  degrees: Object.entries(degrees).map(([degree, counts]) => ({
    institution: 'i',
    degree,
    field: '1',
    target: 2 * counts.reduce((sum, count) => sum + count, 0),
    answers: counts.flatMap((count, place) =>
      Array.from({ length: count }, (): Answers => ({ status: ['work', 'study', 'other'][place] ?? '' })),
    ),
  })),
});

function counts({ table }: ProtectedRelease, key: string): number[] | string | null {
  const cell = table.cells.get(key)?.get('status');
  if (!cell) return null;
  return cell.status === 'exact' ? cell.categories.map(({ count }) => count) : `${cell.category} ${cell.bound}`;
}
const last = (releases: readonly ProtectedRelease[]): ProtectedRelease => {
  const found = releases.at(-1);
  if (!found) throw new Error('no release');
  return found;
};
const isWindow = (key: string): boolean => key.includes('~');

describe('several rounds together', () => {
  const large = [12, 9, 9];

  test('a degree that is hidden in each round is shown over three', () => {
    const release = last(
      protectRounds(
        [
          round({ a: [2, 1, 1], b: [1, 2, 1], c: [1, 1, 2], d: large }),
          round({ a: [1, 1, 0], b: [2, 1, 1], c: [1, 2, 1], d: large }),
          round({ a: [1, 1, 2], b: [2, 1, 1], c: [1, 2, 1], d: large }),
        ],
        { from: 3 },
      ),
    );
    expect(counts(release, 'degree/i/a')).toBeNull();
    expect(counts(release, 'degree/i/a~2018-2020')).toEqual([4, 3, 3]);
    expect(release.table.populations.find(({ key }) => key === 'degree/i/a~2018-2020')).toMatchObject({
      pooled: '2018-2020',
      respondents: 10,
      target: 20,
    });
  });

  test('not where the last two rounds would follow, nearly all alike; they may be a window of the next release', () => {
    const years = (second: number[], third: number[]) =>
      protectRounds(
        [
          round({ a: [3, 7, 0], b: [4, 5, 0], d: large }),
          round({ a: second, b: [2, 2, 0], d: large }),
          round({ a: third, b: [2, 2, 0], d: large }),
        ],
        { from: 3 },
      );
    expect(counts(last(years([1, 3, 0], [1, 3, 0])), 'degree/i/a~2018-2020')).toBeNull();
    expect(counts(last(years([2, 2, 0], [1, 3, 0])), 'degree/i/a~2018-2020')).toEqual([6, 12, 0]);
  });

  test('D08: not where the one hidden year would follow from the window and the years that are shown', () => {
    const years = [
      round({ a: [2, 2, 2], b: [2, 1, 1], c: [1, 1, 1], d: large }),
      round({ a: [1, 1, 1], b: [2, 1, 1], c: [1, 2, 1], d: large }),
      round({ a: [3, 2, 2], b: [2, 1, 1], c: [1, 2, 1], d: large }),
    ];
    const releases = protectRounds(years);
    expect(releases.map((one) => counts(one, 'degree/i/a'))).toEqual([[2, 2, 2], null, [3, 2, 2]]);
    expect(counts(last(releases), 'degree/i/a~2018-2020')).toBeNull();
    const unsafe = protectRounds(years, { windows: { secondary: false, leftovers: false, gate: false } });
    expect(counts(last(unsafe), 'degree/i/a~2018-2020')).toEqual([6, 5, 5]);
  });

  test('not where a window before it and the newer one would tell a hidden year', () => {
    const small = { b: [2, 1, 1], c: [1, 2, 1], d: large };
    const releases = protectRounds([
      round({ a: [1, 1, 1], ...small }),
      round({ a: [1, 1, 1], ...small }),
      round({ a: [1, 1, 1], ...small }),
    ]);
    expect(counts(releases[1] ?? last(releases), 'degree/i/a~2018-2019')).toEqual([2, 2, 2]);
    expect(counts(last(releases), 'degree/i/a~2018-2020')).toBeNull();
  });

  test('a question that changed since is not among them, what rounds show all of is their sum', () => {
    const years = [round({ a: [4, 3, 3], d: large }), round({ a: [3, 3, 4], d: large })];
    expect(counts(last(protectRounds(years)), 'degree/i/a~2018-2019')).toEqual([7, 6, 7]);
    expect(counts(last(protectRounds(years, { questions: [] })), 'degree/i/a~2018-2019')).toBeNull();
  });

  test('of degrees of one round alone nothing is said', () => {
    const release = last(protectRounds([round({ d: large }), round({ d: large, e: large })]));
    expect(release.table.populations.some(({ key }) => key === 'degree/i/e~2018-2019')).toBe(false);
    expect(counts(release, 'field/1~2018-2019')).toEqual([36, 27, 27]);
  });
});

const sizes = fc.array(fc.record({ field: fc.constantFrom('1', '2'), n: fc.integer({ min: 1, max: 16 }) }), {
  minLength: 3,
  maxLength: 6,
});

test('no figure of a round is given up for a window, nor changed', () => {
  fc.assert(
    fc.property(sizes, fc.nat(1_000_000), (degrees, seed) => {
      const nations = [0, 1].map((index) => smallNation(degrees, seed + index, 0.05));
      const ofRound = ({
        table,
      }: ProtectedRelease): Pick<SafeTable, 'populations'> & { cells: [string, unknown][] } => ({
        populations: table.populations.filter(({ key }) => !isWindow(key)),
        cells: [...table.cells].filter(([key]) => !isWindow(key)),
      });
      const alone = protectRounds(nations.slice(1));
      expect(ofRound(last(protectRounds(nations)))).toEqual(ofRound(last(alone)));
    }),
    { numRuns: 5 },
  );
});

/** A degree of a round: how many answered, and how many of them chose each option. */
type Drawn = { n: number; chosen: readonly number[] };
const OPTIONS = ['web', 'friend', 'fair'];
const DEGREES = [0, 1, 2, 3];
const YEARS = [[0], [1], [2], [0, 1], [1, 2], [0, 1, 2]];

/** Degrees of a field each, of one institution. */
const nationOf = (drawn: readonly Drawn[]): SmallNation => ({
  ...PLAIN,
  degrees: drawn.map(({ n, chosen }, index) => ({
    institution: 'i',
    degree: `d${index}`,
    field: String(index),
    target: 2 * n + 1,
    answers: Array.from({ length: n }, (_, person): Answers => {
      const given = OPTIONS.filter((_option, at) => (person + 5 * at) % n < (chosen[at] ?? 0));
      return { channels: given };
    }),
  })),
});

/** Degrees in years of whom it follows by sums of all that is shown how many chose an option. */
function toldDegrees(drawn: readonly (readonly Drawn[])[], releases: readonly ProtectedRelease[], option: string) {
  const answering = (years: readonly number[], degrees: readonly number[]): number[] =>
    years.flatMap((year) =>
      degrees.flatMap((degree) => ((drawn[year]?.[degree]?.n ?? 0) > 0 ? [4 * year + degree] : [])),
    );
  const system = createElimination(12);
  for (const [round, { table }] of releases.entries()) {
    for (const { key, level, field, degree, pooled } of table.populations) {
      const isShown = table.cells.get(key)?.get(`channels/${option}`)?.status === 'exact';
      if (!isShown || level === 'others') continue;
      const own = field === '' && degree === '' ? DEGREES : [Number(field || degree.slice(1))];
      insert(system, sumOf(answering(pooled === undefined ? [round] : [0, 1, 2].slice(0, round + 1), own)));
    }
  }
  return YEARS.flatMap((years) =>
    DEGREES.map((degree) => ({ years, degree, atoms: answering(years, [degree]) })),
  ).filter(({ atoms }) => atoms.length > 0 && isNothing(remainder(system, sumOf(atoms))));
}

test('of no degree it follows for any round or rounds how few chose an option, nor how many of too few', () => {
  const drawnDegree: fc.Arbitrary<Drawn> = fc.record({
    n: fc.constantFrom(0, 4, 12, 14, 16, 20),
    chosen: fc.tuple(...OPTIONS.map(() => fc.constantFrom(0, 1, 2, 2, 6, 7))),
  });
  const rounds = fc.array(fc.array(drawnDegree, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
  const of = (n: number, ...chosen: number[]): Drawn => ({ n, chosen });
  // How many answered in a year follows there, of other options; how many chose one, from two windows.
  const difference = [
    [of(20, 6, 0, 6), of(16, 7, 0, 1), of(0, 0, 0, 0), of(0, 0, 0, 0)],
    [of(12, 1, 0, 0), of(20, 6, 0, 2), of(0, 0, 0, 0), of(20, 2, 1, 2)],
    [of(0, 0, 0, 0), of(14, 2, 6, 2), of(20, 0, 6, 1), of(14, 0, 6, 1)],
  ];
  fc.assert(
    fc.property(rounds, (drawn) => {
      const releases = protectRounds(drawn.map(nationOf));
      for (const [at, option] of OPTIONS.entries()) {
        for (const { years, degree } of toldDegrees(drawn, releases, option)) {
          const own = years.flatMap((year) => drawn[year]?.[degree] ?? []);
          const n = own.reduce((sum, one) => sum + one.n, 0);
          const chosen = own.reduce((sum, one) => sum + Math.min(one.n, one.chosen[at] ?? 0), 0);
          expect({ years, degree, option, n, isFew: n < 5 || Math.min(chosen, n - chosen) <= 2 }).toMatchObject({
            isFew: false,
          });
        }
      }
    }),
    { numRuns: 60, examples: [[difference]] },
  );
});
