import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bandOf,
  divisionsBeside,
  fewestNumbers,
  LEAST,
  lowOfAll,
  shownGroups,
  STEP,
  type Band,
  type Counted,
} from './decide-bands.ts';

const counted = fc
  .record({ target: fc.integer({ min: 1, max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ target, share }) => ({ target, sent: Math.round(target * share) }));
const groupsOf = (most: number) =>
  fc
    .array(counted, { minLength: 1, maxLength: most })
    .map((groups): Counted[] => groups.map((group, index) => ({ ...group, code: `g${index}` })));
const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

describe('a band', () => {
  test('by hand', () => {
    expect(bandOf(41, 112)).toEqual({ low: 40, high: 44 });
    expect(bandOf(0, 12)).toEqual({ low: 0, high: 4 });
    expect(bandOf(12, 12)).toEqual({ low: 5, high: 12 });
    expect(bandOf(10, 10)).toEqual({ low: 5, high: 10 });
    expect(bandOf(9, 9)).toBeNull();
  });

  test('holds the count, and at least five numbers, always', () => {
    fc.assert(
      fc.property(fc.integer({ min: LEAST, max: 30_000 }), fc.nat(), (target, some) => {
        const count = some % (target + 1);
        const band = bandOf(count, target) as Band;
        expect(band.low).toBeLessThanOrEqual(count);
        expect(band.high).toBeGreaterThanOrEqual(count);
        expect(band.high - band.low + 1).toBeGreaterThanOrEqual(STEP);
        expect(band.high).toBeLessThanOrEqual(target);
      }),
    );
  });

  test('one more answer shows at full fives alone: four of five change nothing that can be seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: LEAST, max: 2000 }), fc.nat(), (target, some) => {
        const count = some % target;
        if (JSON.stringify(bandOf(count, target)) !== JSON.stringify(bandOf(count + 1, target)))
          expect((count + 1) % STEP).toBe(0);
      }),
    );
  });
});

describe('groups side by side', () => {
  test('keep every person in one row, and no row has fewer than ten people', () => {
    fc.assert(
      fc.property(groupsOf(12), (groups) => {
        const shown = shownGroups(groups);
        const people = sum(groups.map(({ target }) => target));
        if (people < LEAST) return expect(shown).toEqual([]);
        expect(sum(shown.map(({ target }) => target))).toBe(people);
        expect(shown.every(({ target }) => target >= LEAST)).toBe(true);
        return expect(shown.flatMap(({ codes }) => codes).sort()).toEqual(groups.map(({ code }) => code).sort());
      }),
    );
  });

  test('a small group is with others, never what is left over', () => {
    const groups = [
      { code: 'a', target: 40, sent: 20 },
      { code: 'b', target: 12, sent: 3 },
      { code: 'c', target: 7, sent: 7 },
    ];
    expect(shownGroups(groups)).toEqual([
      { codes: ['a'], target: 40, band: { low: 20, high: 24 } },
      { codes: ['c', 'b'], target: 19, band: { low: 10, high: 14 } },
    ]);
  });

  test('the number of all never narrows the band of a group, and is never too much', () => {
    fc.assert(
      fc.property(groupsOf(6), (groups) => {
        const [target, sent] = [sum(groups.map((one) => one.target)), sum(groups.map((one) => one.sent))];
        const bands = shownGroups(groups).map(({ band }) => band);
        const low = lowOfAll(sent, target, bands);
        expect(low).toBeLessThanOrEqual(sent);
        for (const [index, band] of bands.entries()) {
          const others = sum(bands.filter((_, at) => at !== index).map(({ high }) => high));
          // The others cannot be more than this, and what is missing lies below the band's own lower end.
          expect(low - others).toBeLessThanOrEqual(band.low);
        }
      }),
    );
  });

  /** Every number that a group can be, found by trying all of them. */
  function possible(total: Band, divisions: readonly (readonly Band[])[]): number[][] {
    const sums = divisions.map((bands) => {
      let found: number[][] = [[]];
      for (const { low, high } of bands)
        found = found.flatMap((made) => Array.from({ length: high - low + 1 }, (_, at) => [...made, low + at]));
      return found.filter((one) => sum(one) >= total.low && sum(one) <= total.high);
    });
    const [first = [], ...rest] = sums.map((found) => found.map(sum));
    const common = new Set(first.filter((one) => rest.every((other) => other.includes(one))));
    return divisions.flatMap((bands, at) =>
      bands.map((_, index) => [
        ...new Set((sums[at] ?? []).filter((one) => common.has(sum(one))).map((one) => one[index] ?? -1)),
      ]),
    );
  }

  const bands = fc.array(
    fc.integer({ min: 0, max: 6 }).map((fives): Band => ({ low: fives * STEP, high: fives * STEP + STEP - 1 })),
    { minLength: 1, maxLength: 4 },
  );
  test('what can be worked out from divisions beside each other is found as by trying everything', () => {
    fc.assert(
      fc.property(bands, bands, fc.nat({ max: 40 }), (one, other, some) => {
        const total = { low: some, high: some + 9 };
        const found = possible(total, [one, other]);
        if (found.some((numbers) => numbers.length === 0)) return; // contradictory: nobody is counted so
        expect(fewestNumbers(total, [one, other])).toBe(Math.min(...found.map((numbers) => numbers.length)));
      }),
      { numRuns: 200 },
    );
  });

  test('a division that would tell a group’s count is left out, another stays', () => {
    const degrees = { name: 'degrees', bands: [0, 5, 10].map((low) => ({ low, high: low + 4 })) };
    // Two groups can be 23 at most where the degrees are 15 at least: nothing is told.
    const fine = { name: 'fine', bands: [0, 15].map((low) => ({ low, high: low + 4 })) };
    // Thirty at least, where the degrees are 27 at most, or nearly: nothing or little is left open.
    const telling = { name: 'telling', bands: [6, 20].map((low) => ({ low, high: low + 4 })) };
    const total = { low: 15, high: 60 };
    expect(divisionsBeside(total, [degrees, fine]).map(({ name }) => name)).toEqual(['degrees', 'fine']);
    expect(divisionsBeside(total, [degrees, telling]).map(({ name }) => name)).toEqual(['degrees']);
  });
});
