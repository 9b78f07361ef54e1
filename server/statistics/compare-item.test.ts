import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answersOf, compareItem, type ComparedItem } from './compare-item.ts';
import { summarise } from './mean.ts';
import { student } from './student.ts';

const SCORES = [1, 2, 3, 4, 5, 6];
const FIRST = [1, 2, 4, 6, 8, 4];
const SECOND = [2, 4, 6, 6, 4, 1];
const counts = fc.array(fc.nat(12), { minLength: 6, maxLength: 6 });
const mean = (
  own: readonly number[],
  other: readonly number[],
  stronger: 'higher' | 'lower' = 'higher',
): ComparedItem => ({
  code: 'x',
  measure: 'mean',
  stronger,
  scores: SCORES,
  own,
  other,
});
const share = (own: [number, number], other: [number, number]): ComparedItem => ({
  code: 'x',
  measure: 'share',
  stronger: 'higher',
  own: { chosen: own[0], n: own[1] },
  other: { chosen: other[0], n: other[1] },
});

describe("Student's test with one variance", () => {
  test('the counts of S17, by scipy 1.17', () => {
    const found = student(summarise(FIRST, SCORES), summarise(SECOND, SCORES));
    expect(found?.t.toFixed(6)).toBe('2.077737');
    expect(found?.df).toBe(46);
    expect(found?.p.toFixed(6)).toBe('0.043342');
  });

  test('turns over with the groups; nobody, one, all alike', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const found = student(summarise(one, SCORES), summarise(other, SCORES));
        const turned = student(summarise(other, SCORES), summarise(one, SCORES));
        if (!found || !turned) return;
        expect(turned.p).toBeCloseTo(found.p, 9);
        expect(found.p >= 0 && found.p <= 1).toBe(true);
      }),
    );
    const none = summarise([0, 0], [1, 2]);
    const alike = summarise([4, 0], [1, 2]);
    expect(student(none, alike)).toBeNull();
    expect(student(summarise([1, 0], [1, 2]), alike)).toBeNull();
    expect(student(alike, alike)?.p).toBe(1);
    expect(student(alike, summarise([0, 3], [1, 2]))?.p).toBe(0);
  });
});

describe('one item of two groups', () => {
  test('a mean: the interval of S17, p of one variance', () => {
    const found = compareItem(mean(FIRST, SECOND));
    expect(found?.difference.low.toFixed(6)).toBe('0.025478');
    expect(found?.p.toFixed(6)).toBe('0.043342');
    expect(found).toMatchObject({ own: { n: 25, value: 4.2 }, direction: 'stronger', isClearAlone: false });
    expect(answersOf(mean(FIRST, SECOND))).toEqual({ own: 25, other: 23 });
  });

  test('a share: the interval of S09, p of S21', () => {
    const found = compareItem(share([18, 25], [12, 22]));
    expect(found?.difference.high.toFixed(6)).toBe('0.416118');
    expect(found?.p.toFixed(6)).toBe('0.240721');
    expect(found?.isClearAlone).toBe(false);
    expect(answersOf(share([18, 25], [12, 22]))).toEqual({ own: 25, other: 22 });
  });

  test('what counts as stronger is the item’s to say', () => {
    expect(compareItem(mean(FIRST, SECOND, 'lower'))?.direction).toBe('weaker');
    expect(compareItem(mean(SECOND, FIRST))?.direction).toBe('weaker');
    expect(compareItem(mean(FIRST, FIRST))?.direction).toBeNull();
  });

  test('what is clear alone has an interval that leaves out 0', () => {
    fc.assert(
      fc.property(counts, counts, (own, other) => {
        const items = [mean(own, other), share([own[0] ?? 0, 12], [other[0] ?? 0, 12])];
        for (const found of items.map(compareItem)) {
          if (found?.isClearAlone) expect(found.difference.low > 0 || found.difference.high < 0).toBe(true);
        }
      }),
    );
  });

  test('one answer is no group', () => {
    expect(compareItem(mean([0, 0, 1, 0, 0, 0], FIRST))).toBeNull();
    expect(compareItem(share([1, 1], [12, 22]))).toBeNull();
  });
});
