import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareItem } from '../statistics/compare-item.ts';
import { mean, standardDeviation } from '../statistics/mean.ts';
import { compareCells, type ComparedCell } from './compare-cells.ts';
import type { SafeCell } from './safe-table.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const point = (value: number) => ({ value, low: null, high: null });

/** A cell as a release has it. */
function cellOf(counts: readonly number[]): SafeCell {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const sd = standardDeviation(counts, SCORES);
  return {
    status: 'exact',
    id: 'x',
    item: 'x',
    n,
    categories: counts.map((count, index) => ({ code: String(index + 1), count, figure: point(count / n) })),
    cannotSay: null,
    measures: { mean: point(mean(counts, SCORES, Infinity)?.value ?? 0), ...(sd === null ? {} : { sd: point(sd) }) },
  };
}
const cells = (counts: readonly number[]) => new Map([['x', cellOf(counts)]]);
const sumOf = (one: readonly number[], other: readonly number[]) =>
  one.map((count, index) => count + (other[index] ?? 0));

const OWN = [0, 2, 6, 20, 10, 3];
const REST = [0, 50, 150, 500, 250, 75];
const MEAN: ComparedCell = { code: 'x', cell: 'x', stronger: 'higher', measure: 'mean' };
const SHARE: ComparedCell = { code: 'x', cell: 'x', stronger: 'higher', measure: 'share', categories: ['5', '6'] };
const compare = (line: ComparedCell, own: readonly number[], whole: ReadonlyMap<string, SafeCell> | null) =>
  compareCells({ respondents: 41, own: cells(own), whole }, [line]);

describe('a comparison of published cells', () => {
  test('is that of the counts with one’s own taken out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 6, maxLength: 6 }), (own) => {
        const found = compare(MEAN, own, cells(sumOf(own, REST)));
        const expected = compareItem({
          code: 'x',
          stronger: 'higher',
          measure: 'mean',
          scores: SCORES,
          own,
          other: REST,
        });
        const [tested] = 'differences' in found ? found.differences.tested : [];
        expect(tested?.other.n).toBe(1025);
        expect(tested?.other.value).toBeCloseTo(expected?.other.value ?? 0, 9);
        expect(tested?.difference.low).toBeCloseTo(expected?.difference.low ?? 0, 7);
        expect(tested?.p).toBeCloseTo(expected?.p ?? 0, 7);
      }),
    );
  });

  test('of shares is exact', () => {
    const found = compare(SHARE, OWN, cells(sumOf(OWN, REST)));
    const [tested] = 'differences' in found ? found.differences.tested : [];
    expect(tested).toMatchObject({ own: { n: 41, value: 13 / 41 }, other: { n: 1025, value: 325 / 1025 } });
  });

  test('is not made where the larger group is not shown exactly, or hardly anybody is left of it', () => {
    const bound = new Map<string, SafeCell>([
      ['x', { status: 'at_least', id: 'x', item: 'x', category: '6', bound: 0.9 }],
    ]);
    expect(compare(MEAN, OWN, null).kind).toBe('not_comparable');
    expect(compare(MEAN, OWN, bound).kind).toBe('not_comparable');
    expect(compare(MEAN, OWN, cells(sumOf(OWN, [4, 5, 5, 5, 5, 5]))).kind).toBe('not_comparable');
    expect(compare(MEAN, OWN, cells(sumOf(OWN, [5, 5, 5, 5, 5, 5]))).kind).not.toBe('not_comparable');
  });

  test('takes nothing of a cell that is not shown exactly', () => {
    const bound = new Map<string, SafeCell>([
      ['x', { status: 'at_least', id: 'x', item: 'x', category: '6', bound: 0.9 }],
    ]);
    expect(compareCells({ respondents: 41, own: bound, whole: cells(REST) }, [MEAN]).kind).toBe('too_few');
  });
});
