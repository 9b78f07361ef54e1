import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attackAll } from './attack.ts';
import { edition, type Of, type Some, type Telling } from './hand-made.ts';
import { asFraction, residueOf, Span } from './span.ts';

// The attack against counting everything that is possible: on small nations both must find the same.

type Small = { people: Some[]; tellings: Telling[] };

const DEGREES = ['a', 'b', 'c', 'd'];
const listOf = (codes: readonly string[]): Of => ({
  level: 'others',
  field: '1',
  degree: codes.map((code) => `X1-${code}`).join('|'),
});

const small: fc.Arbitrary<Small> = fc
  .tuple(
    fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 4 }),
    fc.array(fc.subarray(DEGREES, { minLength: 1 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([counts, sets]) => {
    const people = counts.map((row, index): Some => ({ degree: DEGREES[index] ?? '', counts: row }));
    const known = new Set(people.map(({ degree }) => degree));
    const tellings = sets
      .map((set) => set.filter((code) => known.has(code)))
      .filter((set) => set.length > 0)
      .map((set): Telling => ({ of: listOf(set), as: 'exact' }));
    return { people, tellings };
  });

/** All ways in which the people of each degree can have answered, given what is told. */
function possible({ people, tellings }: Small): number[][] {
  const sizes = people.map(({ counts }) => total(counts));
  const ways: number[][] = [];
  const place = (chosen: number[]): void => {
    if (chosen.length < sizes.length) {
      for (let first = 0; first <= (sizes[chosen.length] ?? 0); first += 1) place([...chosen, first]);
      return;
    }
    const fits = tellings.every(({ of }) => {
      const members = (of.degree ?? '')
        .split('|')
        .map((code) => people.findIndex(({ degree }) => `X1-${degree}` === code));
      return total(members.map((at) => chosen[at] ?? 0)) === total(members.map((at) => people[at]?.counts[0] ?? 0));
    });
    if (fits) ways.push(chosen);
  };
  place([]);
  return ways;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('certainty', () => {
  test('finds exactly the degrees that answered alike in every possible way', () => {
    fc.assert(
      fc.property(small, (nation) => {
        const ways = possible(nation);
        const alike = nation.people.flatMap(({ degree, counts }, at) => {
          const size = total(counts);
          const isSure = (count: number) => size > 0 && ways.every((way) => way[at] === count);
          return isSure(size) || isSure(0) ? [degree] : [];
        });
        const told = new Set(nation.tellings.flatMap(({ of }) => (of.degree ?? '').split('|')));
        const { findings } = attackAll({
          releases: [edition(nation.people, nation.tellings)],
          fields: new Map(DEGREES.map((degree) => [degree, '1'])),
        });
        const found = findings
          .filter(({ test: name, says }) => name === 'T6' && says.includes('it is certain'))
          .map(({ group }) => /^degree (\w+) /.exec(group)?.[1] ?? '');
        expect(found.toSorted()).toEqual(alike.filter((degree) => told.has(`X1-${degree}`)).toSorted());
        expect(findings.filter(({ test: name }) => name === 'T0')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Degrees of which somebody who knows one answer can be sure that all others gave one answer. */
function sureToInsiders({ people }: Small, ways: readonly number[][]): string[] {
  const insiders = people.flatMap(({ counts }, at) => counts.flatMap((n, place) => (n > 0 ? [{ at, place }] : [])));
  return people.flatMap(({ degree, counts }, at) => {
    const isSure = insiders.some((insider) => {
      const own = (place: number) => (insider.at === at && insider.place === place ? 1 : 0);
      const others = total(counts) - own(0) - own(1);
      const left = ways.filter((way) => {
        const first = way[insider.at] ?? 0;
        return (insider.place === 0 ? first : total(people[insider.at]?.counts ?? []) - first) >= 1;
      });
      const first = left.map((way) => (way[at] ?? 0) - own(0));
      return others > 0 && (first.every((n) => n === others) || first.every((n) => n === 0));
    });
    return isSure ? [degree] : [];
  });
}

test('insiders are sure of exactly those of whom every possible way makes them sure', () => {
  fc.assert(
    fc.property(small, (nation) => {
      const { findings } = attackAll({
        releases: [edition(nation.people, nation.tellings)],
        fields: new Map(DEGREES.map((degree) => [degree, '1'])),
      });
      const groups = (name: string) =>
        new Set(
          findings.flatMap(({ test, group }) => (test === name ? [/^degree (\w+) /.exec(group)?.[1] ?? ''] : [])),
        );
      const told = new Set(nation.tellings.flatMap(({ of }) => (of.degree ?? '').split('|')));
      const sure = sureToInsiders(nation, possible(nation)).filter(
        (degree) => told.has(`X1-${degree}`) && !groups('T6').has(degree),
      );
      expect([...groups('T10')].filter((degree) => told.has(`X1-${degree}`)).toSorted()).toEqual(sure.toSorted());
    }),
    { numRuns: 150 },
  );
});

describe('span', () => {
  test('holds what was added, sums of it, and nothing else', () => {
    const span = new Span([0, 1, 2, 3]);
    span.add({ places: [0, 1], values: [1, 1] });
    span.add({ places: [1, 2], values: [1, 1] });
    expect(span.has({ places: [0, 2], values: [1, -1] })).toBe(true);
    expect(span.has({ places: [0, 2], values: [1, 1] })).toBe(false);
    expect(span.has({ places: [0, 1, 2], values: [2, 5, 3] })).toBe(true);
    expect(span.add({ places: [0, 1, 2], values: [2, 5, 3] })).toBe(false);
    expect(span.size).toBe(2);
  });

  test('tells by what each row is multiplied', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 5, maxLength: 5 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 }),
        (rows, factors) => {
          const vector = (values: readonly number[]) => ({ places: [0, 1, 2, 3, 4], values });
          const span = new Span([0, 1, 2, 3, 4], true);
          for (const [name, row] of rows.entries()) span.add(vector(row), name);
          const wanted = [0, 1, 2, 3, 4].map((at) =>
            total(rows.map((row, index) => (row[at] ?? 0) * (factors[index] ?? 0))),
          );
          const lambda = span.combination(vector(wanted));
          const made = [0, 1, 2, 3, 4].map((at) =>
            total([...(lambda ?? [])].map(([name, { top, bottom }]) => (top / bottom) * (rows[name]?.[at] ?? 0))),
          );
          expect(lambda).not.toBeNull();
          for (const [at, value] of made.entries()) expect(value).toBeCloseTo(wanted[at] ?? 0, 6);
        },
      ),
    );
  });

  test('reads residues as fractions', () => {
    for (const [top, bottom] of [
      [1, 2],
      [-3, 4],
      [7, 1],
      [-1, 1],
      [0, 1],
    ] as const)
      expect(asFraction(residueOf(top, bottom))).toEqual({ top, bottom });
  });
});
